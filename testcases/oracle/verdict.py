"""What dxgklint says of programs, and where that differs from what they do.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import collections
import json
import os
import re
import subprocess

from truth import FIRST_LINE, source_of

HERE = os.path.dirname(os.path.realpath(__file__))
CHECKS = ("leak", "double-destroy", "use-after-destroy", "wrong-adapter", "invalid-handle", "unchecked-status", "irql")

Finding = collections.namedtuple("Finding", "check line created message root") # root: the function in which the path begins
# kind: "alarm" (reported, never happens) or "miss"; line: that of the finding, or of the create for a leak.
Disagreement = collections.namedtuple("Disagreement", "kind check line message")


def analyse(tool, path, drivers=False):
    """The findings in a file; None and the text when the tool failed."""
    sarif = path + ".sarif"
    command = [tool, "-q", "--color=never", "-j1", "--sarif", sarif, "--checks=dxgk-*,-dxgk-create-contract,-dxgk-version", path,
               "--", "-I", HERE]
    if not drivers:
        command.insert(1, "--no-driver-model")
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode not in (0, 1):
        return None, done.stdout.decode("utf-8", "replace")[-2000:]
    with open(sarif, encoding="utf-8") as source:
        results = json.load(source)["runs"][0].get("results", [])
    os.unlink(sarif)
    found = []
    for result in results:
        if result["properties"].get("resource", "context-allocation") != "context-allocation":
            continue
        def line_of(location):
            return location["physicalLocation"]["region"]["startLine"]
        if not result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith(os.path.basename(path)):
            continue
        created = line_of(result["relatedLocations"][0]) if result.get("relatedLocations") else 0
        found.append(Finding(result["ruleId"].removeprefix("dxgk-"), line_of(result["locations"][0]), created,
                             result["message"]["text"], result["properties"].get("root", "")))
    return found, ""


def judge(tool, folder, stem, programs):
    """Findings of each program, with lines of its own; None and the text when the tool failed. Functions share a file, in which
    each is a root; a driver has its own."""
    groups = [[program] for program in programs] if programs and programs[0].is_driver else [programs]
    result = {}
    for group in groups:
        path = os.path.join(folder, f"{stem}.{group[0].name}.c")
        with open(path, "w", encoding="utf-8") as output:
            output.write(source_of(group))
        found, trouble = analyse(tool, path, group[0].is_driver)
        if found is None:
            return None, trouble
        os.unlink(path)
        first = FIRST_LINE
        for program in group:
            last = first + program.text.count("\n")
            result[program.name] = [f._replace(line=f.line - first + 1, created=f.created and f.created - first + 1)
                                    for f in found if first <= f.line < last]
            first = last
    return result, ""


def called(program, truth):
    """Names of the functions that were called: of the others, which the analyser takes for roots, nothing is known."""
    lines, result, first = program.text.split("\n"), set(), None
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            first = number
        elif line.startswith("}") and first:
            if truth.reached & set(range(first, number + 1)):
                result.add(re.search(r"(\w+)\(", lines[first - 2]).group(1))
    return result


def compare(program, truth, findings):
    """Disagreements of one program."""
    names = called(program, truth)
    must, may = set(), set()
    wrong = []
    reported = {("leak", f.created) if f.check == "leak" else (f.check, f.line) for f in findings}
    for check, line, created, is_first in truth.notes:
        key = (check, created) if check in ("leak", "unchecked-status") else (check, line)
        may.add(key)
        if is_first and check != "unchecked-status":
            must.add((key, created))
    for finding in findings:
        key = ("leak", finding.created) if finding.check == "leak" else (finding.check, finding.line)
        if key not in may and finding.root in names:
            wrong.append(Disagreement("alarm", finding.check, key[1], finding.message))
    for key, created in sorted(must):
        if key in reported:
            continue
        # A handle whose status nobody looked at is reported at its create.
        if key[0] == "invalid-handle" and ("unchecked-status", created) in reported:
            continue
        wrong.append(Disagreement("miss", key[0], key[1], ""))
    return list(dict.fromkeys(w._replace(message="") if w.kind == "miss" else w for w in wrong))
