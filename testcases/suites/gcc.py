"""GCC's own tests of its static analyser (`gcc.dg/analyzer`): `dg-warning` on the lines where it reports.

Files about blocks, streams and descriptors, by their names. A warning that GCC itself is not expected to give (`xfail`) counts:
the defect is there.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re

from annotated import CHECKS, DOUBLE, INVALID, LEAK, USED, functions_in
from subjects import HERE, TARGET, Driver

TITLE = "GCC, gcc.dg/analyzer"
FOLDERS = ("gcc/testsuite/gcc.dg/analyzer", "testsuite/gcc.dg/analyzer", "gcc.dg/analyzer", ".")
GROUPS = (("blocks", r"(?:boxed-)?malloc-|attr-malloc-|double-free-|use-after-free|alloca-leak|leak-\d"),
          ("streams", r"file-(?!paths)"), ("descriptors", r"fd-"))
LINE = re.compile(r"\{ dg-line (?P<name>\w+) \}")
LABEL = re.compile(r"\{ dg-(?P<kind>warning|message) \"(?P<text>(?:\\.|[^\"\\])*)\""
                   r"(?:\s+\"[^\"]*\"\s*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})?\s*(?P<place>\.[+-]\d+|\w+)?)?\s*\}")
MESSAGES = (
    ("nothing", r"possibly-NULL|processed enode|UNKNOWN|attribute"),
    (LEAK, r"\bleak of"),
    (DOUBLE, r"\bdouble[- ]"),
    (USED, r"use after '|on closed file descriptor"),
    (INVALID, r"not on the heap|on the stack|should have been deallocated|mismatched allocation"
              r"|use of uninitialized value '\w"),
    (None, r""),
)
# That `fopen` may fail is nothing that these tests ask for.
ABOUT = r"^(?!.*gets NULL instead)"


def tests_in(folder):
    places = (os.path.join(folder, name) for name in FOLDERS)
    return next((at for at in places if os.path.isfile(os.path.join(at, "malloc-ipa-1.c"))), None)


def is_here(folder):
    return tests_in(folder) is not None


def labels_of(lines):
    named = {match["name"]: number for number, line in enumerate(lines, 1) for match in LINE.finditer(line)}
    for number, line in enumerate(lines, 1):
        for label in LABEL.finditer(line):
            check = next(check for check, pattern in MESSAGES if re.search(pattern, label["text"]))
            if check == "nothing" or (label["kind"] == "message" and check != LEAK): # a step of a path
                continue
            place = label["place"] or ""
            at = number
            if place.startswith("."):
                at += int(place[1:])
            elif place:
                at = int(place) if place.isdigit() else named.get(place, number)
            yield at, number, check


def drivers(folder, with_cxx):
    del with_cxx
    tests = tests_in(folder)
    names = sorted(os.listdir(tests))
    parts = {}
    for name in names: # further files of a test
        for line in re.findall(r"dg-additional-sources \"?([^\"}]*)", text_of(tests, name)) if name.endswith(".c") else ():
            parts.setdefault(name, []).extend(line.split())
    further = {part for many in parts.values() for part in many}
    for name in names:
        group = next((title for title, pattern in GROUPS if re.match(pattern, name)), None)
        if not group or not name.endswith(".c") or name in further:
            continue
        files = [name, *parts.get(name, ())]
        functions = []
        for file in files:
            text = text_of(tests, file)
            functions += functions_in(os.path.realpath(os.path.join(tests, file)), file, text,
                                      labels_of(text.split("\n")), CHECKS)
        yield Driver(group, name, [os.path.realpath(os.path.join(tests, file)) for file in files],
                     [TARGET, "-std=gnu17", "-Wno-error=implicit-function-declaration", "-Wno-error=int-conversion"],
                     CHECKS, functions, [f"--rules={os.path.join(HERE, 'Inputs', 'gcc.yaml')}"], ABOUT, True)


def text_of(tests, name):
    with open(os.path.join(tests, name), encoding="latin-1") as source:
        return source.read()
