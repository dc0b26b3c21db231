#!/usr/bin/env python3
"""Writes the declaration-only WDDM headers of ../wddm and ../km/sal.h from the facts beside this file.

Usage: generate.py [--check]     --check writes nothing and fails when a header is out of date.
facts/NAME.json holds types, calls and parameter aliases in order; hand/NAME.begin.h and hand/NAME.end.h what needs judgement.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
HEADERS = ["d3dukmdt", "d3dkmdt", "d3dkmthk", "d3dkmddi", "dispmprt"]
LAYERS = ["wdm", "ntddk", "ntifs"]
LIBRARIES = ["ntstrsafe", "wdf", "wdfusb"]
# Layers over a header of mingw-w64's or beside it: km/dxl_NAME.h, which a wrapper written by hand includes.
EXTRAS = ["ndis", "wsk", "fwp", "fwpk", "hid", "flt", "srb", "scsi", "storport", "ntddscsi", "hbapiwmi", "iddcx"]
VERSION = "DXGKDDI_INTERFACE_VERSION"
LEVELS = {"PASSIVE_LEVEL", "APC_LEVEL", "DISPATCH_LEVEL", "HIGH_LEVEL", "DIRQL"}
DIRECTIONS = {"in": "_In_", "out": "_Out_", "inout": "_Inout_"}


def condition(guard):
    """'>=WIN8&<WDDM2_0' as a preprocessor expression."""
    parts = []
    for part in guard.split("&"):
        match = re.fullmatch(r"(>=|<)(\w+)", part)
        if match:
            parts.append(f"({VERSION} {match[1]} {VERSION}_{match[2]})")
        elif part.startswith("RAW:"):
            parts.append(part[4:])
        else:
            raise ValueError(f"unknown guard '{part}'")
    return " && ".join(parts)


class Writer:
    """Collects lines; consecutive lines under one guard share an #if."""

    def __init__(self):
        self.lines = []
        self.guards = []

    def put(self, text, indent=0):
        self.lines.append("  " * indent + text)

    def under(self, guard):
        """Closes and opens conditions so that `guard` (or '') is what holds below the current depth."""
        if self.guards and self.guards[-1] == guard:
            return
        if self.guards and self.guards[-1]:
            self.put("#endif")
        if self.guards:
            self.guards[-1] = guard
        if guard:
            self.put("#if " + condition(guard))

    def push(self):
        self.guards.append("")

    def pop(self):
        self.under("")
        self.guards.pop()


def declarator(type_name, name):
    """'UINT', 'x' -> 'UINT x'; '%' in a function pointer type marks the place of the name."""
    if "%" in type_name:
        return type_name.replace("%", name)
    space = "" if type_name.endswith("*") else " "
    return f"{type_name}{space}{name}".rstrip()


def write_values(out, values, indent):
    out.push()
    for name, value, guard in values:
        out.under(guard)
        out.put(name + (f" = {value}" if value is not None else "") + ",", indent)
    out.pop()


def write_fields(out, fields, indent):
    out.push()
    for field in fields:
        kind, name, suffix, guard = field[:4]
        out.under(guard)
        if len(field) == 5:
            out.put(f"{kind} {{", indent)
            (write_values if kind == "enum" else write_fields)(out, field[4], indent + 1)
            out.put(f"}} {name}{suffix};".replace("} ;", "};"), indent)
        elif suffix.startswith(":"):
            out.put(f"{declarator(kind, name)} : {suffix[1:]};", indent)
        else:
            out.put(f"{declarator(kind, name)}{suffix};", indent)
    out.pop()


def write_type(out, item):
    if item[0] in ("typedef", "alias"):
        out.under(item[2])
        out.put(f"typedef {item[1]};")
        return
    kind, tag, typedefs, body, guard = item[:5]
    packed = len(item) == 6
    out.under(guard)
    if packed:
        out.put("#pragma pack(push, 1)")
    opening = "typedef " if typedefs else ""
    out.put(f"{opening}{kind} {tag + ' ' if tag else ''}{{")
    (write_values if kind == "enum" else write_fields)(out, body, 1)
    out.put("}" + (" " + ", ".join(typedefs) if typedefs else "") + ";")
    if packed:
        out.put("#pragma pack(pop)")


def forward_names(item):
    """Typedef names of a tagged aggregate, for a forward declaration."""
    return item[2] if item[0] in ("struct", "union") and item[1] and item[2] else []


def write_call(out, call, convention="APIENTRY"):
    _, form, name, returns, parameters, lowest, highest, guard = call
    out.under(guard)
    out.put(f"typedef _Function_class_DXGK_({name})")
    if highest in LEVELS and lowest == highest:
        out.put(f"_IRQL_requires_({highest})")
    elif highest in LEVELS:
        out.put(f"_IRQL_requires_max_({highest})")
    rendered = []
    for type_name, parameter, direction in parameters or []:
        mark = ""
        if not re.match(r"(IN|OUT|INOUT|DEREF)_", type_name):
            way, _, optional = direction.partition(",")
            mark = DIRECTIONS.get(way, "")
            if mark and optional:
                mark += "opt_"
            mark += " " if mark else ""
        rendered.append(mark + declarator(type_name, parameter))
    spelled = f"({convention} *{name})" if form == "pointer" else f"{convention} {name}"
    # A call that no page describes takes an unknown list: in C any, in C++ the one of its own kind.
    what = ", ".join(rendered) if rendered else ("VOID" if parameters is not None else "DXL_UNDOCUMENTED")
    out.put(f"{returns} {spelled}({what});")
    if form == "function":
        out.put(f"typedef {name} *P{name};")
    elif form == "handler":
        out.put(f"typedef {name} *P{name};")
        if not name.endswith("_HANDLER"):
            out.put(f"typedef {name} *{name}_HANDLER;")
    elif form == "event":
        out.put(f"typedef {name} *{EVENT.sub('PFN_', name, count=1)};")


EVENT = re.compile("^(EVT_)?")
FAMILY = {"IN_P": "{} *", "IN_CONST_P": "const {} *", "INOUT_P": "{} *", "IN_OUT_P": "{} *", "OUT_P": "{} *"}


def parameter_aliases(facts):
    """The aliases that pages name, and for every structure the family that the names follow."""
    aliases = dict(facts["parameters"])
    for item in facts["types"]:
        names = forward_names(item)
        if not names or names[0].startswith("*"):
            continue
        for prefix, pattern in FAMILY.items():
            aliases.setdefault(prefix + names[0], [pattern.format(names[0]), item[4]])
    return aliases


def in_order(calls):
    """The calls, each after those that it takes as a parameter."""
    by_name = {call[2]: call for call in calls}
    done = {}

    def visit(call):
        if call[2] in done:
            return
        done[call[2]] = None
        for type_name, _, _ in call[4] or []:
            needed = re.sub(r"\bconst\b|[* ]", "", type_name)
            for name in (needed, needed[1:]):
                if name in by_name:
                    visit(by_name[name])
        done[call[2]] = done.pop(call[2]) or call

    for call in calls:
        visit(call)
    return list(done.values())


def hand(name, part):
    path = os.path.join(HERE, "hand", f"{name}.{part}.h")
    if not os.path.exists(path):
        return []
    with open(path, encoding="ascii") as stream:
        return stream.read().rstrip("\n").split("\n")


def render(name):
    with open(os.path.join(HERE, "facts", name + ".json"), encoding="ascii") as stream:
        facts = json.load(stream)
    out = Writer()
    guard = f"DXL_WDDM_{name.upper()}_H"
    out.put(f"/* {name}.h: declarations of the Windows display driver model, written from the public documentation.")
    out.put(" * Made by rules/headers/generate/generate.py: change the facts there, not this file. */")
    out.put("/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */")
    out.put(f"#if defined(__has_include_next) && __has_include_next(<{name}.h>)")
    out.put("/* A real Windows Driver Kit follows on the include path: it knows better. */")
    out.put(f"#include_next <{name}.h>")
    out.put(f"#elif !defined({guard})")
    out.put(f"#define {guard}")
    out.lines += hand(name, "begin")
    out.put("#ifdef __cplusplus")
    out.put('extern "C" {')
    out.put("#endif")
    out.push()
    ordered = facts["types"]
    if facts["calls"]:
        enums = [item for item in ordered if item[0] in ("enum", "typedef")]
        ordered = [item for item in ordered if item[0] not in ("enum", "typedef")]
        for item in enums:
            write_type(out, item)
        for item in ordered:
            if forward_names(item):
                out.under(item[4])
                out.put(f"typedef {item[0]} {item[1]} {', '.join(item[2])};")
        out.under("")
        for alias, (type_name, guard) in parameter_aliases(facts).items():
            out.under(guard)
            out.put(f"typedef {declarator(type_name, alias)};")
        for call in in_order(facts["calls"]):
            write_call(out, call)
        ordered = [[item[0], item[1], [], item[3], item[4]] if forward_names(item) else item for item in ordered]
    for item in ordered:
        write_type(out, item)
    for function in facts.get("functions", []):
        write_function(out, function)
    out.pop()
    out.lines += hand(name, "end")
    out.put("#ifdef __cplusplus")
    out.put("}")
    out.put("#endif")
    out.put("#endif")
    return "\n".join(out.lines) + "\n"


def render_annotations():
    """km/sal.h: every annotation macro as an attribute that carries its name and the text of its arguments."""
    with open(os.path.join(HERE, "facts", "sal.json"), encoding="ascii") as stream:
        facts = json.load(stream)
    out = Writer()
    out.put("/* sal.h: source annotations as attributes of the syntax tree: annotate(\"sal:NAME(arguments)\").")
    out.put(" * Made by rules/headers/generate/generate.py: change facts/sal.json, not this file. */")
    out.put("/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */")
    out.put("#ifndef DXL_SAL_H")
    out.put("#define DXL_SAL_H")
    out.lines += hand("sal", "begin")
    for name in facts["plain"]:
        out.put(f"#define {name} DXL_SAL(\"sal:{name}\")")
    for name in facts["arguments"]:
        out.put(f"#define {name}(...) DXL_SAL(\"sal:{name}(\" #__VA_ARGS__ \")\")")
    out.put("/* These stand where no attribute may, or say nothing about a call. */")
    for name in facts["nothing"]:
        out.put(f"#define {name}")
    for name in facts["nothing_arguments"]:
        out.put(f"#define {name}(...)")
    out.put("/* These stand as a statement. */")
    for name in facts["statements"]:
        # What an analyser may suppose is supposed.
        supposed = name in ("_Analysis_assume_", "__analysis_assume")
        out.put(f"#define {name}(...) {'__assume((__VA_ARGS__))' if supposed else '((void)0)'}")
    out.put("#endif")
    return "\n".join(out.lines) + "\n"


def write_routine(out, routine):
    _, name, returns, parameters, lowest, highest, *guard = routine
    out.under(guard[0] if guard else "")
    mark = ""
    if highest in LEVELS:
        mark = f"_IRQL_requires_({highest}) " if lowest == highest else f"_IRQL_requires_max_({highest}) "
    what = ", ".join("..." if type_name == "..." else declarator(type_name, parameter) for type_name, parameter, _ in parameters) or "VOID"
    out.put(f"{mark}NTKERNELAPI {declarator(returns, 'NTAPI')} {name}({what});")


def write_function(out, function):
    """A function of user mode, or a pointer to one; its parameters may have no name."""
    form, name, returns, parameters, guard = function
    out.under(guard)
    what = ", ".join(declarator(type_name, parameter) for type_name, parameter, _ in parameters) or "VOID"
    out.put(f"typedef {returns} (APIENTRY *{name})({what});" if form == "pointer" else f"{returns} APIENTRY {name}({what});")


def render_kernel(layer, source="kernel"):
    """km/dxl_LAYER.h: types, call types and routines of LAYER.h that mingw-w64 does not declare; or a whole library header."""
    with open(os.path.join(HERE, "facts", source + ".json"), encoding="ascii") as stream:
        facts = json.load(stream)[layer]
    out = Writer()
    guard = f"DXL_{layer.upper()}_MORE_H"
    if source == layer:
        out.put(f"/* dxl_{layer}.h: what the public documentation has in {layer}.h.")
    elif source == "kernel":
        out.put(f"/* dxl_{layer}.h: what the public documentation has in {layer}.h beyond mingw-w64.")
    else:
        out.put(f"/* {layer}.h: plain declarations of the library's documented routines.")
    out.put(f" * Made by rules/headers/generate/generate.py: change facts/{source}.json, not this file. */")
    out.put("/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */")
    out.put(f"#if !defined({guard}) && !defined(DXL_NO_GENERATED)")
    out.put(f"#define {guard}")
    name = f"kernel_{layer}" if source == "kernel" else layer
    out.lines += hand(name, "begin")
    out.put("#ifdef __cplusplus")
    out.put('extern "C" {')
    out.put("#endif")
    out.push()
    for item in facts["types"]:
        if item[0] == "enum":
            write_type(out, item)
    for item in facts["types"]:
        if forward_names(item):
            out.put(f"typedef {item[0]} {item[1]} {', '.join(item[2])};")
    for item in facts["types"]:
        if item[0] == "typedef":
            write_type(out, item)
    for call in in_order(facts["calls"]):
        write_call(out, call, "NTAPI")
    for item in facts["types"]:
        if item[0] not in ("enum", "typedef"):
            write_type(out, [item[0], item[1], [], item[3], item[4]] if forward_names(item) else item)
    for routine in facts["routines"]:
        write_routine(out, routine)
    out.pop()
    out.lines += hand(name, "end")
    out.put("#ifdef __cplusplus")
    out.put("}")
    out.put("#endif")
    out.put("#endif")
    return "\n".join(out.lines) + "\n"


def render_replaced():
    """km/dxl_hide.h and km/dxl_show.h: routines that mingw-w64 has as a macro, with a body or with other types."""
    with open(os.path.join(HERE, "facts", "kernel.json"), encoding="ascii") as stream:
        facts = json.load(stream)
    routines, injected = facts["replaced"], facts["injected"]
    licence = "/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */"
    made = " * Made by rules/headers/generate/generate.py: change facts/kernel.json, not this file. */"
    hide, show = Writer(), Writer()
    hide.put("/* dxl_hide.h: moves aside what mingw-w64's wdm.h declares in its own way; dxl_show.h declares it as documented.")
    show.put("/* dxl_show.h: plain declarations of what dxl_hide.h moved aside, so that a call is a call of the documented name.")
    for out in (hide, show):
        out.put(made)
        out.put(licence)
    show.put("#ifdef __cplusplus")
    show.put('extern "C" {')
    show.put("#endif")
    hide.put("/* Members that newer kits have: written behind an older one while the structures are read. */")
    for name, members in injected.items():
        hide.put(f"#define {name} {name}; {members}")
        show.put(f"#undef {name}")
    for routine in routines:
        hide.put(f"#define {routine[1]} dxl_hidden_{routine[1]}")
        show.put(f"#undef {routine[1]}")
    for routine in routines:
        write_routine(show, routine)
    show.put("#ifdef __cplusplus")
    show.put("}")
    show.put("#endif")
    return "\n".join(hide.lines) + "\n", "\n".join(show.lines) + "\n"


def outputs():
    """(path below rules/headers, text) of every generated file."""
    for name in HEADERS:
        yield os.path.join("wddm", name + ".h"), render(name)
    yield os.path.join("km", "sal.h"), render_annotations()
    hide, show = render_replaced()
    yield os.path.join("km", "dxl_hide.h"), hide
    yield os.path.join("km", "dxl_show.h"), show
    for layer in LAYERS:
        yield os.path.join("km", f"dxl_{layer}.h"), render_kernel(layer)
    for layer in EXTRAS:
        yield os.path.join("km", f"dxl_{layer}.h"), render_kernel(layer, layer)
    for library in LIBRARIES:
        yield os.path.join("km", f"{library}.h"), render_kernel(library, "libraries")


def main(arguments):
    check = arguments == ["--check"]
    if arguments and not check:
        sys.exit("usage: generate.py [--check]")
    stale = []
    for name, text in outputs():
        path = os.path.join(ROOT, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        old = None
        if os.path.exists(path):
            with open(path, encoding="ascii") as stream:
                old = stream.read()
        if old == text:
            continue
        if check:
            stale.append(name)
            continue
        with open(path, "w", encoding="ascii", newline="\n") as stream:
            stream.write(text)
    if stale:
        sys.exit("out of date, run rules/headers/generate/generate.py: " + ", ".join(stale))


if __name__ == "__main__":
    main(sys.argv[1:])
