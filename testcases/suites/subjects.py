"""What the suites have in common: drivers, their functions, and what these are labelled as.

A subject is what is judged: the defect of a case, or one correct function of it. Helpers belong to the subject that calls them,
or to none.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import collections
import os
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "labelled"))
from findings import functions_of  # noqa: E402

TARGET = "--target=x86_64-linux-gnu"

# accepted: the checks that a bad subject is about, where these are not all of the driver's.
Subject = collections.namedtuple("Subject", "case name is_bad accepted", defaults=((),))
Function = collections.namedtuple("Function", "file first last subject")
# group: row of the table; checks: those that the labels are about; options: for dxgklint; about: what a message says that they
# are about; by_line: the labels stand on lines, so that a function without a subject is one of which nobody can say anything.
Driver = collections.namedtuple("Driver", "group name files arguments checks functions options about by_line",
                                defaults=((), "", False))


def lines_of(path):
    with open(path, encoding="latin-1") as source:
        return source.read().split("\n")


def spans_of(path):
    return functions_of(lines_of(path))
