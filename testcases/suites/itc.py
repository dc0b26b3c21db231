"""Toyota ITC benchmarks: a file per kind of defect, once with defects and once without; a function per case.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re

from subjects import TARGET, Driver, Function, Subject, lines_of, spans_of

TITLE = "Toyota ITC"
WITH, WITHOUT = "01.w_Defects", "02.wo_Defects"
CLASSES = (
    ("double_free", "double free", ("dxgk-double-destroy",)),
    ("memory_leak", "memory leak", ("dxgk-leak",)),
    ("invalid_memory_access", "use after free", ("dxgk-use-after-destroy",)),
    ("free_nondynamic", "free of memory not on the heap", ("dxgk-invalid-handle",)),
)
NUMBER = re.compile(r"_(\d{3,4})(?:_|$)")


def is_here(folder):
    return os.path.isdir(os.path.join(folder, WITH)) and os.path.isdir(os.path.join(folder, WITHOUT))


def functions_in(path, case, is_bad):
    """A function with a number and its helpers are one subject; a bad one says where its error is."""
    lines, spans = lines_of(path), [(s, NUMBER.search(s.name)) for s in spans_of(path)]
    labelled = {number[1] for span, number in spans
                if number and any("ERROR" in line for line in lines[span.first - 1:span.last])}
    return [Function(path, span.first, span.last, Subject(case, number[1], is_bad)
                     if number and (number[1] in labelled or not is_bad) else None) for span, number in spans]


def drivers(folder, with_cxx):
    del with_cxx
    for side, is_bad in ((WITH, True), (WITHOUT, False)):
        for name in sorted(os.listdir(os.path.join(folder, side))):
            for stem, title, checks in CLASSES:
                if not name.startswith(stem) or not name.endswith(".c"):
                    continue
                path = os.path.realpath(os.path.join(folder, side, name))
                functions = functions_in(path, f"{side}/{name}", is_bad)
                yield Driver(title, f"{side}/{name}", [path], [TARGET, "-I" + os.path.join(folder, "include")], checks,
                             functions)
