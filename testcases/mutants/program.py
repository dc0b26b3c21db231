"""What the rule packs say of calls, and what dxgklint --emit-ir=linked says of a driver's functions.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import collections
import glob
import os
import re

# ---- Rules -------------------------------------------------------------------------------------------------------------

PAIR = re.compile(r"\b(\w+): +(\"[^\"]*\"|[^,}\n]+?)\s*(?=[,}\n]|$)")
SECTIONS = ("acquires", "releases", "uses")


class Rule:
    def __init__(self, name):
        self.name, self.members, self.types = name, set(), set()
        self.acquires, self.releases, self.uses = [], [], []


def entries_of(text):
    """The texts of the entries of a file's 'calls'."""
    inside, entry, result = False, [], []
    for line in text.split("\n"):
        if line and not line[0].isspace() and not line.startswith("#"):
            inside = line.startswith("calls:")
        elif inside and line.startswith("  - "):
            entry = [line]
            result.append(entry)
        elif inside and entry:
            entry.append(line)
    return ["\n".join(e) for e in result]


def read_rules(folder, resources):
    """Rules of the packs below the folder for calls that acquire, release or use one of the resources, by name."""
    rules = {}
    for path in sorted(glob.glob(os.path.join(folder, "*", "*.yaml"))):
        with open(path, encoding="utf-8") as source:
            text = source.read()
        for entry in entries_of(text):
            names = re.match(r"  - \{?(?:name: +\"?([\w:~]+)|names: +\[([^\]]*)\])", entry)
            sections = {}
            for section in SECTIONS:
                found = re.search(rf"\b{section}:(.*?)(?=\n    \w+:|\Z)", entry, re.S)
                for item in re.split(r"(?=resource:)", found.group(1))[1:] if found else []:
                    fields = {key: value.strip('"') for key, value in PAIR.findall(item)}
                    if fields.get("resource") in resources:
                        sections.setdefault(section, []).append(fields)
            if not names or not sections:
                continue
            for name in [names.group(1)] if names.group(1) else re.findall(r"[\w:~]+", names.group(2)):
                rule = rules.setdefault(name, Rule(name))
                rule.members.update(re.findall(r"member: +([\w.:]+)", entry))
                rule.types.update(re.findall(r"type: +(\w+)", entry))
                for section, items in sections.items():
                    getattr(rule, section).extend(items)
    return rules


# ---- The program -------------------------------------------------------------------------------------------------------

Call = collections.namedtuple("Call", "function rule callees member arguments file line column macro")
FUNCTION = re.compile(r'func @("(?:[^"\\]|\\.)*"|\w+)\((.*)\) (void|[iuf]\d+|ptr\S*|%\S+|\[[^\]]*\]|\?)(?= )(.*)\{$')
AT = re.compile(r"\bat (\d+):(\d+):(\d+)(?: end (\d+))?")
INSTRUCTION = re.compile(r"  (?:%(\d+) = )?(\w+)(?: (.*?))?(?: !(?:(\d+):)?(\d+):(\d+)(?: macro (\w+))?)?$")
CALL = re.compile(r'(?:noreturn )?\S+ (@"(?:[^"\\]|\\.)*"|@\w+|%\d+|\S+?)\((.*?)\)(.*)$')
ARGUMENT = re.compile(r'"(?:[^"\\]|\\.)*"|[^,\s]+(?: @\S+)?')
FIELD = re.compile(r'(\S+) %("(?:[^"]*)"|\w+)\.("(?:[^"]*)"|\w+)')


class Function:
    def __init__(self, name, parameters, result, rest):
        self.name, self.result = name, result
        # Type, name ("" without one) and place, line and column.
        found = list(re.finditer(r"(?:temp )?(ptr\((?:[^()]|\([^()]*\))*\)|\S+) \$(?:\"?(\w+)\"?|:\d+)(?: !(\d+):(\d+))?", parameters))
        self.parameters = [(p.group(1), p.group(2) or "") for p in found]
        self.places = [(int(p.group(3) or 0), int(p.group(4) or 0)) for p in found]
        self.roles = re.findall(r"\brole (\w+)", rest)
        self.is_method = " method " in " " + rest
        display = re.search(r'display ("(?:[^"\\]|\\.)*"|\w+)', rest)
        self.display = display.group(1).strip('"') if display else name
        at = AT.search(rest)
        self.file, self.line, self.column, self.end = (int(n or 0) for n in at.groups()) if at else (-1, 0, 0, 0)
        self.calls, self.definitions, self.lines = [], {}, []

    @property
    def short(self):
        return re.sub(r"<.*>", "", self.display).split("::")[-1]


class Program:
    """functions by linkage name; acquiring and releasing: names of those that reach such a call."""

    def __init__(self, text, rules):
        self.files, self.functions, self.records, self.tags = {}, {}, {}, {}
        overrides = collections.defaultdict(set)
        self.by_type = {t: rule for rule in rules.values() for t in rule.types}
        self.by_member = {m: rule for rule in rules.values() for m in rule.members}
        self.by_name = rules
        function = record = None
        for line in text.split("\n"):
            if line.startswith("func @"):
                match = FUNCTION.match(line)
                function = Function(match.group(1).strip('"'), *match.groups()[1:]) if match else None
                if function:
                    self.functions[function.name] = function
            elif line == "}":
                function = record = None
            elif function is not None:
                function.lines.append(line)
            elif line.startswith("file "):
                number, name = re.match(r'file (\d+) "(.*)"', line).groups()
                self.files[int(number)] = name
            elif line.startswith("record %") and line.endswith("{"):
                name = re.match(r'record %("[^"]*"|\w+)', line).group(1).strip('"')
                record = self.records.setdefault(name, [])
                tag = re.search(r' tag ("[^"]*"|\w+)', line)
                if tag:
                    self.tags[name] = tag.group(1).strip('"')
            elif record is not None:
                match = re.match(r'  ("[^"]*"|\w+) (\S+)', line)
                if match:
                    record.append((match.group(1), match.group(2)))
            elif line.startswith("override "):
                names = re.findall(r'"((?:[^"\\]|\\.)*)"', line.split(" ", 2)[2])
                if len(names) == 2:
                    overrides[names[0]].add(names[1])
        self.overrides = overrides
        for function in self.functions.values():
            self.read_body(function)
        for role, name in re.findall(r'^  store ptr\(fn\((\w+)\)\) @("(?:[^"\\]|\\.)*"|\w+),', text, re.M):
            if name.strip('"') in self.functions: # a member of that type gets it
                self.functions[name.strip('"')].roles.append(role)
        self.acquiring = self.reaching(lambda call: call.rule and call.rule.acquires)
        self.releasing = self.reaching(lambda call: call.rule and call.rule.releases)
        self.handle_fields = self.find_handle_fields()

    def read_body(self, function):
        for line in function.lines:
            match = INSTRUCTION.match(line)
            if not match:
                continue
            register, operation, rest, file, row, column, macro = match.groups()
            if register is not None:
                function.definitions[register] = (operation, rest or "")
            if operation != "call" or row is None:
                continue
            parts = CALL.match(rest)
            if not parts:
                continue
            callee, arguments, after = parts.groups()
            callees, rule, member = set(), None, None
            if callee.startswith("@"):
                name = callee[1:].strip('"')
                callees = {name}
                rule = self.by_name.get(name.split("@testcases")[0])
            else:
                member = self.member_of(function, callee)
                kind = re.search(r"\btype (\w+)", after)
                rule = self.by_member.get(member) or (self.by_type.get(kind.group(1)) if kind else None)
            virtual = re.search(r'\bvirtual ("(?:[^"\\]|\\.)*"|\w+)', after)
            if virtual:
                name = virtual.group(1).strip('"')
                callees = callees | {name} | self.overrides.get(name, set())
            function.calls.append(Call(function, rule, callees, member, ARGUMENT.findall(arguments),
                                       int(file) if file else function.file, int(row), int(column), macro))

    def member_of(self, function, value, depth=4):
        """RECORD.MEMBER that a register was loaded from, else None."""
        while value.startswith("%") and depth:
            operation, rest = function.definitions.get(value[1:], ("", ""))
            if operation == "load":
                value = rest.split()[-1]
            elif operation == "cast":
                value = next((w for w in rest.split() if w.startswith("%") and w[1:].isdigit()), "")
            elif operation == "field":
                match = FIELD.match(rest)
                return f"{match.group(2)}.{match.group(3)}".replace('"', "") if match else None
            else:
                return None
            depth -= 1
        return None

    def releases_parameter(self, function):
        """Whether it releases a handle that it was given as it is."""
        for call in function.calls:
            for release in call.rule.releases if call.rule else []:
                match = re.match(r"arg(\d+)$", release["value"])
                if match and int(match.group(1)) < len(call.arguments):
                    operation, rest = function.definitions.get(call.arguments[int(match.group(1))][1:], ("", ""))
                    if operation == "load" and rest.split()[-1].lstrip("$") in [name for _, name in function.parameters]:
                        return True
        return False

    def reaching(self, test):
        result = {f.name for f in self.functions.values() if any(test(call) for call in f.calls)}
        callers = collections.defaultdict(set)
        for function in self.functions.values():
            for call in function.calls:
                for name in call.callees:
                    callers[name].add(function.name)
        todo = list(result)
        while todo:
            for name in callers[todo.pop()] - result:
                result.add(name)
                todo.append(name)
        return result

    def find_handle_fields(self):
        """Names of the members that released handles are loaded from."""
        fields = set()
        for function in self.functions.values():
            for call in function.calls:
                for release in call.rule.releases if call.rule else []:
                    match = re.match(r"arg(\d+)$", release["value"])
                    if match and int(match.group(1)) < len(call.arguments):
                        member = self.member_of(function, call.arguments[int(match.group(1))])
                        if member and not member.startswith("DXGK"):
                            fields.add(member.rsplit(".", 1)[1])
        return fields

    def acquires(self, call):
        return bool(call.rule and call.rule.acquires) or bool(call.callees & self.acquiring)

    def releases(self, call):
        if call.rule:
            return bool(call.rule.releases)
        return bool(call.callees & self.releasing) and not call.callees & self.acquiring
