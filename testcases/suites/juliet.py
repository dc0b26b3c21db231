"""NIST Juliet C/C++ 1.3: a case is one or more files; `..._bad` and what it calls has the defect, `good...` has none.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re

from subjects import TARGET, Driver, Function, Subject, spans_of

TITLE = "Juliet C 1.3"
CASE = re.compile(r"^(?P<case>(?P<cwe>CWE\d+)_.*_\d\d)(?P<part>[a-z]?|_bad|_good\w*)\.(?P<kind>c|cpp)$")
CLASSES = {
    "CWE401": ("memory leak (CWE-401)", ("dxgk-leak",)),
    "CWE415": ("double free (CWE-415)", ("dxgk-double-destroy",)),
    "CWE416": ("use after free (CWE-416)", ("dxgk-use-after-destroy",)),
    "CWE590": ("free of memory not on the heap (CWE-590)", ("dxgk-invalid-handle",)),
    "CWE761": ("free inside a block (CWE-761)", ("dxgk-invalid-handle",)),
    "CWE762": ("mismatched release (CWE-762)", ("dxgk-invalid-handle",)),
    "CWE773": ("lost descriptor or stream (CWE-773)", ("dxgk-leak",)),
    "CWE775": ("descriptor or stream left open (CWE-775)", ("dxgk-leak",)),
}
CORRECT = re.compile(r"(?:^|_)(?P<name>good(?:(?:G2B|B2G)\d*|\d+))(?:Source|Sink)?$")


def is_here(folder):
    return os.path.isdir(os.path.join(folder, "testcases")) and os.path.isdir(os.path.join(folder, "testcasesupport"))


def subject_of(case, function):
    correct = CORRECT.search(function)
    if correct:
        return Subject(case, correct["name"], False)
    if "bad" in function.lower():
        return Subject(case, "bad", True)
    return None


def drivers(folder, with_cxx):
    cases = {}
    for path, folders, names in os.walk(os.path.join(folder, "testcases")):
        folders.sort()
        for name in sorted(names):
            match = CASE.match(name)
            # Windows' own functions need its headers.
            if match and match["cwe"] in CLASSES and "w32" not in name and (with_cxx or match["kind"] == "c"):
                cases.setdefault((match["case"], match["kind"]), []).append(os.path.join(path, name))
    support = os.path.join(folder, "testcasesupport")
    for (case, kind), files in cases.items():
        title, checks = CLASSES[case.split("_")[0]]
        functions = [Function(os.path.realpath(path), span.first, span.last, subject_of(case, span.name))
                     for path in files for span in spans_of(path)]
        yield Driver(title + (", C++" if kind == "cpp" else ""), case, files + [os.path.join(support, "io.c")],
                     [TARGET, "-I" + support], checks, functions)
