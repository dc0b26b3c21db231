"""Infer's own tests of Pulse in C: `issues.exp` lists the functions with a defect, `..._ok` and `..._good` have none.

Only what the pack is about counts: leaks of memory and resources, use after free. What the list calls latent needs a caller.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re

from subjects import HERE, TARGET, Driver, Function, Subject, lines_of

TITLE = "Infer, Pulse in C"
KINDS = ("MEMORY_LEAK_C", "PULSE_RESOURCE_LEAK", "USE_AFTER_FREE")
CHECKS = ("dxgk-leak", "dxgk-double-destroy", "dxgk-use-after-destroy")
DEFINITION = re.compile(r"^[A-Za-z_][\w\s*]*?\b(?P<name>\w+)\s*\((?!.*;\s*$)")


def is_here(folder):
    return os.path.isfile(os.path.join(folder, "issues.exp"))


def spans_of(lines):
    """Definitions whose brace stands behind their head, and which end with one in column one."""
    head = None
    for number, line in enumerate(lines, 1):
        match = DEFINITION.match(line)
        if match and head is None:
            head = (match["name"], number)
        if head and (line.startswith("}") or (number == head[1] and line.rstrip().endswith("}"))):
            yield head[0], head[1], number
            head = None
        elif head and line.rstrip().endswith(";") and number == head[1]:
            head = None


def drivers(folder, with_cxx):
    del with_cxx
    bad = set()
    for line in lines_of(os.path.join(folder, "issues.exp")):
        parts = [part.strip() for part in line.split(",")]
        # A false alarm of Infer's says so in its name.
        if len(parts) > 3 and parts[3] in KINDS and not parts[1].startswith("FP"):
            bad.add((os.path.basename(parts[0]), parts[1]))
    for name in sorted(os.listdir(folder)):
        path = os.path.realpath(os.path.join(folder, name))
        if not name.endswith(".c"):
            continue
        functions = []
        for function, first, last in spans_of(lines_of(path)):
            subject = None
            if (name, function) in bad:
                subject = Subject(name, function, True)
            elif re.search(r"_(?:ok|good)\d*$", function):
                subject = Subject(name, function, False)
            functions.append(Function(path, first, last, subject))
        yield Driver("leaks and use after free", name, [path], [TARGET], CHECKS, functions,
                     [f"--rules={os.path.join(HERE, 'Inputs', 'infer.yaml')}"])
