"""Gives a driver that has no context allocations correct ones: of the adapter, from StartDevice to StopDevice, and of each
context, from CreateContext to DestroyContext.

What an entry point returns decides: where it returns success, the allocations are made (all, or it fails); before
StopDevice or DestroyContext do anything, they go. Handles stand in a new last member of the driver's own object, whose
type is the one to which the entry point converts the handle that it gets. What else a driver has acquired when the
grafted part fails is not undone: the rules for that are not in use here.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import re

from operators import outside
from source import Source, Unreadable

ARGUMENTS = ["--", "-fno-access-control"]
HEADERS = (".h", ".hpp", ".hxx", ".c", ".cpp", ".cxx", ".cc")
STEPS = 3 # pointers from the device object to the adapter object
STOP = ("DXGKDDI_STOP_DEVICE", "DXGKDDI_STOP_DEVICE_AND_RELEASE_POST_DISPLAY_OWNERSHIP")

MEMBER = "struct { DXGKRNL_INTERFACE *Interface; DXGKRNL_INTERFACE Copy; HANDLE hSaveArea; HANDLE hRings[4]; UINT RingCount; } DxlGraft; "
HELPERS = """
static NTSTATUS DxlCreate@(DXGKRNL_INTERFACE *Interface, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Interface->DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = Size;
  args.SupportedSegmentSet = 1;
  status = Interface->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  *Allocation = args.hAllocation;
  return STATUS_SUCCESS;
}

static VOID DxlDestroy@(DXGKRNL_INTERFACE *Interface, HANDLE *Allocation)
{
  if (*Allocation != NULL) {
    Interface->DxgkCbDestroyContextAllocation(Interface->DeviceHandle, *Allocation);
    *Allocation = NULL;
  }
}

static VOID DxlDestroyRings@(TYPE *Object)
{
  while (Object->DxlGraft.RingCount > 0) {
    Object->DxlGraft.RingCount--;
    DxlDestroy@(Object->DxlGraft.Interface, &Object->DxlGraft.hRings[Object->DxlGraft.RingCount]);
  }
}

static NTSTATUS DxlMake@(TYPE *Object)
{
  NTSTATUS status;
  UINT i;
  Object->DxlGraft.hSaveArea = NULL;
  Object->DxlGraft.RingCount = 0;
  status = DxlCreate@(Object->DxlGraft.Interface, 0x4000, &Object->DxlGraft.hSaveArea);
  if (!NT_SUCCESS(status))
    return status;
  for (i = 0; i < 4; i++) {
    status = DxlCreate@(Object->DxlGraft.Interface, 0x1000, &Object->DxlGraft.hRings[i]);
    if (!NT_SUCCESS(status))
      goto DestroyAll;
    Object->DxlGraft.RingCount++;
  }
  return STATUS_SUCCESS;

DestroyAll:
  DxlDestroyRings@(Object);
  DxlDestroy@(Object->DxlGraft.Interface, &Object->DxlGraft.hSaveArea);
  return status;
}

static VOID DxlUnmake@(TYPE *Object)
{
  DxlDestroyRings@(Object);
  DxlDestroy@(Object->DxlGraft.Interface, &Object->DxlGraft.hSaveArea);
}

"""


def read(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as source:
        return source.read()


def object_type(function):
    """The record that the function takes its first argument for."""
    if not function.parameters:
        return None
    kind = re.match(r'ptr\(%"?([\w:]+)"?\)', function.parameters[0][0])
    if kind:
        return kind.group(1)
    registers = set()
    for line in function.lines:
        match = re.match(r"  %(\d+) = load ptr \$(\w+)", line)
        if match and match.group(2) == function.parameters[0][1]:
            registers.add(match.group(1))
        match = re.match(r"  %(\d+) = cast \S+ %(\d+)", line)
        if match and match.group(2) in registers:
            registers.add(match.group(1))
        match = (re.match(r'  store ptr\(%"?([\w:]+)"?\) %(\d+),', line) or re.match(r'  %\d+ = cast ptr\(%"?([\w:]+)"?\) %(\d+)', line))
        if match and match.group(2) in registers:
            return match.group(1)
        match = re.match(r'  %\d+ = call ptr\(%"?([\w:]+)"?\) @[^(]*\(%(\d+)\)', line) # a conversion of the driver's own
        if match and match.group(2) in registers:
            return match.group(1)
        match = re.match(r'  %\d+ = field %(\d+) %"?([\w:]+)"?\.', line)
        if match and match.group(1) in registers:
            return match.group(2)
    return None


def definition_of(record, tag, folder):
    """(path, place of the closing brace) of a record's definition in the tree."""
    names = {record.split("::")[-1], (tag or record).split("::")[-1]}
    pattern = re.compile(r"\b(?:struct|class)\s+(?:\w+\s+)?(?:" + "|".join(map(re.escape, sorted(names))) + r")\b\s*(?::[^;{]*)?\{")
    for top, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if not name.endswith(HEADERS):
                continue
            text = read(os.path.join(top, name))
            if not any(n in text for n in names):
                continue
            match = pattern.search(text)
            if match:
                try:
                    source = Source(text)
                    return os.path.join(top, name), source.tokens[source.match(source.token_at(match.end() - 1))].start
                except Unreadable:
                    continue
    return None


def chain(program, start, goal):
    """Members that lead from one record to another, as "->a->b"; None when there are none."""
    todo = [(start, "")]
    for _ in range(STEPS + 1):
        following = []
        for record, text in todo:
            if record == goal:
                return text
            for name, kind in program.records.get(record, ()):
                match = re.match(r'ptr\(%"?([\w:]+)"?\)$', kind)
                if match and match.group(1) != record:
                    following.append((match.group(1), f"{text}->{name}"))
        todo = following
    return None


class Graft:
    def __init__(self, program, folder):
        self.program, self.folder, self.edits, self.sources, self.with_member = program, folder, {}, {}, set()

    def entry(self, role):
        """(function, source, body) of the entry point of that role."""
        for function in self.program.functions.values():
            path = self.program.files.get(function.file, "")
            if role in function.roles and path.startswith(self.folder + "/"):
                source = self.sources.setdefault(path, Source(read(path)))
                try:
                    return function, path, source, source.body(function.line, function.column, function.end)
                except Unreadable:
                    continue
        return None

    def edit(self, path, start, end, text):
        self.edits.setdefault(path, []).append((start, end, text))

    def pair(self, create, destroy, name, interface):
        """interface(create function) gives the statement that sets Interface, or None where nothing leads to it."""
        first = self.entry(create)
        lasts = [entry for entry in map(self.entry, destroy) if entry]
        if not first or not lasts:
            return None
        last = lasts[0]
        kind = object_type(last[0])
        place = definition_of(kind, self.program.tags.get(kind), self.folder) if kind else None
        text = interface(first[0], kind) if place else None
        if not text:
            return None
        if kind not in self.with_member:
            self.edit(place[0], place[1], place[1], MEMBER)
            self.with_member.add(kind)
        function, path, source, body = first
        helpers = HELPERS.replace("@", name).replace("TYPE", kind)
        # One copy of the helpers in each file, before the first function that calls them.
        files = {}
        for _, where, text_, block in sorted([first, *lasts], key=lambda e: (e[1], e[3].start)):
            files.setdefault(where, (text_, block))
        for where in files.items():
            at = outside(where[1][0], where[1][1].first)
            start = where[1][0].tokens[at].start
            self.edit(where[0], start, start, helpers)
        for statement in body.walk():
            if statement.kind == "return" and statement.text != "return;":
                value = statement.text[len("return"):-1]
                self.edit(path, statement.start, statement.end,
                          f"{{ NTSTATUS dxlStatus = ({value}); if (NT_SUCCESS(dxlStatus)) {{ {text} dxlStatus = DxlMake{name}(dxlObject); }} "
                          "return dxlStatus; }")
        for function, path, source, body in lasts:
            if not function.parameters[0][1]: # it gets a name
                function.parameters[0] = (function.parameters[0][0], "dxlHandle")
                at = source.offset(*function.places[0])
                self.edit(path, at, at, " dxlHandle")
            self.edit(path, source.tokens[body.first].end, source.tokens[body.first].end,
                      f" DxlUnmake{name}(({kind} *){function.parameters[0][1]});")
        return " and ".join(entry[0].short for entry in [first, *lasts])

    def start_interface(self, function, kind):
        if len(function.parameters) < 3:
            return None
        names = [name for _, name in function.parameters]
        return (f"{kind} *dxlObject = ({kind} *){names[0]}; dxlObject->DxlGraft.Copy = *{names[2]}; "
                "dxlObject->DxlGraft.Interface = &dxlObject->DxlGraft.Copy;")

    def context_interface(self, function, kind):
        device, start = object_type(function), self.entry("DXGKDDI_STOP_DEVICE")
        adapter = object_type(start[0]) if start else None
        way = chain(self.program, device, adapter) if device and adapter else None
        if way is None or len(function.parameters) < 2:
            return None
        names = [name for _, name in function.parameters]
        return (f"{kind} *dxlObject = ({kind} *){names[1]}->hContext; "
                f"dxlObject->DxlGraft.Interface = &(({device} *){names[0]}){way}->DxlGraft.Copy;")


def apply(program, folder):
    """Grafts into the tree; returns descriptions of where."""
    graft = Graft(program, folder)
    places = [graft.pair("DXGKDDI_START_DEVICE", STOP, "Adapter", graft.start_interface),
              graft.pair("DXGKDDI_CREATECONTEXT", ("DXGKDDI_DESTROYCONTEXT",), "Context", graft.context_interface)]
    for path, edits in graft.edits.items():
        text = read(path)
        for start, end, new in sorted(edits, key=lambda e: (e[0], e[1]), reverse=True):
            text = text[:start] + new + text[end:]
        with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as target:
            target.write(text)
    return [place for place in places if place]
