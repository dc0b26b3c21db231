"""What the suites have in common: drivers, their functions, and what these are labelled as.

A subject is what is judged: the defect of a case, or one correct function of it. Helpers belong to the subject that calls them,
or to none.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import collections
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "labelled"))
from findings import functions_of  # noqa: E402

TARGET = "--target=x86_64-linux-gnu"

Subject = collections.namedtuple("Subject", "case name is_bad")
Function = collections.namedtuple("Function", "file first last subject")
# group: row of the table; checks: those that the labels are about.
Driver = collections.namedtuple("Driver", "group name files arguments checks functions")


def lines_of(path):
    with open(path, encoding="latin-1") as source:
        return source.read().split("\n")


def spans_of(path):
    return functions_of(lines_of(path))
