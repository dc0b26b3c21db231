"""Suites whose labels are comments on the lines where another analyser reports: functions of a file, the class of each label.

A function is bad for the classes of the comments on its lines; one without any is correct.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import re

from subjects import Function, Subject

LEAK, DOUBLE, USED, INVALID = "dxgk-leak", "dxgk-double-destroy", "dxgk-use-after-destroy", "dxgk-invalid-handle"
CHECKS = (LEAK, DOUBLE, USED, INVALID)
IGNORED = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*",
                     re.DOTALL | re.MULTILINE)
# The authors say that a warning is missing.
DOUBTED = re.compile(r"(?:FIXME|TODO)\W[^*]*?(?:[Ss]hould (?:also )?(?:warn|get a warning)|[Nn]o warning|\S+ warning!)")
SCOPE = re.compile(r"(?:^|[\s>])(?:struct|class|union|namespace|enum)\b[^()]*$|^\s*extern\s*$")
NAME = re.compile(r"(?P<name>(?:\w+::)*(?:operator\s*[^\s\w(]{1,3}(?:\(\))?|operator\s+\w+(?:\[\])?|~?\w+))\s*\(")


def spans_of(text):
    """Names and first and last lines of the bodies in a source, whatever its layout."""
    bare = IGNORED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    spans, begin, position = [], 0, 0
    while position < len(bare):
        letter = bare[position]
        if letter == "{":
            head = bare[begin:position]
            name = NAME.search(head)
            if not SCOPE.search(head): # what stands in a class counts
                end = closing(bare, position)
                if name and "=" not in head[:name.start()]:
                    spans.append((name["name"], bare.count("\n", 0, begin + name.start()) + 1, bare.count("\n", 0, end) + 1))
                position = end
            begin = position + 1
        elif letter in ";}":
            begin = position + 1
        position += 1
    return spans


def closing(bare, position):
    depth = 0
    for at in range(position, len(bare)):
        if bare[at] == "{":
            depth += 1
        elif bare[at] == "}":
            depth -= 1
            if not depth:
                return at
    return len(bare)


def functions_in(path, case, text, labels, checks):
    """`labels`: lines where findings belong, lines of the comments that say so, and checks; None is something else, and says
    only that the function is not correct."""
    spans, labels = spans_of(text), list(labels)
    bodies = [range(first, last + 1) for _, first, last in spans]
    result, taken = [], {}
    for (name, _, _), body in zip(spans, bodies):
        # What belongs into no function (a macro) is that of the function before the comment.
        found = {check for line, said, check in labels
                 if line in body or (not any(line in other for other in bodies) and body is last_before(bodies, said))}
        lines = text.split("\n")[body.start - 1:body.stop - 1]
        taken[name] = taken.get(name, 0) + 1
        unique = name if taken[name] == 1 else f"{name}/{taken[name]}"
        is_doubted = DOUBTED.search(" ".join(lines))
        if not found or not any(check in checks for check in found):
            result.append(Function(path, body.start, body.stop - 1,
                                   None if found or is_doubted else Subject(case, unique, False)))
        # A second release is a use of what is gone: either finding says it.
        for check in sorted({DOUBLE if check == USED else check for check in found if check in checks}):
            accepted = (DOUBLE, USED) if check == DOUBLE else (check,)
            result.append(Function(path, body.start, body.stop - 1, Subject(case, f"{unique} ({check})", True, accepted)))
    return result


def last_before(bodies, line):
    return max((body for body in bodies if body.start <= line), key=lambda body: body.start, default=bodies[0])
