"""documented.py DXGKLINT PAGE...: every option is on the first page, and the output shown on the pages is what is printed today.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re
import subprocess
import sys


def lines(tool, *arguments):
    done = subprocess.run([tool, *arguments, "leak.c"], cwd=os.path.dirname(os.path.realpath(__file__)), check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return [line for line in done.stdout.splitlines() if line]


tool, *pages = sys.argv[1:]
texts = []
for page in pages:
    with open(page, encoding="utf-8") as source:
        texts.append(source.read())
options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", subprocess.run([tool, "--help"], check=True, stdout=subprocess.PIPE,
                                                                        text=True).stdout)) - {"-dxgk-version"}
missing = sorted(option for option in options if f"`{option}" not in texts[0])
shown = {line[4:] for text in texts for line in text.splitlines() if line.startswith("    ")}
missing += [line for form in ("text", "msvc", "github") for line in lines(tool, "--format=" + form) if line not in shown]
print("\n".join(missing) if missing else f"{len(options)} options are documented")
sys.exit(bool(missing))
