"""What the runners of labelled functions and miniports share: function spans of a source, dxgklint and its text output.

Invariant: functions begin and end with a brace in column one, as in all sources under testcases/.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import collections
import os
import re
import subprocess

NOT_CASES = ("execute",) # folders beside the groups
SOURCES = (".c", ".cpp")
HEADERS = (".h", ".hpp")
CHECKS = ("dxgk-leak", "dxgk-double-destroy", "dxgk-use-after-destroy", "dxgk-wrong-adapter", "dxgk-irql",
          "dxgk-invalid-handle", "dxgk-unchecked-status", "dxgk-create-contract", "dxgk-version")
FINDING = re.compile(r"^(?P<file>[^\s].*?):(?P<line>\d+)(?::(?P<column>\d+))?: (?:warning|error): (?P<message>.*) "
                     r"\[(?P<check>[a-z][a-z0-9-]*)\]\s*$")
DEFINITION = re.compile(r"^(?:[A-Za-z_][^;=]*?[\s*&])??(?P<name>(?:\w+::)*(?:~?\w+|operator (?:new|delete)))\s*\(")

Function = collections.namedtuple("Function", "name first last")


def functions_of(lines):
    result, head, head_line = [], None, 0
    for number, line in enumerate(lines, 1):
        if line.startswith("{") and head:
            for end in range(number, len(lines) + 1):
                if lines[end - 1].startswith("}"):
                    result.append(Function(head, head_line, end))
                    break
            head = None
        else:
            match = DEFINITION.match(line)
            if match and not line.rstrip().endswith(";") and not line.startswith(("typedef", "struct", "class")):
                head, head_line = match.group("name"), number
            elif line.rstrip().endswith((";", "}")):
                head = None
    return result


def function_at(functions, line):
    for function in functions:
        if function.first <= line <= function.last:
            return function
    return None


def lines_of(path):
    with open(path, encoding="utf-8") as source:
        return source.read().split("\n")


def analyse(tool, sources, extra, seconds=300):
    """Runs dxgklint; returns its findings as a set of (real path, line, check, message), and what went wrong."""
    try:
        done = subprocess.run([tool, "--color=never", *extra, *sources], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return set(), [f"timed out after {seconds} s"]
    text = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    found, trouble = set(), []
    for line in text.splitlines():
        match = FINDING.match(line)
        if match:
            found.add((os.path.realpath(match.group("file")), int(match.group("line")), match.group("check"),
                       match.group("message")))
    if done.returncode not in (0, 1):
        trouble.append(f"exit status {done.returncode}: " + " / ".join(text.strip().splitlines()[-4:]))
    elif (done.returncode == 1) != bool(found):
        trouble.append(f"exit status {done.returncode} with {len(found)} findings")
    return found, trouble
