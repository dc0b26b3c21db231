"""Random functions: each is built so that every allocation is destroyed on every path, with the conditions that tell whether
there is one kept in mind; then, in a share of them, one or two small mistakes are made.

A second kind is loose: statements in any order over a few handles and flags.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import collections
import re

from tree import Block, branch, mutated, print_tree

Program = collections.namedtuple("Program", "name text is_driver", defaults=(False,)) # functions; the last is the root


FILL = ["RtlZeroMemory(&args, sizeof(args));", "args.ContextAllocationFlags.SharedAcrossContexts = 1;",
        "args.hAdapter = Adapter->Dxgk.DeviceHandle;"]


class Item:
    """An allocation that lives now: where its handle is, under which conditions, and what to do when it is gone."""

    def __init__(self, slot, owner, conditions=(), clear=(), count=None, limit=0):
        self.slot, self.owner = slot, owner
        self.conditions, self.clear = list(conditions), list(clear)
        self.count, self.limit = count, limit # of an array


class Builder:
    def __init__(self, random, name):
        self.random, self.name = random, name
        self.declarations, self.helpers, self.number = [], [], collections.Counter()
        self.made_helpers = {}
        self.has_two = random.random() < 0.2
        self.parameters = ["ADAPTER *first", "ADAPTER *second"] if self.has_two else ["GPU_CONTEXT *context"]
        self.exit = random.choice(("return", "return", "goto", "goto", "nest"))
        self.uses_cleanup = self.exit == "goto"
        self.cleanup = []
        self.keeps_open = random.random() < 0.35
        self.fills = random.random() < 0.5
        self.status = self.declare("NTSTATUS", "status", "STATUS_SUCCESS")

    # ---- Names ----

    def declare(self, kind, name, value, suffix=""):
        text = f"{kind} {name}{suffix}{f' = {value}' if value is not None else ''};"
        if text not in self.declarations:
            self.declarations.append(text)
        return name

    def fresh(self, prefix):
        self.number[prefix] += 1
        return f"{prefix}{self.number[prefix] - 1}"

    def chance(self, share):
        return self.random.random() < share

    def adapter(self):
        return self.random.choice(("first", "second")) if self.has_two else "context->Adapter"

    def other(self, adapter):
        return {"first": "second", "second": "first"}.get(adapter, adapter)

    def parameter(self, text):
        if text not in self.parameters:
            self.parameters.append(text)
        return text.split()[-1].lstrip("*")

    def opaque(self):
        """A condition that nobody can decide; often one that can be asked again."""
        kind = self.random.randrange(7)
        if kind == 0:
            return "HardwareIsReady()", False
        if kind == 1:
            return self.parameter("BOOLEAN flag"), True
        if kind == 2:
            mode = self.parameter("ULONG mode")
            return self.random.choice((f"{mode} == 1", f"{mode} > 2", f"({mode} & 1)", f"{mode} != 0", f"{mode} < 3")), True
        if kind == 3:
            name = self.declare("BOOLEAN", self.fresh("ready"), "HardwareIsReady()")
            return name, True
        if kind == 4:
            name = self.declare("ULONG", self.fresh("revision"), "HardwareRevision()")
            return self.random.choice((f"{name} == 1", f"{name} >= 2", f"{name} < 3 && {name} != 1", f"({name} & 2)")), True
        if kind == 5:
            name = self.declare("NTSTATUS", self.fresh("probe"), "ProbeHardware()")
            return self.random.choice((f"NT_SUCCESS({name})", f"{name} == STATUS_SUCCESS", f"{name} == STATUS_TIMEOUT")), True
        return "!HardwareIsReady()", False

    def fill(self, owner):
        """Statements that fill `args` for a create."""
        if self.fills:
            def make(name):
                return [f"static VOID {name}(DXGKARGCB_CREATECONTEXTALLOCATION *Args, ADAPTER *Adapter)", "{",
                        "  RtlZeroMemory(Args, sizeof(*Args));", "  Args->ContextAllocationFlags.SharedAcrossContexts = 1;",
                        "  Args->hAdapter = Adapter->Dxgk.DeviceHandle;", "}", ""]
            return [f"{self.helper('Fill', make)}(&args, {owner});"]
        return [line.replace("Adapter->", owner + "->") for line in FILL]

    # ---- Helpers of the program ----

    def helper(self, kind, make):
        if kind not in self.made_helpers:
            name = f"{self.name}_{kind}"
            self.made_helpers[kind] = name
            self.helpers.append(make(name))
        return self.made_helpers[kind]

    def create_out(self, name):
        """NTSTATUS f(ADAPTER *, HANDLE *), in one of several ways."""
        body = ["DXGKARGCB_CREATECONTEXTALLOCATION args;", "NTSTATUS status;"]
        if self.chance(0.4):
            body.append("*Result = NULL;")
        body += [*FILL, "status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);"]
        way = self.random.randrange(4)
        if way == 0:
            body.append(branch("NT_SUCCESS(status)", ["*Result = args.hAllocation;"]))
        elif way == 1:
            body += [branch("!NT_SUCCESS(status)", ["return status;"]), "*Result = args.hAllocation;"]
        elif way == 2:
            body += [branch("status != STATUS_SUCCESS", ["return STATUS_NO_MEMORY;"]), "status = ProbeHardware();",
                     branch("!NT_SUCCESS(status)",
                            ["Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);",
                             "return status;"]), "*Result = args.hAllocation;"]
        else:
            body += [branch("NT_SUCCESS(status)", ["*Result = args.hAllocation;", "status = STATUS_SUCCESS;"],
                            ["status = STATUS_UNSUCCESSFUL;"])]
        body.append("return status;")
        return [f"static NTSTATUS {name}(ADAPTER *Adapter, HANDLE *Result)", "{", *print_tree(body), "}", ""]

    def create_value(self, name):
        body = ["DXGKARGCB_CREATECONTEXTALLOCATION args;", *FILL]
        if self.chance(0.5):
            body += [branch("NT_SUCCESS(Adapter->Dxgk.DxgkCbCreateContextAllocation(&args))", ["return args.hAllocation;"]),
                     "return NULL;"]
        else:
            body += ["HANDLE result = NULL;", "NTSTATUS status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);",
                     branch("NT_SUCCESS(status)", ["result = args.hAllocation;"]), "return result;"]
        return [f"static HANDLE {name}(ADAPTER *Adapter)", "{", *print_tree(body), "}", ""]

    def create_bool(self, name):
        body = ["DXGKARGCB_CREATECONTEXTALLOCATION args;", "NTSTATUS status;", *FILL,
                "status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);"]
        if self.chance(0.5):
            body += [branch("!NT_SUCCESS(status)", ["return FALSE;"]), "*Result = args.hAllocation;", "return TRUE;"]
        else:
            body += ["*Result = NT_SUCCESS(status) ? args.hAllocation : NULL;", "return NT_SUCCESS(status) ? TRUE : FALSE;"]
        return [f"static BOOLEAN {name}(ADAPTER *Adapter, HANDLE *Result)", "{", *print_tree(body), "}", ""]

    def create_box(self, name):
        body = ["DXGKARGCB_CREATECONTEXTALLOCATION args;", "NTSTATUS status;", "Box->IsValid = FALSE;",
                *FILL, "status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);"]
        way = self.random.randrange(3)
        if way == 0:
            body.append(branch("NT_SUCCESS(status)", ["Box->Handle = args.hAllocation;", "Box->IsValid = TRUE;"]))
        elif way == 1:
            body += ["Box->Handle = args.hAllocation;", "Box->IsValid = NT_SUCCESS(status) ? TRUE : FALSE;"]
        else:
            body += ["Box->IsValid = (BOOLEAN)NT_SUCCESS(status);",
                     branch("Box->IsValid", ["Box->Handle = args.hAllocation;"])]
        body.append("return status;")
        return [f"static NTSTATUS {name}(ADAPTER *Adapter, BOX *Box)", "{", *print_tree(body), "}", ""]

    def destroy_plain(self, name):
        return [f"static VOID {name}(ADAPTER *Adapter, HANDLE Allocation)", "{",
                "  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);", "}", ""]

    def destroy_clear(self, name):
        body = [branch("*Allocation", ["Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, *Allocation);",
                                       "*Allocation = NULL;"])]
        if self.chance(0.3):
            body = [branch("!*Allocation", ["return;"]),
                    "Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, *Allocation);", "*Allocation = NULL;"]
        return [f"static VOID {name}(ADAPTER *Adapter, HANDLE *Allocation)", "{", *print_tree(body), "}", ""]

    def destroy_list(self, name):
        body = ["ULONG i;", Block("for (i = 0; i < Count; i++) {",
                                  ["Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, List[i]);"])]
        return [f"static VOID {name}(ADAPTER *Adapter, HANDLE *List, ULONG Count)", "{", *print_tree(body), "}", ""]

    def destroy_box(self, name):
        body = [branch("Box->IsValid", ["Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Box->Handle);",
                                        "Box->IsValid = FALSE;"])]
        return [f"static VOID {name}(ADAPTER *Adapter, BOX *Box)", "{", *print_tree(body), "}", ""]

    # ---- Statements ----

    def destroy(self, owner, slot):
        if self.chance(0.3):
            return f"{self.helper('Destroy', self.destroy_plain)}({owner}, {slot});"
        return f"{owner}->Dxgk.DxgkCbDestroyContextAllocation({owner}->Dxgk.DeviceHandle, {slot});"

    def release(self, item):
        """Statements that destroy what is there; what told that it is there is cleared."""
        clear = [c for c in item.clear if self.chance(0.9)]
        if item.count:
            way = self.random.randrange(4)
            if way == 0:
                index = self.declare("ULONG", "j", "0")
                loop = Block(f"for ({index} = 0; {index} < {item.count}; {index}++) {{",
                             [self.destroy(item.owner, f"{item.slot}[{index}]")])
                return [loop, f"{item.count} = 0;"]
            if way == 1:
                return [Block(f"while ({item.count} > 0) {{",
                              [f"{item.count}--;", self.destroy(item.owner, f"{item.slot}[{item.count}]")])]
            if way == 2:
                return [f"{self.helper('DestroyList', self.destroy_list)}({item.owner}, {item.slot}, {item.count});",
                        f"{item.count} = 0;"]
            index = self.declare("ULONG", "j", "0")
            body = [branch(f"{item.slot}[{index}]", [self.destroy(item.owner, f"{item.slot}[{index}]"),
                                                     f"{item.slot}[{index}] = NULL;"])]
            return [Block(f"for ({index} = 0; {index} < {item.limit}; {index}++) {{", body), f"{item.count} = 0;"]
        if item.conditions == [item.slot] and self.chance(0.3) and "->" not in item.slot:
            slot = item.slot[1:] if item.slot.startswith("*") else "&" + item.slot
            return [f"{self.helper('Drop', self.destroy_clear)}({item.owner}, {slot});"]
        if item.slot.endswith(".Handle") and item.conditions == [item.slot[:-6] + "IsValid"] and self.chance(0.5):
            return [f"{self.helper('DropBox', self.destroy_box)}({item.owner}, &{item.slot[:-7]});"]
        body = [self.destroy(item.owner, item.slot), *clear]
        if not item.conditions:
            return body
        conditions = list(item.conditions)
        if len(conditions) > 1 and self.chance(0.4): # nested
            for condition in reversed(conditions):
                body = [branch(condition, body)]
            return body
        return [branch(" && ".join(f"({c})" if " && " in c or "==" in c else c for c in conditions), body)]

    def use(self, item):
        slot = item.slot if not item.count else f"{item.slot}[0]"
        conditions = list(item.conditions) + ([f"{item.count} > 0"] if item.count else [])
        self.declare("DXGKARGCB_UPDATECONTEXTALLOCATION", "update", "{0}")
        body = [f"update.hAllocation = {slot};",
                f"{item.owner}->Dxgk.DxgkCbUpdateContextAllocation({item.owner}->Dxgk.DeviceHandle, &update);"]
        return [branch(" && ".join(f"({c})" for c in conditions), body)] if conditions else body

    def leave(self, items, status):
        """The way out after a failure."""
        if self.exit == "goto":
            return ["goto Cleanup;"]
        nodes = []
        for item in reversed(items):
            nodes += self.release(item)
        return nodes + [f"return {status};"]

    def locked(self, nodes):
        where = "first" if self.has_two else "context->Adapter"
        kind = self.random.randrange(3)
        if kind == 0:
            old = self.declare("KIRQL", "old", "PASSIVE_LEVEL")
            return [f"KeAcquireSpinLock(&{where}->Lock, &{old});", *nodes, f"KeReleaseSpinLock(&{where}->Lock, {old});"]
        if kind == 1:
            return [f"ExAcquireFastMutex(&{where}->Mutex);", *nodes, f"ExReleaseFastMutex(&{where}->Mutex);"]
        old = self.declare("KIRQL", "raised", "PASSIVE_LEVEL")
        return [f"KeRaiseIrql(DISPATCH_LEVEL, &{old});", *nodes, f"KeLowerIrql({old});"]

    # ---- Segments: what a function does, one after the other ----

    def plan(self, count):
        kinds = ["create"] * 6 + ["array"] * 2 + ["probe"] * 3 + ["maybe-destroy", "use", "move", "lock", "switch", "again", "status"]
        plan = [self.random.choice(kinds) for _ in range(count)]
        if not any(k in ("create", "array", "switch") for k in plan):
            plan[0] = "create"
        return plan

    def segments(self, plan, items):
        if not plan:
            return self.final(items)
        kind, rest = plan[0], plan[1:]
        if kind == "create":
            return self.create(rest, items)
        if kind == "array":
            return self.array(rest, items)
        if kind == "probe":
            return self.probe(rest, items)
        nodes = []
        if kind == "lock":
            conditional = self.chance(0.3)
            inner = [self.random.choice((f"{self.where()}->Flags |= 2;", f"{self.where()}->Flags = 0;"))]
            if conditional:
                condition, is_stable = self.opaque()
                if is_stable:
                    section = self.locked(inner)
                    nodes = [branch(condition, section[:1]), *section[1:-1], branch(condition, section[-1:])]
            nodes = nodes or self.locked(inner)
        elif kind == "status":
            nodes = [f"{self.status} = ProbeHardware();"]
        elif kind == "use" and items:
            nodes = self.use(self.random.choice(items))
        elif kind == "maybe-destroy" and items:
            item = self.random.choice(items)
            condition, is_stable = self.opaque()
            body = self.release(Item(item.slot, item.owner, item.conditions, item.clear, item.count, item.limit))
            has_marker = item.count or (item.conditions and item.clear)
            if has_marker:
                nodes = [branch(condition, body)]
            elif is_stable and not item.count:
                nodes = [branch(condition, body)]
                item.conditions.append(f"!({condition})")
            else:
                gone = self.declare("BOOLEAN", self.fresh("gone"), "FALSE")
                nodes = [branch(condition, body + [f"{gone} = TRUE;"])]
                item.conditions.append(f"!{gone}")
        elif kind == "move" and items:
            nodes = self.move(self.random.choice(items))
        elif kind == "switch":
            return self.switch(rest, items)
        elif kind == "again" and items:
            item = self.random.choice(items)
            if not item.count:
                nodes = self.release(item)
                items = [i for i in items if i is not item]
        return nodes + self.segments(rest, items)

    def where(self):
        return "first" if self.has_two else "context->Adapter"

    def new_slot(self):
        """(lvalue, text that sets it to nothing or None when it may hold something else before)"""
        kind = self.random.randrange(10)
        if kind < 5:
            return self.declare("HANDLE", self.fresh("h"), "NULL")
        if kind < 7:
            return self.declare("BOX", self.fresh("box"), "{0}") + ".Handle"
        if kind == 7:
            name = self.declare("HANDLE", self.fresh("list"), "{0}", "[LIST_LENGTH]")
            return f"{name}[{self.random.randrange(3)}]"
        if kind == 8:
            name = self.declare("HANDLE", self.fresh("h"), "NULL")
            return "*" + self.declare("HANDLE *", self.fresh("p"), "&" + name)
        return self.declare("HANDLE", self.fresh("h"), "NULL")

    def create(self, rest, items):
        owner, slot = self.adapter(), self.new_slot()
        status = self.status if self.chance(0.7) else self.declare("NTSTATUS", self.fresh("st"), "STATUS_UNSUCCESSFUL")
        guard = None
        if self.chance(0.25):
            guard = self.opaque()
        address = slot[1:] if slot.startswith("*") else "&" + slot
        style = self.random.choice(("inline", "inline", "inline", "out", "out", "value", "bool", "box"))
        if style == "box" and not slot.endswith(".Handle"):
            style = "out"
        # What tells later that it is there.
        marks = ["null", "flag", "bits"] + (["box"] if slot.endswith(".Handle") else [])
        mark = "box" if style == "box" else self.random.choice(marks)
        conditions, set_mark, clear = [], [], []
        if mark == "null":
            conditions, clear = [slot], [f"{slot} = NULL;"]
        elif mark == "flag":
            flag = self.declare("BOOLEAN", self.fresh("has"), "FALSE")
            conditions, set_mark, clear = [flag], [f"{flag} = TRUE;"], [f"{flag} = FALSE;"]
        elif mark == "bits":
            self.declare("ULONG", "done", "0")
            bit = 1 << (self.number["bit"] % 3)
            self.number["bit"] += 1
            conditions, set_mark, clear = [f"(done & {bit})"], [f"done |= {bit};"], [f"done &= ~{bit}u;"]
        else:
            valid = slot[:-6] + "IsValid"
            conditions, clear = [valid], [f"{valid} = FALSE;"]
            set_mark = [] if style == "box" else [f"{valid} = TRUE;"]
        nodes, failure = [], ""
        success = self.random.choice((f"NT_SUCCESS({status})", f"NT_SUCCESS({status})", f"{status} >= 0", f"{status} == STATUS_SUCCESS"))
        keep = []
        if style == "inline":
            self.declare("DXGKARGCB_CREATECONTEXTALLOCATION", "args", "{0}")
            nodes = [*self.fill(owner), f"{status} = {owner}->Dxgk.DxgkCbCreateContextAllocation(&args);"]
            keep = [f"{slot} = args.hAllocation;"]
        elif style == "out":
            nodes = [f"{status} = {self.helper('Create', self.create_out)}({owner}, {address});"]
            success = f"NT_SUCCESS({status})"
        elif style == "value":
            nodes = [f"{slot} = {self.helper('Make', self.create_value)}({owner});"]
            success = self.random.choice((slot, f"{slot} != NULL"))
            status = "STATUS_NO_MEMORY"
        elif style == "bool":
            flag = self.declare("BOOLEAN", self.fresh("ok"), "FALSE")
            nodes = [f"{flag} = {self.helper('Try', self.create_bool)}({owner}, {address});"]
            success, status = flag, "STATUS_UNSUCCESSFUL"
        else:
            nodes = [f"{status} = {self.helper('FillBox', self.create_box)}({owner}, &{slot[:-7]});"]
            success = f"NT_SUCCESS({status})"
        failed = f"!{success}" if success.startswith(("NT_", "h", "ok")) and " " not in success else f"!({success})"
        if self.chance(0.2): # the test comes late
            nodes += self.locked([f"{self.where()}->Flags |= 1;"]) if self.chance(0.5) else [f"{self.where()}->Flags = 4;"]
        marked = Item(slot, owner, conditions, clear)
        ready = keep + set_mark
        if guard:
            condition, is_stable = guard
            if self.chance(0.5) or self.exit == "nest": # failing is no failure
                body = nodes + ([branch(success, ready)] if ready else [])
                after = [branch(condition, body)]
            else:
                after = [branch(condition, nodes + [branch(failed, self.leave(items, status))] + ready)]
                if is_stable and self.exit != "goto" and self.chance(0.5):
                    marked = Item(slot, owner, [condition])
            return after + self.keep_cleanup(marked) + self.segments(rest, items + [marked])
        if self.exit == "nest":
            sure = Item(slot, owner, [], clear) if self.chance(0.6) else marked
            inner = ready + self.segments(rest, items + [sure])
            return nodes + [branch(success, inner)] + self.undo(items)
        if self.keeps_open and self.chance(0.5): # goes on without it
            after = [branch(success, ready)] if ready else []
            if self.exit == "return" and status.startswith("st") and status != "status" and self.chance(0.5):
                marked = Item(slot, owner, [success])
            return nodes + after + self.keep_cleanup(marked) + self.segments(rest, items + [marked])
        sure = marked if self.exit == "goto" or self.chance(0.3) else Item(slot, owner, [], clear)
        return nodes + [branch(failed, self.leave(items, status))] + ready + self.keep_cleanup(marked) + \
            self.segments(rest, items + [sure])

    def keep_cleanup(self, item):
        if self.exit == "goto":
            self.cleanup.insert(0, item)
        return []

    def undo(self, items):
        """After a nested part that destroyed everything on its way: here nothing was made."""
        nodes = []
        for item in reversed(items):
            nodes += self.release(item)
        return nodes + [f"return {self.status};"]

    def array(self, rest, items):
        owner = self.adapter()
        status = self.status
        self.declare("DXGKARGCB_CREATECONTEXTALLOCATION", "args", "{0}")
        index = self.declare("ULONG", "i", "0")
        if self.chance(0.7):
            slot = self.declare("HANDLE", self.fresh("list"), "{0}", "[LIST_LENGTH]")
            count = self.declare("ULONG", self.fresh("made"), "0")
        else:
            box = self.declare("BOX", self.fresh("box"), "{0}")
            slot, count = f"{box}.List", f"{box}.Count"
        way = self.random.randrange(3)
        if way == 0:
            limit = str(self.random.randint(2, 4))
        elif way == 1:
            limit = self.parameter("ULONG n")
        else:
            limit = self.declare("ULONG", self.fresh("wanted"), "HardwareRevision()")
        item = Item(slot, owner, count=count, limit=limit)
        nodes = [*self.fill(owner), f"{status} = {owner}->Dxgk.DxgkCbCreateContextAllocation(&args);"]
        # A list that is searched for NULL needs each element there only when it was made.
        style = self.random.randrange(3)
        if style == 0: # stops at the first failure
            nodes += [branch(f"!NT_SUCCESS({status})", ["break;"]), f"{slot}[{index}] = args.hAllocation;", f"{count}++;"]
        elif style == 1:
            nodes += [branch(f"NT_SUCCESS({status})", [f"{slot}[{count}] = args.hAllocation;", f"{count}++;"])]
        else:
            nodes = [f"{status} = {self.helper('Create', self.create_out)}({owner}, &{slot}[{index}]);",
                     branch(f"!NT_SUCCESS({status})", self.leave(items + [item], status) if self.exit != "nest" else ["break;"]),
                     f"{count}++;"]
        # Destroying through the limit needs the list to be empty above what was made: it is.
        condition = f"{index} < {limit}" + (f" && {index} < 4" if way else "")
        loop = Block(f"for ({index} = 0; {condition}; {index}++) {{", nodes)
        if not limit.isdigit():
            item.limit = "LIST_LENGTH"
        after = []
        if style == 0 and self.exit != "nest" and self.chance(0.4):
            after = [branch(f"{count} < {limit}" if limit.isdigit() else f"!NT_SUCCESS({status})",
                            self.leave(items + [item], self.random.choice((status, "STATUS_NO_MEMORY"))))]
            if not limit.isdigit():
                loop = [f"{status} = STATUS_SUCCESS;", loop]
        loops = loop if isinstance(loop, list) else [loop]
        self.keep_cleanup(item)
        return loops + after + self.segments(rest, items + [item])

    def probe(self, rest, items):
        way = self.random.randrange(4)
        if way == 0:
            nodes = [f"{self.status} = ProbeHardware();"]
            good = f"NT_SUCCESS({self.status})"
            status = self.status
        elif way == 1:
            nodes, good, status = [], "HardwareIsReady()", "STATUS_NOT_SUPPORTED"
        elif way == 2:
            condition, _ = self.opaque()
            nodes, good, status = [], condition, "STATUS_UNSUCCESSFUL"
        else:
            nodes, good, status = [], "NT_SUCCESS(ProbeHardware())", "STATUS_UNSUCCESSFUL"
        if self.exit == "nest":
            return nodes + [branch(good, self.segments(rest, list(items)))] + self.undo(items)
        return nodes + [branch(f"!({good})", self.leave(items, status))] + self.segments(rest, items)

    def move(self, item):
        if item.count:
            return []
        kind = self.random.randrange(3)
        if item.slot.endswith(".Handle") and kind < 2:
            box = self.declare("BOX", self.fresh("box"), "{0}")
            old = item.slot[:-7]
            nodes = [f"{box} = {old};"]
            if self.exit == "goto":
                nodes += [c for c in item.clear if c.startswith(old)]
            new = Item(f"{box}.Handle", item.owner, [c.replace(old + ".", box + ".") for c in item.conditions],
                       [c.replace(old + ".", box + ".") for c in item.clear])
        else:
            name = self.declare("HANDLE", self.fresh("h"), "NULL")
            nodes = [f"{name} = {item.slot};"]
            if item.conditions == [item.slot]:
                nodes.append(f"{item.slot} = NULL;")
                new = Item(name, item.owner, [name], [f"{name} = NULL;"])
            elif self.exit == "goto":
                return []
            else:
                new = Item(name, item.owner, item.conditions, item.clear)
        if self.exit == "goto":
            self.cleanup.insert(0, new)
            if not any(c.startswith(item.slot) or c.startswith(item.slot.split(".")[0] + ".") for c in item.clear):
                self.cleanup = [i for i in self.cleanup if i.slot != item.slot]
        item.slot, item.conditions, item.clear = new.slot, list(new.conditions), list(new.clear)
        return nodes

    def switch(self, rest, items):
        """Creates in one case of a switch; a later switch, or an if on the same value, destroys."""
        owner = self.adapter()
        mode = self.parameter("ULONG mode") if self.chance(0.6) else self.declare("ULONG", self.fresh("revision"), "HardwareRevision()")
        name = self.declare("HANDLE", self.fresh("h"), "NULL")
        helper = self.helper("Create", self.create_out)
        status = self.declare("NTSTATUS", self.fresh("st"), "STATUS_UNSUCCESSFUL")
        case = self.random.randrange(3)
        make = [f"case {case}:", f"{status} = {helper}({owner}, &{name});", "break;"]
        more = [f"case {case + 1}:"] if self.chance(0.3) else []
        other = [f"case {case + 2}:", f"{self.where()}->Flags |= 8;"] + (["break;"] if self.chance(0.8) else [])
        switch = Block(f"switch ({mode}) {{", more + make + other + ["default:", "break;"])
        if self.exit == "goto" or more or self.chance(0.4):
            item = Item(name, owner, [name], [f"{name} = NULL;"])
        elif self.chance(0.5):
            item = Item(name, owner, [f"NT_SUCCESS({status})"])
        else:
            item = Item(name, owner, [f"{mode} == {case}", f"NT_SUCCESS({status})"])
        self.keep_cleanup(item)
        return [switch] + self.segments(rest, items + [item])

    def final(self, items):
        nodes, stay = [], list(items)
        if items and self.chance(0.3):
            item = self.random.choice(items)
            target = None
            if not self.has_two and not item.count:
                target = self.random.choice(("context->SaveArea", "context->Ring", f"*{self.parameter('HANDLE *out')}"))
            if target and (self.exit != "goto" or item.clear):
                body = [f"{target} = {item.slot};"] + (item.clear if self.exit == "goto" else [])
                nodes += [branch(" && ".join(f"({c})" for c in item.conditions), body)] if item.conditions else body
                stay = [i for i in items if i is not item]
        if self.exit == "goto":
            return nodes # falls into the cleanup
        for item in reversed(stay):
            nodes += self.release(item)
        return nodes + [f"return {self.status};"]

    def build(self):
        nodes = self.segments(self.plan(self.random.randint(2, 5)), [])
        if self.exit == "goto":
            nodes.append("Cleanup:")
            seen = set()
            for item in self.cleanup:
                if item.slot not in seen:
                    nodes += self.release(item)
                seen.add(item.slot)
            nodes.append(f"return {self.status};")
        return nodes


# ---- Loose functions -------------------------------------------------------------------------------------------------------------

class Loose(Builder):
    def build(self):
        self.exit = "return"
        self.handles = [self.declare("HANDLE", f"h{i}", "NULL") for i in range(self.random.randint(1, 3))]
        self.flags = [self.declare("BOOLEAN", f"has{i}", "FALSE") for i in range(2)]
        self.creates = 0
        nodes = self.body(self.random.randint(4, 9), 0)
        for handle in self.handles:
            if self.chance(0.7):
                nodes.append(branch(self.random.choice((handle, handle, f"{handle} != NULL")), self.gone(handle)))
        return nodes + [f"return {self.status};"]

    def gone(self, handle):
        return [self.destroy(self.adapter(), handle)] + ([f"{handle} = NULL;"] if self.chance(0.8) else [])

    def condition(self):
        way = self.random.randrange(6)
        handle, flag = self.random.choice(self.handles), self.random.choice(self.flags)
        return (f"{handle}", f"{flag}", f"!{flag}", f"!{handle}", f"NT_SUCCESS({self.status})", self.opaque()[0])[way]

    def body(self, count, depth):
        nodes = []
        for _ in range(count):
            nodes += self.statement(depth)
        return nodes

    def statement(self, depth):
        way, handle, flag = self.random.randrange(16), self.random.choice(self.handles), self.random.choice(self.flags)
        if way < 4 and self.creates < 4:
            self.creates += 1
            owner = self.adapter()
            if self.chance(0.5):
                return [f"{self.status} = {self.helper('Create', self.create_out)}({owner}, &{handle});"] + \
                    ([f"{flag} = NT_SUCCESS({self.status}) ? TRUE : FALSE;"] if self.chance(0.3) else [])
            self.declare("DXGKARGCB_CREATECONTEXTALLOCATION", "args", "{0}")
            return [*self.fill(owner), f"{self.status} = {owner}->Dxgk.DxgkCbCreateContextAllocation(&args);",
                    branch(f"NT_SUCCESS({self.status})", [f"{handle} = args.hAllocation;"] +
                           ([f"{flag} = TRUE;"] if self.chance(0.4) else []))]
        if way < 7:
            body = self.gone(handle) + ([f"{flag} = FALSE;"] if self.chance(0.2) else [])
            return [branch(self.random.choice((handle, flag, self.condition())), body)] if self.chance(0.85) else body
        if way == 7:
            return [f"{handle} = {self.random.choice(self.handles + ['NULL'])};"]
        if way == 8:
            return [f"{flag} = {self.random.choice(('TRUE', 'FALSE', 'HardwareIsReady()', f'({handle} != NULL)'))};"]
        if way < 12 and depth < 2:
            yes = self.body(self.random.randint(1, 3), depth + 1)
            no = self.body(self.random.randint(1, 2), depth + 1) if self.chance(0.3) else None
            return [branch(self.condition(), yes, no)]
        if way == 12 and depth < 1:
            index = self.declare("ULONG", "i", "0")
            limit = self.random.choice(("2", "3", self.parameter("ULONG n")))
            body = self.body(self.random.randint(1, 3), 2)
            if self.chance(0.5):
                body.append(branch(self.condition(), ["break;"]))
            return [Block(f"for ({index} = 0; {index} < {limit}; {index}++) {{", body)]
        if way == 13:
            return self.use(Item(handle, self.adapter(), [handle] if self.chance(0.8) else []))
        if way == 14 and depth:
            return [f"return {self.status};"] if self.chance(0.5) else []
        if way == 15:
            return self.locked([f"{self.where()}->Flags |= 1;"])
        return [f"{self.status} = ProbeHardware();"]


def function(random, name):
    """One program of the kind `function`."""
    builder = (Loose if random.random() < 0.4 else Builder)(random, name)
    nodes = builder.build()
    share = random.random()
    if not isinstance(builder, Loose):
        known = " ".join(builder.declarations + builder.parameters)
        changed = mutated(random, nodes, 0 if share < 0.4 else 1 if share < 0.8 else 2)
        if all(re.search(rf"\b{name}\b", known) for name in set(re.findall(r"\b(?:h\d|second)\b", "\n".join(print_tree(changed))))):
            nodes = changed
    head = f"NTSTATUS {name}({', '.join(builder.parameters)})"
    lines = [line for helper in builder.helpers for line in helper]
    lines += [head, "{", *("  " + d for d in builder.declarations), *print_tree(nodes), "}"]
    return Program(name, "\n".join(lines) + "\n")
