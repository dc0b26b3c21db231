"""Generated drivers, each of which grows in one direction. programs() gives name -> (what, sizes, maker of the text).

Each has one defect, a leak behind all that grows, so that a run that did not get there is noticed.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""

HEAD = """#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

typedef struct _ADAPTER { DXGKRNL_INTERFACE Dxgk; ULONG Registers[64]; } ADAPTER;
int Unknown(void);
void Touch(ULONG Value);

static NTSTATUS Create(ADAPTER *Adapter, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  *Allocation = args.hAllocation;
  return STATUS_SUCCESS;
}

static VOID Destroy(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);
}
"""


LEAK = "  if (Adapter->Registers[9] == 77)\n    return STATUS_UNSUCCESSFUL;\n"


def around(body, before="", name="Matters", leak=LEAK):
    """A function that creates, does something, and destroys, except on one path."""
    return f"""{before}
NTSTATUS {name}(ADAPTER *Adapter, ULONG Argument)
{{
  HANDLE allocation;
  ULONG sum = 0;
  NTSTATUS status = Create(Adapter, &allocation);
  if (!NT_SUCCESS(status))
    return status;
{body}  Touch(sum);
{leak}  Destroy(Adapter, allocation);
  return STATUS_SUCCESS;
}}
"""


def branches(n):
    return around("".join(f"  if (Argument & {i % 31 + 1}u && Unknown() > {i})\n    sum += {i};\n" for i in range(n)))


def opaque_branches(n):
    return around("".join(f"  if (Unknown())\n    Adapter->Registers[{i % 64}] = {i};\n" for i in range(n)))


def functions(n):
    parts = []
    for i in range(n):
        if i % 100 == 0:
            parts.append(around(f"  sum += Argument + {i};\n", name=f"Matters{i}", leak=LEAK if i == n - n % 100 - 100 else ""))
        else:
            parts.append(f"""
ULONG Plain{i}(ADAPTER *Adapter, ULONG Argument)
{{
  ULONG i, sum = {i};
  for (i = 0; i < Argument; i++)
    if (Adapter->Registers[i % 64] > {i})
      sum += i;
  return sum;
}}
""")
    return "".join(parts)


def chain(n):
    parts = ["static NTSTATUS Level0(ADAPTER *Adapter, HANDLE *Allocation) { return Create(Adapter, Allocation); }\n"]
    for i in range(1, n):
        parts.append(f"""static NTSTATUS Level{i}(ADAPTER *Adapter, HANDLE *Allocation)
{{
  NTSTATUS status = Level{i - 1}(Adapter, Allocation);
  if (!NT_SUCCESS(status))
    Touch({i});
  return status;
}}
""")
    return "".join(parts) + f"""
NTSTATUS Matters(ADAPTER *Adapter)
{{
  HANDLE allocation;
  NTSTATUS status = Level{n - 1}(Adapter, &allocation);
  if (!NT_SUCCESS(status))
    return status;
{LEAK}  Destroy(Adapter, allocation);
  return STATUS_SUCCESS;
}}
"""


def double_chain(n):
    parts = ["""static NTSTATUS Level0(ADAPTER *Adapter, ULONG Argument)
{
  HANDLE allocation;
  NTSTATUS status = Create(Adapter, &allocation);
  if (NT_SUCCESS(status) && Argument != 77)
    Destroy(Adapter, allocation);
  return status;
}
"""]
    for i in range(1, n):
        parts.append(f"""static NTSTATUS Level{i}(ADAPTER *Adapter, ULONG Argument)
{{
  NTSTATUS status;
  if (Argument & {1 << i % 31}u)
    status = Level{i - 1}(Adapter, Argument);
  else
    status = Level{i - 1}(Adapter, Argument + 1);
  return status;
}}
""")
    return "".join(parts) + f"NTSTATUS Matters(ADAPTER *Adapter, ULONG Argument) {{ return Level{n - 1}(Adapter, Argument); }}\n"


def live(n):
    body = ["NTSTATUS Matters(ADAPTER *Adapter)\n{\n  HANDLE h[%d];\n  NTSTATUS status;\n" % n]
    for i in range(n):
        body.append(f"  status = Create(Adapter, &h[{i}]);\n  if (!NT_SUCCESS(status))\n    goto Undo{i};\n")
    body.append(LEAK.replace("return STATUS_UNSUCCESSFUL", f"goto Undo{n - 1}"))
    for i in range(n, -1, -1):
        body.append(f"Undo{i}:\n" + (f"  Destroy(Adapter, h[{i - 1}]);\n" if i else "  ;\n"))
    return "".join(body) + "  return status;\n}\n"


def loop_body(n):
    lines = "".join(f"    sum ^= Adapter->Registers[{i % 64}] + {i};\n" for i in range(n))
    return around(f"  for (ULONG i = 0; i < Argument; i++) {{\n{lines}    if (Unknown())\n      break;\n  }}\n")


def loop_locals(n):
    names = "".join(f"  ULONG v{i} = Argument;\n" for i in range(n))
    lines = "".join(f"    v{i} += i + {i};\n" for i in range(n))
    return around(names + f"  for (ULONG i = 0; i < Argument; i++) {{\n{lines}    if (Unknown())\n      break;\n  }}\n  sum = v{n - 1};\n")


def optional(n):
    """Handles that are made or not, each for a reason of its own."""
    body = ["NTSTATUS Matters(ADAPTER *Adapter, ULONG Argument)\n{\n", *(f"  HANDLE h{i} = NULL;\n" for i in range(n))]
    for i in range(n):
        body.append(f"  if (Argument & {1 << i % 31}u && !NT_SUCCESS(Create(Adapter, &h{i})))\n    h{i} = NULL;\n")
    body.append(LEAK)
    for i in range(n):
        body.append(f"  if (h{i})\n    Destroy(Adapter, h{i});\n")
    return "".join(body) + "  return STATUS_SUCCESS;\n}\n"


def fields(n):
    members = "".join(f"  ULONG F{i};\n" for i in range(n))
    lines = "".join(f"  object->F{i} = Argument + {i};\n" for i in range(n))
    join = "".join(f"  if (Unknown())\n    object->F{i * n // 16} = 0;\n" for i in range(16))
    return around("  WIDE *object = &TheObject;\n" + lines + join,
                  f"typedef struct _WIDE {{\n{members}}} WIDE;\nstatic WIDE TheObject;\nWIDE *Known(void) {{ return &TheObject; }}\n")


def variables(n):
    lines = "".join(f"  Global{i} = Argument + {i};\n" for i in range(n))
    join = "".join(f"  if (Unknown())\n    Global{i * n // 16} = 0;\n" for i in range(16))
    reads = "".join(f"  sum += Global{i};\n" for i in range(n))
    return around(lines + join + reads, "".join(f"static ULONG Global{i};\n" for i in range(n)))


def cases(n):
    lines = "".join(f"  case {i * 3}:\n    sum = {i};\n    break;\n" for i in range(n))
    return around(f"  switch (Argument) {{\n{lines}  default:\n    sum = 1;\n  }}\n")


def straight(n):
    return around("".join(f"  sum = sum * {i % 7 + 2} + Adapter->Registers[{i % 64}];\n" for i in range(n)))


def table(n):
    rows = "".join(f"  {{{i}, {i * 7}u, \"name{i}\"}},\n" for i in range(n))
    return around("  sum += Table[Argument % 16].Value;\n",
                  f"static const struct {{ int Key; ULONG Value; const char *Name; }} Table[] = {{\n{rows}}};\n")


def doubled(last, count=4):
    return [last >> (count - 1 - i) for i in range(count)]


def programs():
    return {
        "branches": ("branches on an argument in a row", doubled(8000), branches),
        "opaque branches": ("branches on unknown calls, with a store each", doubled(16000), opaque_branches),
        "functions": ("functions, 1 % of which matter", doubled(20000), functions),
        "call chain": ("calls deep", doubled(100), chain),
        "double chain": ("calls deep, two calls a level", doubled(24), double_chain),
        "live handles": ("handles alive at once", doubled(64), live),
        "loop body": ("statements in a loop", doubled(4000), loop_body),
        "loop locals": ("locals that a loop changes", doubled(4000), loop_locals),
        "optional handles": ("handles alive at once, each or not", doubled(16), optional),
        "fields": ("fields of one object written", doubled(16000), fields),
        "variables": ("variables of the program written and read", doubled(16000), variables),
        "cases": ("cases of a switch", doubled(2000), cases),
        "straight": ("statements in a row", doubled(10000), straight),
        "table": ("rows of an initialised table", doubled(160000), table),
    }
