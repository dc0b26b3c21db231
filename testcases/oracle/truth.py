"""What a program does: compiled for this machine with mock/ and executed along every combination of what the system may answer.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re
import subprocess

HERE = os.path.dirname(os.path.realpath(__file__))
FIRST_LINE = 2 # of the first program in a file
MOCK = os.path.join(HERE, "mock")

# Parameter of a root -> argument.
ARGUMENTS = {
    "GPU_CONTEXT *context": "&TheContext", "GPU_CONTEXT *other": "&OtherContext",
    "ADAPTER *first": "&TheAdapter", "ADAPTER *second": "&OtherAdapter", "DEVICE *device": "&TheDevice",
    "HANDLE *out": "&TheSlot", "BOX *box": "&TheBox",
    "BOOLEAN flag": "(BOOLEAN)Choose(2)", "ULONG mode": "Choose(6)", "ULONG n": "Choose(5)",
}
STATEMENT = re.compile(r"^\s+(?!(?:case\b|default:|else\b|\}|\{|//))\S")


class Truth:
    """trouble: why nothing is known ("" when all runs were made). notes: (check, line, line of the create, is first).
    reached: lines that some run came to."""

    def __init__(self, runs, trouble):
        self.runs, self.trouble, self.notes, self.reached = runs, trouble, [], set()


def marked(text, first_line):
    """The program with a call before each statement that says which line it is."""
    lines, depth = [], 0
    for number, line in enumerate(text.split("\n"), first_line):
        if depth and STATEMENT.match(line):
            line = f"  At({number}u); {line.lstrip()}"
        depth += line.count("{") - line.count("}")
        lines.append(line)
    return "\n".join(lines)


def caller(program):
    match = re.search(r"^NTSTATUS " + program.name + r"\((.*?)\)$", program.text, re.M)
    values = [ARGUMENTS[p.strip()] for p in match.group(1).split(",")]
    return f"static void Run_{program.name}(void) {{ NTSTATUS s = {program.name}({', '.join(values)}); EndFunction(NULL, s < 0); }}"


def harness(programs):
    """C text of all programs and what runs them, and the line at which each begins. The same lines as in `source_of`."""
    parts, starts, line = ['#include "system.h"\n'], {}, FIRST_LINE
    for program in programs:
        starts[program.name] = line
        parts.append(re.sub(r"\bDriverEntry\b", program.name + "_DriverEntry", marked(program.text, line)))
        line += program.text.count("\n")
    parts += [caller(program) for program in programs if not program.is_driver]
    calls = [f'  LiveAll("{program.name}", {program.name}_DriverEntry);' if program.is_driver
             else f'  Explore("{program.name}", Run_{program.name});' for program in programs]
    parts += ["int main(void)\n{", *calls, "  return 0;\n}\n"]
    return "\n".join(part.rstrip("\n") for part in parts) + "\n", starts


def source_of(programs):
    """C text for the analyser."""
    return '#include "world.h"\n' + "".join(program.text for program in programs)


class Machine:
    """Compiles the mock once, then programs against it."""

    def __init__(self, folder, compiler="clang"):
        self.folder, self.compiler = folder, compiler
        self.objects = []
        for name in sorted(os.listdir(MOCK)):
            if name.endswith(".c"):
                output = os.path.join(folder, name[:-2] + ".o")
                subprocess.run([compiler, "-O1", "-w", "-I", MOCK, "-c", os.path.join(MOCK, name), "-o", output], check=True)
                self.objects.append(output)

    def execute(self, programs, stem):
        """{name: Truth}; None when it does not compile."""
        text, _ = harness(programs)
        stem = os.path.join(self.folder, stem)
        with open(stem + ".host.c", "w", encoding="utf-8") as output:
            output.write(text)
        done = subprocess.run([self.compiler, "-O0", "-Wno-everything", "-Werror=implicit-function-declaration", "-Werror=return-type", "-no-pie",
                               "-ftrivial-auto-var-init=pattern", "-I", MOCK, stem + ".host.c", *self.objects, "-o", stem + ".run"],
                              stderr=subprocess.PIPE, check=False)
        if done.returncode:
            self.message = done.stderr.decode("utf-8", "replace")
            return None
        try:
            done = subprocess.run([stem + ".run"], stdout=subprocess.PIPE, timeout=600, check=False)
        except subprocess.TimeoutExpired:
            return {program.name: Truth(0, "time") for program in programs}
        os.unlink(stem + ".run")
        result, current = {}, None
        for line in done.stdout.decode().splitlines():
            words = line.split()
            if words[0] == "program":
                current = result[words[1]] = Truth(int(words[2]), "" if words[3] == "-" else words[3])
            elif words[0] == "reached":
                current.reached.add(int(words[1]))
            else:
                current.notes.append((words[0], int(words[1]), int(words[2]), words[3] == "1"))
        _, starts = harness(programs)
        for program in programs: # lines of its own
            truth, first = result.setdefault(program.name, Truth(0, "crash")), starts[program.name]
            truth.reached = {n - first + 1 for n in truth.reached}
            truth.notes = [(c, n - first + 1, m and m - first + 1, f) for c, n, m, f in truth.notes]
        return result
