"""Clang's own tests of its static analyser (`test/Analysis`): `expected-warning` on the lines where it reports.

Files that run the checkers of memory, streams or Fuchsia's handles. What no command of a file asks for is not labelled in it.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re

from annotated import CHECKS, DOUBLE, INVALID, LEAK, USED, functions_in
from subjects import HERE, TARGET, Driver

TITLE = "Clang, test/Analysis"
FOLDERS = ("clang/test/Analysis", "test/Analysis", ".")
GROUPS = (("Fuchsia's handles", r"fuchsia\.HandleChecker\b"), ("streams", r"unix\.(?:Simple)?Stream\b"),
          ("`new` and `delete`", r"cplusplus\.NewDelete(?:Leaks)?\b|unix\.MismatchedDeallocator\b"),
          ("`malloc`", r"unix\.Malloc\b"))
# Which findings a checker answers for.
ASKED = ((r"unix\.Malloc\b", r"memory block (?!.*do not fit)|of a memory block"),
         (r"cplusplus\.NewDelete\b", r"object (?!is leaked)(?!.*do not fit)|of a object"),
         (r"cplusplus\.NewDeleteLeaks\b", r"object is leaked"), (r"MismatchedDeallocator\b", r"do not fit"),
         (r"unix\.(?:Simple)?Stream\b", r"stream"), (r"fuchsia\.HandleChecker\b", r"handle"))
LABEL = re.compile(r"\w-warning(?:-re)?\s*(?:@(?P<offset>[+-]?\d+))?\s*(?:\d+\+?)?\s*\{\{(?P<text>.*?)\}\}")
MESSAGES = (
    ("nothing", r"^(?:TRUE|FALSE|UNKNOWN|REACHABLE)$|of an object stored|never executed|unused|incompatible|smaller integer"),
    (LEAK, r"[Ll]eak|never closed"),
    (DOUBLE, r"(?:free|delete) released|Closing a previously|already closed|Releasing a previously"),
    (USED, r"after it is freed|Using a previously released"),
    (INVALID, r"which is not memory|is offset by|is a (?:block|function)|should (?:not )?be deallocated|non-owned|unowned"
              r"|Stream pointer might be NULL|Argument to .* is uninitialized|argument is an uninitialized"),
    (None, r""),
)
# Where the analysis gives up, and what it does then.
ABOUT_LIMITS = re.compile(r"^(?:coverage|max-nodes)")
FLAG = re.compile(r"\s(-std=\S+|-fblocks|-fexceptions|-fcxx-exceptions|-D *\w+(?:=\w+)?)")
RELEASE = re.compile(r"\b(?:free|delete)\b")


def tests_in(folder):
    places = (os.path.join(folder, name) for name in FOLDERS)
    return next((at for at in places if os.path.isfile(os.path.join(at, "malloc-interprocedural.c"))), None)


def is_here(folder):
    return tests_in(folder) is not None


def labels_of(lines):
    for number, line in enumerate(lines, 1):
        for label in LABEL.finditer(line):
            offset = label["offset"] or "+0"
            check = next(check for check, pattern in MESSAGES if re.search(pattern, label["text"]))
            if "argument is an uninitialized" in label["text"] and not RELEASE.search(line):
                check = None
            if check != "nothing":
                yield number + int(offset) if offset[0] in "+-" else int(offset), number, check


def drivers(folder, with_cxx):
    del with_cxx
    tests = tests_in(folder)
    for name in sorted(os.listdir(tests)):
        if not name.endswith((".c", ".cpp")):
            continue
        path = os.path.realpath(os.path.join(tests, name))
        with open(path, encoding="latin-1") as source:
            text = source.read()
        runs = re.findall(r"^// *RUN:(.*)$", text, re.MULTILINE)
        commands = " ".join(runs).replace("\\", " ")
        group = next((title for title, pattern in GROUPS if re.search(pattern, commands)), None)
        if not group or "-verify" not in commands or ABOUT_LIMITS.match(name):
            continue
        about = "|".join(pattern for checker, pattern in ASKED if re.search(checker, commands))
        last = next((i for i, line in enumerate(runs) if not line.rstrip().endswith("\\")), len(runs) - 1)
        # What later commands define belongs to labels that stand under the same conditions.
        flags = dict.fromkeys(flag.replace(" ", "") for flag in FLAG.findall(" ".join(runs[:last + 1]).replace("\\", " ")))
        flags.update(dict.fromkeys(flag for flag in FLAG.findall(commands) if flag.startswith("-f")))
        if "-fcxx-exceptions" not in flags: # as the compiler proper has it
            flags["-fno-exceptions"] = None
        yield Driver(group, name, [path],
                     [TARGET, "-Wno-error=implicit-function-declaration", "-Wno-error=int-conversion",
                      "-Wno-error=incompatible-function-pointer-types", *flags],
                     CHECKS, functions_in(path, name, text, labels_of(text.split("\n")), CHECKS),
                     [f"--rules={os.path.join(HERE, 'Inputs', 'clang.yaml')}"], about, True)
