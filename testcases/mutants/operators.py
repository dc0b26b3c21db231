"""Defects to seed, each as an edit at a statement or an argument of a call that acquires or releases.

An operator takes a site (a call with its statement) and yields edits; it knows rules, wrappers and statements, no
driver. What an edit declares it declares inside the function, so that it fits everywhere; only a DPC routine stands before.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import re

from source import CLOSE, OPEN, Source, Unreadable

NULLS = r"(?:NULL|nullptr|0|\(HANDLE\) ?NULL)"
PLACE = re.compile(r"[*(]*[A-Za-z_]\w*(?:(?:->|\.|::)\w+|\[[^\[\]]*\]|\))*$")
# An unknown function, so that either branch may be taken.
CHANCE = "int DxlMutantChance(void);"
# How a driver uses a resource that it has released: declaration, preparation, call; {} are member, owner and handle.
LATE_USE = {
    "context-allocation": ("DxgkCbDestroyContextAllocation",
                           "DXGKARGCB_UPDATECONTEXTALLOCATION dxlUse; RtlZeroMemory(&dxlUse, sizeof(dxlUse)); "
                           "dxlUse.hAllocation = {handle}; {interface}DxgkCbUpdateContextAllocation({owner}, &dxlUse);"),
}
LEAK = ("dxgk-leak",)
AGAIN = ("dxgk-double-destroy", "dxgk-use-after-destroy", "dxgk-invalid-handle")
HANDLE = ("dxgk-invalid-handle", "dxgk-double-destroy", "dxgk-use-after-destroy")


class Mutant:
    """edits are (start, end, text) in one file; checks are those that may report it."""

    def __init__(self, operator, function, path, line, edits, checks, what):
        self.operator, self.function, self.path, self.line = operator, function, path, line
        self.edits, self.checks, self.what, self.name = edits, checks, what, None


def begin_of(source, at):
    """The first token of the chain of members that ends in a method's name."""
    while at > 1 and source.tokens[at - 1].text in (".", "->", "::"):
        at -= 2
        while at > 0 and source.tokens[at].text in (")", "]"):
            opening = {")": "(", "]": "["}[source.tokens[at].text]
            depth = 1
            while depth and at > 0:
                at -= 1
                depth += (source.tokens[at].text in CLOSE) - (source.tokens[at].text in OPEN)
            if source.tokens[at].text != opening:
                raise Unreadable("brackets do not fit")
            if source.tokens[at - 1].kind == "word" and source.tokens[at - 1].text not in ("return", "if", "while"):
                at -= 1
            else:
                break
    return at


class Site:
    """A call in the text: its statement, and where its arguments stand (token ranges) when they do."""

    def __init__(self, program, call, source, body):
        self.program, self.call, self.source = program, call, source
        self.at = begin_of(source, source.token_at(source.offset(call.line, call.column)))
        self.body = body
        self.statement = self.innermost(body)
        self.opening, self.arguments = None, []
        names = {call.rule.name} if call.rule else {program.functions[n].short for n in call.callees
                                                    if n in program.functions}
        if self.statement:
            for i in range(self.at, self.statement.last):
                if source.tokens[i].kind == "word" and source.tokens[i].text in names \
                        and source.tokens[i + 1].text == "(":
                    self.opening, self.arguments = i + 1, source.split(i + 1)
                    break

    def innermost(self, body):
        """The smallest statement around the call, unless the call stands in a head."""
        found = None
        for statement in body.walk():
            if statement.first <= self.at <= statement.last:
                if statement.head and statement.head[0] <= self.at <= statement.head[1]:
                    return None
                found = statement
        return found if found and found.kind in ("simple", "return") else None

    @property
    def before(self):
        """What stands in the statement in front of the call."""
        return self.source.text[self.statement.start:self.source.tokens[self.at].start].strip()

    @property
    def is_plain(self):
        """Whether the whole statement is the call, its result unused or assigned to something that exists."""
        return self.statement.kind == "simple" and (
            self.before in ("", "(void)", "(VOID)", "delete", "delete[]") or bool(re.match(r"[\w.>\[\]-]+ *=$", self.before)))

    @property
    def target(self):
        """What the result is assigned to, declared here or not."""
        match = re.search(r"([\w.>\[\]-]+) *=$", self.before)
        return match.group(1) if match else None

    def argument(self, index):
        return self.source.between(*self.arguments[index]) if index < len(self.arguments) else None

    def released(self):
        """(handle text, owner text, index of the owner) of a release by rule; None for wrappers."""
        if not self.call.rule or not self.arguments:
            return None
        release = self.call.rule.releases[0]
        handle = re.match(r"arg(\d+)$", release["value"])
        owner = re.match(r"arg(\d+)$", release.get("owner", ""))
        if not handle or self.argument(int(handle.group(1))) is None:
            return None
        return (self.argument(int(handle.group(1))), self.argument(int(owner.group(1))) if owner else None,
                int(owner.group(1)) if owner else None)

    def takes_value(self):
        """Whether a wrapper is given what it releases, not the place that it empties."""
        return self.before.startswith("delete") or any(
            self.program.releases_parameter(self.program.functions[n]) for n in self.call.callees if n in self.program.functions)


# ---- Operators on releases ---------------------------------------------------------------------------------------------

def replace(statement, text):
    return [(statement.start, statement.end, text)]


def drop_release(site):
    if site.is_plain:
        yield replace(site.statement, ";"), LEAK, "the release is dropped"


def drop_release_on_one_path(site):
    if site.is_plain:
        yield (replace(site.statement, f"{{ {CHANCE} if (DxlMutantChance()) {site.statement.text} }}"), LEAK,
               "the release happens on one of two paths")


def release_twice(site):
    text = site.statement.text
    if site.is_plain and (site.call.rule or site.takes_value()):
        yield replace(site.statement, f"{{ {text} {text} }}"), AGAIN, "the release happens twice"


def under_lock(site):
    if site.is_plain:
        yield (replace(site.statement, "{ extern KSPIN_LOCK DxlMutantLock; KIRQL dxlLevel; KeAcquireSpinLock(&DxlMutantLock, "
                       f"&dxlLevel); {site.statement.text} KeReleaseSpinLock(&DxlMutantLock, dxlLevel); }}"),
               ("dxgk-irql",), "the release happens under a spin lock")


def raised(site):
    if site.is_plain and site.call.rule:
        yield (replace(site.statement, f"{{ KIRQL dxlLevel; KeRaiseIrql(APC_LEVEL, &dxlLevel); {site.statement.text} "
                       "KeLowerIrql(dxlLevel); }"), ("dxgk-irql",), "the release happens at APC_LEVEL")


def wrong_owner(site):
    released = site.released()
    if released and released[1]:
        handle, owner, index = released
        first, last = site.arguments[index]
        place = (site.source.tokens[first].start, site.source.tokens[last].end)
        for text, what in other_owners(owner):
            yield [(*place, text)], ("dxgk-wrong-adapter",), f"the owner is {what}"
        yield [(*place, handle)], ("dxgk-wrong-adapter",), "the owner is the handle itself"


def other_owners(owner):
    yield "NULL", "NULL"
    base = re.sub(r"(?:\.\w+)*\.\w+$", "", owner)
    base = re.sub(r"->\w+$", "", base)
    if base not in (owner, ""):
        yield f"(HANDLE)({base})", "the driver's own object"


def swap_arguments(site):
    released = site.released()
    if released and released[1] and len(site.arguments) == 2:
        (a, b), (c, d) = site.arguments
        tokens = site.source.tokens
        yield ([(tokens[a].start, tokens[b].end, site.argument(1)), (tokens[c].start, tokens[d].end, site.argument(0))],
               ("dxgk-wrong-adapter", "dxgk-invalid-handle"), "the arguments are swapped")


def overwrite(site):
    released = site.released()
    if released and site.is_plain and PLACE.match(released[0]):
        yield replace(site.statement, f"{{ {released[0]} = 0; {site.statement.text} }}"), LEAK, "the handle is overwritten first"


def use_after(site):
    released = site.released()
    if not released or not site.is_plain:
        return
    use = LATE_USE.get(site.call.rule.releases[0]["resource"])
    interface = site.source.text[site.source.tokens[site.at].start:site.source.tokens[site.opening - 1].start]
    if use and site.call.rule.name == use[0]:
        text = use[1].format(handle="dxlGone", owner=released[1], interface=interface)
        yield (replace(site.statement, f"{{ HANDLE dxlGone = {released[0]}; {site.statement.text} {text} }}"),
               ("dxgk-use-after-destroy",), "the handle is used after it")


def keep_handle(site):
    """The statement that clears the place of what was released."""
    for statement in site.statement.following()[:3]:
        match = re.match(rf"(.+?) *= *{NULLS} *;$", statement.text, re.S)
        if statement.kind == "simple" and match and PLACE.match(match.group(1)):
            yield replace(statement, ";"), AGAIN, "the handle is kept"
            return


def skip_element(site):
    """Not where the loop acquires too: then it only makes fewer."""
    acquires = [site.source.token_at(site.source.offset(c.line, c.column)) for c in site.call.function.calls
                if c.file == site.call.file and site.program.acquires(c)]
    for loop in site.statement.above():
        if loop.kind in ("for", "while", "do") and any(loop.first < call < loop.last for call in acquires):
            return
        if loop.kind == "for":
            head = loop.head_text()
            start = re.match(r"(.*?= *)0( *;)", head, re.S)
            offset = site.source.tokens[loop.head[0]].start
            if start:
                yield [(offset + start.end(1), offset + start.start(2), "1")], LEAK, "the loop leaves out the first element"
            bound = re.match(r"([^;]*;\s*\w+)( *<[^;]*;)", head)
            if bound:
                yield [(offset + bound.end(1), offset + bound.end(1), " + 1")], LEAK, "the loop leaves out the last element"
            return
        if loop.kind == "while":
            offset = site.source.tokens[loop.first].start
            more = re.search(r"> *0$", loop.head_text())
            if more:
                end = site.source.tokens[loop.head[1]].end
                yield [(end - 1, end, "1")], LEAK, "the loop leaves one element"
            yield [(offset, offset + len("while"), "if")], LEAK, "the loop ends after one element"
            return
        if loop.kind == "do":
            return


def into_dpc(site):
    """The call moves into the routine of a DPC, which gets what the call needs in an array."""
    source, call, program = site.source, site.call, site.program
    if not site.is_plain or site.target:
        return
    values, text = [], None
    if site.before.startswith("delete"):
        callee = next((program.functions[n] for n in call.callees if n in program.functions), None)
        if not callee or not callee.parameters:
            return
        kind = re.match(r"ptr\(%\"?([\w:]+)\"?\)", callee.parameters[0][0])
        if not kind:
            return
        operand = source.text[source.tokens[site.at].start:site.statement.end - 1].strip()
        values, text = [re.sub(r"^delete\s*", "", operand)], f"delete ({kind.group(1)} *)DxlMutantValues[0];"
    elif call.rule and call.rule.types and site.opening:
        member = source.text[source.tokens[site.at].start:source.tokens[site.opening - 1].end]
        values = [member] + [site.argument(i) for i in range(len(site.arguments))]
        passed = ", ".join(f"DxlMutantValues[{i + 1}]" for i in range(len(site.arguments)))
        text = f"(({sorted(call.rule.types)[0]})DxlMutantValues[0])({passed});"
    elif site.opening and len(call.callees) == 1:
        callee = program.functions.get(next(iter(call.callees)))
        if not callee:
            return
        casts = [cast(kind) for kind, _ in callee.parameters]
        if None in casts:
            return
        if callee.is_method:
            name = source.text[source.tokens[site.at].start:source.tokens[site.opening - 1].start].strip()
            this = name[:-2] if name.endswith("->") else f"&({name[:-1]})" if name.endswith(".") else None if name else "this"
            if this is None or len(casts) != 1 or site.arguments:
                return
            values, text = [this], f"(({casts[0]})DxlMutantValues[0])->{callee.short}();"
        elif len(casts) == len(site.arguments):
            values = [site.argument(i) for i in range(len(casts))]
            passed = ", ".join(f"({c})DxlMutantValues[{i}]" for i, c in enumerate(casts))
            text = f"{callee.short}({passed});"
    if not text or any(value is None for value in values):
        return
    first = outside(source, site.body.first)
    if first is None:
        return
    routine = ("static PVOID DxlMutantValues[8]; static KDPC DxlMutantDpc; static KDEFERRED_ROUTINE DxlMutantRoutine; "
               f"{routine_of(text)}\n")
    stores = " ".join(f"DxlMutantValues[{i}] = (PVOID)({value});" for i, value in enumerate(values))
    start = source.tokens[first].start
    yield ([(start, start, routine),
            (site.statement.start, site.statement.end, f"{{ {stores} KeInitializeDpc(&DxlMutantDpc, DxlMutantRoutine, NULL); "
             "KeInsertQueueDpc(&DxlMutantDpc, NULL, NULL); }")], ("dxgk-irql",), "a DPC does it")


def routine_of(text):
    return ("static VOID NTAPI DxlMutantRoutine(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second) { (void)Dpc; (void)Context; "
            f"(void)First; (void)Second; {text} }}")


def cast(kind):
    """The C type of a type of the IR; None when it has no simple spelling."""
    match = re.match(r"ptr(?:\(%\"?([\w:]+)\"?\))?$", kind)
    if match:
        return f"{match.group(1) or 'void'} *"
    return {"ptr(ptr)": "void **"}.get(kind)


def outside(source, index):
    """The first token of the declaration in front of which file level or a namespace is; None inside a class."""
    depth, at, first = 0, index - 1, None
    while at >= 0:
        text = source.tokens[at].text
        if text in ")]}":
            if first is None and depth == 0 and text == "}":
                first = at + 1
            depth += 1
        elif text in "([{":
            depth -= 1
            if depth < 0: # a brace around the body
                words = {t.text for t in source.tokens[max(0, at - 6):at]}
                if not words & {"namespace", "extern"}:
                    return None
                first, depth = at + 1 if first is None else first, 0
        elif depth == 0 and first is None and (text == ";" or (text == "}" and depth == 0)):
            first = at + 1
        at -= 1
    return 0 if first is None else first


# ---- Operators on acquires ---------------------------------------------------------------------------------------------

def check_of(site):
    """The statement behind an acquire that leaves when it has failed."""
    following = site.statement.following()
    if site.target and following and following[0].kind == "if" and not following[0].has_else:
        head = following[0].head_text()
        if re.search(rf"(?<![\w.>]){re.escape(site.target)}\b", head) and re.match(r"!|.*(<|!=)", head) \
                and following[0].parts[0].leaves():
            return following[0]
    return None


def drop_check(site):
    check = check_of(site)
    if check:
        yield (replace(check, ";"), ("dxgk-unchecked-status", "dxgk-leak", *HANDLE), "nobody looks at the status")


def acquire_twice(site):
    check = check_of(site)
    if check and site.statement.kind == "simple":
        text = site.source.text[site.statement.start:check.end]
        yield [(site.statement.start, site.statement.start, f"{{ {text} }} ")], LEAK, "a second acquire overwrites the first"


def leak_behind(site):
    check = check_of(site)
    if check and site.call.function.result == "i32":
        yield ([(check.end, check.end, f" {{ {CHANCE} if (DxlMutantChance()) return (NTSTATUS)0xC0000001L; }}")], LEAK,
               "an error behind the acquire returns at once")


def wrong_owner_of_acquire(site):
    owner = re.match(r"arg\d+->(\w+)$", site.call.rule.acquires[0].get("owner", "")) if site.call.rule else None
    if not owner:
        return
    for statement in site.body.walk():
        match = re.match(rf"[\w.>-]+(?:\.|->){owner.group(1)} *= *(.*);$", statement.text, re.S)
        if statement.kind == "simple" and match:
            start = statement.start + match.start(1)
            for text, what in other_owners(match.group(1)):
                yield ([(start, start + len(match.group(1)), text)], ("dxgk-wrong-adapter", "dxgk-create-contract"),
                       f"the acquire's owner is {what}")


# ---- Operators on functions --------------------------------------------------------------------------------------------

def clear_nothing(program, function, source, body):
    """Stores of NULL into members that hold handles: each keeps what it held."""
    fields = "|".join(sorted(program.handle_fields))
    for statement in body.walk() if fields else ():
        match = re.match(rf"((?:[\w.>\[\]-]+(?:\.|->))?(?:{fields})) *= *{NULLS} *;$", statement.text)
        if statement.kind == "simple" and match:
            yield statement, replace(statement, ";"), AGAIN, "the handle is kept"


def unwind_less(program, function, source, body):
    """A goto to a later label: what stands between is not undone. Only where something between releases."""
    labels = [s for s in body.walk() if s.kind == "label" and source.tokens[s.first].kind == "word"
              and source.tokens[s.first].text not in ("case", "default")]
    calls = [source.token_at(source.offset(c.line, c.column)) for c in function.calls
             if c.file == function.file and program.releases(c)]
    for jump in body.walk():
        if jump.kind != "goto":
            continue
        name = source.tokens[jump.first + 1].text
        at = next((i for i, s in enumerate(labels) if source.tokens[s.first].text == name), None)
        for after in labels[at + 1:] if at is not None else ():
            if any(labels[at].first < call < after.first for call in calls):
                yield jump, replace(jump, f"goto {source.tokens[after.first].text};"), LEAK, "the error path begins too late"
        if at is not None and body.parts[-1].kind == "return" and any(call > labels[at].first for call in calls):
            yield jump, replace(jump, body.parts[-1].text), LEAK, "the error path returns at once"


RELEASE = (("drop-release", drop_release), ("drop-on-one-path", drop_release_on_one_path), ("release-twice", release_twice),
           ("keep-handle", keep_handle), ("wrong-owner", wrong_owner), ("swap-arguments", swap_arguments),
           ("under-lock", under_lock), ("raised-level", raised), ("into-dpc", into_dpc), ("use-after", use_after),
           ("overwrite", overwrite), ("skip-element", skip_element))
ACQUIRE = (("drop-check", drop_check), ("acquire-twice", acquire_twice), ("leak-on-error", leak_behind),
           ("wrong-owner", wrong_owner_of_acquire))
FUNCTION = (("keep-handle", clear_nothing), ("leak-on-error", unwind_less))
NAMES = tuple(dict.fromkeys(name for name, _ in RELEASE + ACQUIRE + FUNCTION))


def mutants_of(program, folder):
    """All mutants of the program whose files lie below the folder, in the order of the text; names are unique."""
    sources, seen, moved, result = {}, set(), set(), []

    def add(operator, function, path, source, statement, edits, checks, what):
        key = (path, tuple(edits))
        if key not in seen:
            seen.add(key)
            result.append(Mutant(operator, function.display, path, source.line_of(statement.start), edits, checks, what))

    for function in sorted(program.functions.values(), key=lambda f: (program.files.get(f.file, ""), f.line, f.name)):
        path = program.files.get(function.file, "")
        if not path.startswith(folder + "/"):
            continue
        try:
            if path not in sources:
                with open(path, encoding="utf-8", errors="surrogateescape", newline="") as text:
                    sources[path] = Source(text.read())
            source = sources[path]
            body = source.body(function.line, function.column, function.end)
        except (Unreadable, OSError):
            continue
        for call in function.calls:
            if call.file != function.file or call.macro:
                continue
            operators = RELEASE if program.releases(call) else ACQUIRE if program.acquires(call) else ()
            site = Site(program, call, source, body) if operators else None
            if not site or not site.statement:
                continue
            for name, operator in operators:
                if operator is into_dpc and (path, call.rule, frozenset(call.callees)) in moved:
                    continue
                for edits, checks, what in operator(site):
                    add(name, function, path, source, site.statement, edits, checks, what)
                    if operator is into_dpc: # one of each callee
                        moved.add((path, call.rule, frozenset(call.callees)))
        for name, operator in FUNCTION:
            for statement, edits, checks, what in operator(program, function, source, body):
                add(name, function, path, source, statement, edits, checks, what)
    result.sort(key=lambda m: (NAMES.index(m.operator), m.path, m.edits[-1][0]))
    counts = {}
    for mutant in result:
        key = (mutant.operator, re.sub(r"<.*>", "", mutant.function))
        counts[key] = counts.get(key, 0) + 1
        mutant.name = f"{key[0]} {key[1]} {counts[key]}".replace("operator ", "operator_")
    return result
