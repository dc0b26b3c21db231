"""Random drivers: entry points that make and end an adapter, devices and contexts, and those that are called in between.

Each of the three objects has slots for handles. What makes a slot live is kept in mind as for functions: the create entry point
of the object, one in between (when it finds the slot empty), or that of an object below; the end of the object destroys it.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import re

from functions import Program
from tree import Block, branch, mutated, print_tree


class Slot:
    """`field` of an object; `mark`: null, or the name of a flag."""

    def __init__(self, field, mark, kind):
        self.field, self.mark, self.kind = field, mark, kind


ADAPTER_SLOTS = (("Table", "HasTable"), ("Scratch", None))
DEVICE_SLOTS = (("Table", "HasTable"),)
CONTEXT_SLOTS = (("Ring", "HasRing"), ("SaveArea", None))


class Driver:
    def __init__(self, random, name):
        self.random, self.name = random, name
        self.has_helpers = random.random() < 0.6
        self.clears = random.random() < 0.8
        self.where_ends = random.choice(("stop", "stop", "remove"))
        self.slots = {
            "adapter": self.choose_slots(ADAPTER_SLOTS, 0.5),
            "device": self.choose_slots(DEVICE_SLOTS, 0.4),
            "context": self.choose_slots(CONTEXT_SLOTS, 0.7),
        }
        self.context_list = random.random() < 0.25
        if not any(self.slots.values()) and not self.context_list:
            self.slots["context"] = [Slot("Ring", "HasRing", "create")]

    def chance(self, share):
        return self.random.random() < share

    def choose_slots(self, names, share):
        return [Slot(field, flag if flag and self.chance(0.5) else None, self.random.choice(("create", "create", "lazy")))
                for field, flag in names if self.chance(share)]

    # ---- Statements ----

    def condition(self, base, slot):
        if slot.mark:
            return f"{base}->{slot.mark}"
        return self.random.choice((f"{base}->{slot.field}", f"{base}->{slot.field} != NULL"))

    def destroy(self, adapter, value):
        if self.has_helpers:
            return f"{self.name}_Destroy({adapter}, {value});"
        return f"{adapter}->Dxgk.DxgkCbDestroyContextAllocation({adapter}->Dxgk.DeviceHandle, {value});"

    def release(self, base, slot, adapter, must_clear=False):
        body = [self.destroy(adapter, f"{base}->{slot.field}")]
        if must_clear or self.clears:
            body.append(f"{base}->{slot.mark} = FALSE;" if slot.mark else f"{base}->{slot.field} = NULL;")
        return branch(self.condition(base, slot), body)

    def create(self, base, slot, adapter, failure):
        """Creates into a slot that is empty. failure: statements, or None when the driver can do without."""
        mark = [f"{base}->{slot.mark} = TRUE;"] if slot.mark else []
        if self.has_helpers and self.chance(0.7):
            nodes = [f"status = {self.name}_Create({adapter}, &{base}->{slot.field});"]
            store = mark
        else:
            nodes = ["RtlZeroMemory(&args, sizeof(args));", "args.ContextAllocationFlags.SharedAcrossContexts = 1;",
                     f"args.hAdapter = {adapter}->Dxgk.DeviceHandle;",
                     f"status = {adapter}->Dxgk.DxgkCbCreateContextAllocation(&args);"]
            store = [f"{base}->{slot.field} = args.hAllocation;"] + mark
        if failure is None:
            return nodes + ([branch("NT_SUCCESS(status)", store)] if store else []) + ["status = STATUS_SUCCESS;"]
        return nodes + [branch("!NT_SUCCESS(status)", failure)] + store

    def use(self, base, slot, adapter):
        return branch(self.condition(base, slot), [
            f"update.hAllocation = {base}->{slot.field};",
            f"{adapter}->Dxgk.DxgkCbUpdateContextAllocation({adapter}->Dxgk.DeviceHandle, &update);"])

    def lazy(self, base, slot, adapter):
        """What an entry point in between does with a slot."""
        way = self.random.randrange(4)
        if way == 0 or slot.kind == "lazy":
            return [branch(f"!{base}->{slot.mark or slot.field}", self.create(base, slot, adapter, None))]
        if way == 1:
            return [branch("HardwareIsReady()", [self.release(base, slot, adapter, True)])]
        if way == 2:
            return [self.use(base, slot, adapter)]
        return [self.release(base, slot, adapter, True), *self.create(base, slot, adapter, None)]

    def made(self, base, slots, adapter, leave):
        """Creates the slots of a new object; what was made is undone when one fails, or the hardware does."""
        nodes, done = [], []
        for slot in slots:
            if slot.kind != "create":
                continue
            undo = [self.release(base, s, adapter) for s in reversed(done)]
            conditional = self.chance(0.25)
            part = self.create(base, slot, adapter, None if self.chance(0.3) else undo + leave)
            nodes += [branch("HardwareIsReady()", part)] if conditional else part
            done.append(slot)
        if self.chance(0.3):
            undo = [self.release(base, s, adapter) for s in reversed(done)]
            nodes.append(branch(self.random.choice(("!HardwareIsReady()", "!NT_SUCCESS(ProbeHardware())")),
                                undo + ["status = STATUS_UNSUCCESSFUL;"] + leave))
        return nodes

    # ---- Entry points: name, head, declarations, body ----

    def entry(self, name, parameters, declarations, body):
        return (f"{self.name}_{name}", f"static NTSTATUS {self.name}_{name}({parameters})",
                ["DXGKARGCB_CREATECONTEXTALLOCATION args = {0};", "DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};",
                 "NTSTATUS status = STATUS_SUCCESS;", *declarations], body)

    def entries(self):
        slots = self.slots
        start = ["adapter->Dxgk = *Interface;", "*Sources = 0;", "*Children = 0;"]
        if self.where_ends == "remove": # what the last start made is still there
            for slot in slots["adapter"]:
                if slot.kind == "create":
                    start += [branch(f"!adapter->{slot.mark or slot.field}", self.create("adapter", slot, "adapter", None))]
            stop = []
            remove = [self.release("adapter", s, "adapter") for s in slots["adapter"]]
        else:
            start += self.made("adapter", slots["adapter"], "adapter", ["return status;"])
            stop = [self.release("adapter", s, "adapter", True) for s in slots["adapter"]]
            remove = []
        new = "{0} = ({1} *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*{0}), ORACLE_TAG);"
        yield self.entry("AddDevice", "CONST PDEVICE_OBJECT PhysicalDevice, PVOID *MiniportDeviceContext", ["ADAPTER *adapter;"],
                         ["UNREFERENCED_PARAMETER(PhysicalDevice);", new.format("adapter", "ADAPTER"),
                          branch("!adapter", ["return STATUS_NO_MEMORY;"]), "RtlZeroMemory(adapter, sizeof(*adapter));",
                          "*MiniportDeviceContext = adapter;", "return status;"])
        miniport = "ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;"
        yield self.entry("RemoveDevice", "CONST PVOID MiniportDeviceContext", [miniport],
                         remove + ["ExFreePoolWithTag(adapter, ORACLE_TAG);", "return status;"])
        yield self.entry("StartDevice", "CONST PVOID MiniportDeviceContext, PDXGK_START_INFO StartInfo, "
                         "PDXGKRNL_INTERFACE Interface, PULONG Sources, PULONG Children", [miniport],
                         ["UNREFERENCED_PARAMETER(StartInfo);"] + start + ["return STATUS_SUCCESS;"])
        yield self.entry("StopDevice", "CONST PVOID MiniportDeviceContext", [miniport], stop + ["return status;"])
        free = "ExFreePoolWithTag({}, ORACLE_TAG);"
        body = [new.format("device", "DEVICE"), branch("!device", ["return STATUS_NO_MEMORY;"]),
                "RtlZeroMemory(device, sizeof(*device));", "device->Adapter = adapter;", "device->hDxgDevice = Create->hDevice;"]
        body += self.made("device", slots["device"], "adapter", [free.format("device"), "return status;"])
        lazy_adapter = [s for s in slots["adapter"] if s.kind == "lazy"]
        if lazy_adapter and self.chance(0.3):
            body += self.lazy("adapter", lazy_adapter[0], "adapter")
        yield self.entry("CreateDevice", "CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *Create",
                         ["ADAPTER *adapter = (ADAPTER *)hAdapter;", "DEVICE *device;"],
                         body + ["Create->hDevice = device;", "return STATUS_SUCCESS;"])
        yield self.entry("DestroyDevice", "CONST HANDLE hDevice", ["DEVICE *device = (DEVICE *)hDevice;"],
                         [self.release("device", s, "device->Adapter") for s in slots["device"]] + [free.format("device"), "return status;"])
        adapter = self.random.choice(("device->Adapter", "context->Adapter"))
        body = [new.format("context", "GPU_CONTEXT"), branch("!context", ["return STATUS_NO_MEMORY;"]),
                "RtlZeroMemory(context, sizeof(*context));", "context->Adapter = device->Adapter;", "context->Device = device;",
                "context->hDxgContext = Create->hContext;"]
        body += self.made("context", slots["context"], adapter, [free.format("context"), "return status;"])
        ends = [self.release("context", s, "context->Adapter") for s in slots["context"]]
        index = []
        if self.context_list:
            limit = self.random.choice(("2", "3", "Create->NodeOrdinal"))
            index = ["ULONG i;"]
            make = ["RtlZeroMemory(&args, sizeof(args));", "args.ContextAllocationFlags.SharedAcrossContexts = 1;",
                    f"args.hAdapter = {adapter}->Dxgk.DeviceHandle;",
                    f"status = {adapter}->Dxgk.DxgkCbCreateContextAllocation(&args);",
                    branch("!NT_SUCCESS(status)", ["break;"]), "context->List[i] = args.hAllocation;", "context->Count++;"]
            body.append(Block(f"for (i = 0; i < {limit} && i < 3; i++) {{", make))
            ends.insert(0, Block("for (i = 0; i < context->Count; i++) {", [self.destroy("context->Adapter", "context->List[i]")]))
        lazy_device = [s for s in slots["device"] if s.kind == "lazy"]
        if lazy_device and self.chance(0.7):
            body += self.lazy("device", lazy_device[0], "device->Adapter")
        yield self.entry("CreateContext", "CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *Create",
                         ["DEVICE *device = (DEVICE *)hDevice;", "GPU_CONTEXT *context;", *index],
                         body + ["Create->hContext = context;", "return STATUS_SUCCESS;"])
        yield self.entry("DestroyContext", "CONST HANDLE hContext", ["GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;", *index],
                         ends + [free.format("context"), "return status;"])
        if slots["adapter"] and self.chance(0.6):
            body = []
            for slot in slots["adapter"]:
                body += self.lazy("adapter", slot, "adapter") if slot.kind == "lazy" or self.chance(0.4) else []
            if body:
                yield self.entry("ResetFromTimeout", "CONST HANDLE hAdapter", ["ADAPTER *adapter = (ADAPTER *)hAdapter;"],
                                 body + ["return status;"])
        if self.chance(0.6):
            body = []
            for slot in slots["context"]:
                body += self.lazy("context", slot, "context->Adapter") if slot.kind == "lazy" or self.chance(0.5) else []
            if lazy_adapter and self.chance(0.4):
                body += self.lazy("context->Adapter", lazy_adapter[0], "context->Adapter")
            if body:
                yield self.entry("Render", "CONST HANDLE hContext, DXGKARG_RENDER *Render",
                                 ["GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;"],
                                 ["UNREFERENCED_PARAMETER(Render);"] + body + ["return status;"])

    def text(self, mistakes):
        entries = list(self.entries())
        for _ in range(mistakes):
            _, _, _, body = self.random.choice(entries)
            body[:] = mutated(self.random, body, 1)
        lines = []
        if self.has_helpers:
            way = [branch("NT_SUCCESS(status)", ["*Result = args.hAllocation;"])]
            if self.chance(0.3):
                way = ["*Result = NT_SUCCESS(status) ? args.hAllocation : NULL;"]
            lines += [f"static NTSTATUS {self.name}_Create(ADAPTER *Adapter, HANDLE *Result)", "{",
                      *print_tree(["DXGKARGCB_CREATECONTEXTALLOCATION args = {0};", "NTSTATUS status;",
                                   "args.ContextAllocationFlags.SharedAcrossContexts = 1;",
                                   "args.hAdapter = Adapter->Dxgk.DeviceHandle;",
                                   "status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);", *way, "return status;"]), "}", "",
                      f"static VOID {self.name}_Destroy(ADAPTER *Adapter, HANDLE Allocation)", "{",
                      "  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);", "}", ""]
        for name, head, declarations, body in entries:
            text = "\n".join(print_tree(body))
            kept = [d for d in declarations if re.search(r"\b" + re.search(r"(\w+)(?: =.*)?;$", d).group(1) + r"\b", text)]
            lines += [head, "{", *("  " + d for d in kept), *text.split("\n"), "}", ""]
        lines += ["NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)", "{",
                  "  DRIVER_INITIALIZATION_DATA data = {0};", "  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;"]
        for name, _, _, _ in entries:
            lines.append(f"  data.DxgkDdi{name.split('_', 1)[1]} = {name};")
        return lines + ["  return DxgkInitialize(DriverObject, RegistryPath, &data);", "}"]


def driver(random, name):
    """One program of the kind `driver`."""
    share = random.random()
    lines = Driver(random, name).text(0 if share < 0.25 else 1 if share < 0.5 else 2 if share < 0.8 else 4)
    return Program(name, "\n".join(lines) + "\n", True)
