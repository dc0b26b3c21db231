"""check_sarif.py FILE...: validates SARIF against sarif-subset.schema.json, and what a schema cannot say.

check_sarif.py --schema SCHEMA FILE... takes another schema, for one that is not part of the repository (OASIS').
check_sarif.py --fingerprints FILE     prints the fingerprints, one a line
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import json
import os
import sys
import urllib.parse

import jsonschema

HERE = os.path.dirname(os.path.realpath(__file__))


def steps(result):
    for flow in result.get("codeFlows", []):
        for thread in flow["threadFlows"]:
            yield thread["locations"]


def beyond(log):
    """What is wrong although the schema is content."""
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "two rules have one id"
    keys = []
    for number, result in enumerate(run["results"]):
        where = f"results[{number}]"
        if result["ruleIndex"] >= len(rules) or rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{where}: ruleIndex and ruleId do not agree"
        keys += result["partialFingerprints"].values()
        for locations in steps(result):
            order = [location["executionOrder"] for location in locations]
            if order != list(range(1, len(order) + 1)):
                yield f"{where}: executionOrder is {order}"
            last = locations[-1]["location"].get("physicalLocation")
            if last != result["locations"][0].get("physicalLocation"):
                yield f"{where}: the code flow does not end at the result"
    if len(set(keys)) != len(keys):
        yield "two results have one fingerprint"
    base = run.get("originalUriBaseIds", {}).get("SRCROOT", {}).get("uri")
    for artifact in run.get("artifacts", []):
        uri = artifact["location"]["uri"]
        path = urllib.parse.unquote_to_bytes(urllib.parse.urlsplit(urllib.parse.urljoin(base or "", uri)).path)
        if not os.path.exists(path):
            yield f"artifact '{uri}' leads to no file"
    failed = not run["invocations"][0]["executionSuccessful"]
    if failed and not run["invocations"][0].get("toolExecutionNotifications"):
        yield "a run that failed does not say why"
    suppressed = sum(bool(result.get("suppressions")) for result in run["results"])
    if run["invocations"][0]["exitCode"] == 1 and suppressed == len(run["results"]):
        yield "exit code 1 without a result"


def main():
    arguments = sys.argv[1:]
    schema = os.path.join(HERE, "sarif-subset.schema.json")
    if arguments[:1] == ["--schema"]:
        schema = arguments[1]
        del arguments[:2]
    if arguments[:1] == ["--fingerprints"]:
        with open(arguments[1], encoding="utf-8") as source:
            for result in json.load(source)["runs"][0]["results"]:
                print(result["ruleId"], *result["partialFingerprints"].values())
        return 0
    with open(schema, encoding="utf-8") as source:
        loaded = json.load(source)
    kind = jsonschema.validators.validator_for(loaded)
    kind.check_schema(loaded)
    validator = kind(loaded, format_checker=jsonschema.FormatChecker())
    mistakes = 0
    for name in arguments:
        with open(name, encoding="utf-8") as source:
            log = json.load(source)
        found = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in validator.iter_errors(log)]
        if not found:
            found = list(beyond(log))
        for text in found:
            print(f"{name}: {text}")
        mistakes += len(found)
        print(f"{os.path.basename(name)}: {len(log['runs'][0]['results'])} results, {len(found)} mistakes")
    return 1 if mistakes else 0


sys.exit(main())
