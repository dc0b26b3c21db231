"""Makes a program that disagrees as small as it can be while it still disagrees in the same way.

Candidates are lines and blocks left out, blocks replaced by their bodies, and simpler conditions; many are tried at a time.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import re

from functions import Program
import truth as oracle
import verdict

BATCH = 24


def closing(lines, at):
    """Index of the line that closes the block which line `at` opens, and those of its else lines."""
    depth, between = 0, []
    for index in range(at, len(lines)):
        line = lines[index]
        if index > at and depth == 1 and line.strip().startswith("}") and line.rstrip().endswith("{"):
            between.append(index)
            continue
        depth += line.count("{") - line.count("}")
        if depth == 0:
            return index, between
    return None, between


def statements(lines, first, last):
    """Spans of the statements between two lines, blocks whole, and of those within the blocks."""
    spans, at = [], first
    while at < last:
        end = at
        if lines[at].rstrip().endswith("{"):
            end, between = closing(lines, at)
            if end is None:
                return spans
            marks = [at, *between, end]
            for head, tail in zip(marks, marks[1:]):
                spans += statements(lines, head + 1, tail)
        spans.append((at, end + 1))
        at = end + 1
    return spans


SIMPLER = (
    (r"(.*if \()(.*) && (.*)(\) \{)$", (r"\1\2\4", r"\1\3\4")),
    (r"(.*if \()\((.*)\)(\) \{)$", (r"\1\2\3",)),
    (r"(.*if \()(?!HardwareIsReady)(?:.*)(\) \{)$", (r"\1HardwareIsReady()\2",)),
    (r"(.*)ProbeHardware\(\)(.*)", (r"\1STATUS_SUCCESS\2",)),
    (r"(.* = )(HardwareIsReady\(\)|\(?\w+ [!=]= \w+\)?);", (r"\1TRUE;",)),
    (r"(.*i < )([34])(.*)", (r"\g<1>2\3",)),
)


def edits(lines):
    """Smaller texts as (first, last, lines instead), the boldest first."""
    found, at = [], 0
    while at < len(lines): # functions, then what is in them
        if lines[at].startswith("{"):
            end, _ = closing(lines, at)
            found.append((at - 1, min(end + 2, len(lines)), []))
            spans = statements(lines, at + 1, end)
            found += [(first, last, []) for first, last in spans]
            for first, last in spans:
                if last - first > 1:
                    _, between = closing(lines, first)
                    marks = [first, *between, last - 1]
                    if not lines[first].strip().startswith("switch"):
                        found += [(first, last, lines[head + 1:tail]) for head, tail in zip(marks, marks[1:])]
                    if between:
                        found.append((between[0], last - 1, []))
            at = end
        at += 1
    for at, line in enumerate(lines):
        for pattern, texts in SIMPLER:
            found += [(at, at + 1, [re.sub(pattern, text, line)]) for text in texts
                      if re.match(pattern, line) and re.sub(pattern, text, line) != line]
        match = re.match(r"^(NTSTATUS \w+\()(.+)\)$", line)
        if match and ", " in match.group(2):
            parameters = match.group(2).split(", ")
            found += [(at, at + 1, [match.group(1) + ", ".join(parameters[:i] + parameters[i + 1:]) + ")"])
                      for i in range(len(parameters))]
    return sorted(found, key=lambda e: len(e[2]) - (e[1] - e[0]))


def applied(lines, chosen):
    for first, last, instead in sorted(chosen, reverse=True):
        lines = lines[:first] + instead + lines[last:]
    return lines


class Reducer:
    def __init__(self, tool, machine, folder, number=0):
        self.tool, self.machine, self.folder, self.number = tool, machine, folder, number
        self.tried, self.violated = set(), {}

    def disagreements(self, programs):
        """A list for each program; None for one that does not compile or whose runs come to no end."""
        result = {program.name: None for program in programs}
        stem = f"reduce{self.number}"
        left = list(programs)
        while left:
            known = self.machine.execute(left, stem)
            if known is not None:
                break
            _, starts = oracle.harness(left)
            bad = {int(n) for n in re.findall(r"host\.c:(\d+):\d+: (?:fatal )?error", self.machine.message)}
            kept = [p for p in left if not any(starts[p.name] <= b < starts[p.name] + p.text.count("\n") for b in bad)]
            if len(kept) == len(left):
                return result
            left = kept
        left = [program for program in left if not known[program.name].trouble]
        found, _ = verdict.judge(self.tool, self.folder, stem, left) if left else ({}, "")
        for program in left if found is not None else []:
            result[program.name] = verdict.compare(program, known[program.name], found[program.name])
            self.violated[program.name] = {note[0] for note in known[program.name].notes}
        return result

    def reduce(self, program, wrong):
        """Keeps the first of the disagreements, compared by kind, check and the words of its message, and gets no others."""
        wanted, allowed = wrong[0], {(w.kind, w.check) for w in wrong}
        self.disagreements([program])
        violated = self.violated.get(program.name, set())

        def key(w):
            return w.kind, w.check, re.sub(r"'\w+'", "", w.message)

        def keeping(texts):
            """Which of the texts disagree in that way."""
            good = []
            for at in range(0, len(texts), BATCH):
                programs = []
                for index, text in enumerate(texts[at:at + BATCH]):
                    name = f"{program.name}x{index}"
                    text = re.sub(rf"\b{program.name}(?=\b|_)", name, "\n".join(text) + "\n")
                    programs.append(Program(name, text, program.is_driver))
                verdicts = self.disagreements([p for p in programs if re.search(rf"^NTSTATUS ({p.name}|DriverEntry)\(", p.text, re.M)])
                for one in programs: # and in no other way
                    own = verdicts.get(one.name) or []
                    good.append({(w.kind, w.check) for w in own} <= allowed and any(key(w) == key(wanted) for w in own)
                                and self.violated[one.name] <= violated)
            return good

        lines = program.text.rstrip("\n").split("\n")
        while True:
            fresh = [e for e in edits(lines) if "\n".join(applied(lines, [e])) not in self.tried]
            good = keeping([applied(lines, [e]) for e in fresh])
            useful, used = [], set()
            for edit, is_good in zip(fresh, good):
                if not is_good:
                    self.tried.add("\n".join(applied(lines, [edit])))
                elif not used & set(range(edit[0], edit[1])):
                    useful.append(edit)
                    used |= set(range(edit[0], edit[1]))
            if not useful:
                break
            while len(useful) > 1 and not keeping([applied(lines, useful)])[0]:
                useful = useful[:len(useful) // 2]
            lines = applied(lines, useful)
        return Program(program.name, "\n".join(lines) + "\n", program.is_driver)
