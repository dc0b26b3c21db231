#!/usr/bin/env python3
"""Compiles the headers of rules/headers alone and together, in C and C++, for x64 and ARM64, with DBG 0 and 1.

Usage: check.py [--quick] [--mingw DIR] [--clang NAME]...
Without --clang every one of clang-14, clang-19 and clang-22 that is installed is used; none at all is a failure.
Exits 1 with a message for each failure: a diagnostic, a stale generated file, a wrong layout, a lost annotation, a real kit not preferred.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
HEADERS = os.path.join(ROOT, "rules", "headers")
CLANGS = ["clang-14", "clang-19", "clang-22"]
TARGETS = ["x86_64-pc-windows-msvc", "aarch64-pc-windows-msvc"]
LANGUAGES = ["c", "c++"]
VERSIONS = ["0x1052", "0x1053", "0x2005", "0x300E", "0x4002", "0x4003", "0x5023", "0x6003", "0x6010", "0x6011", "0x700A", "0x8001",
            "0x9006", "0xA00B", "0xB004", "0xC004", "0xD001", "0xE003", "0xF003", "0x10004", "0x11007"]
# Parts that only their wrapper includes.
INTERNAL = {"dxl_hide.h", "dxl_show.h", "dxl_kernel.h", "dxl_wdm.h", "dxl_ntddk.h", "dxl_ntifs.h", "armddk.h", "dxl_version.h", "dxl_ndis.h",
            "dxl_ndis5.h", "dxl_wsk.h", "dxl_fwp.h", "dxl_fwpk.h", "dxl_hid.h", "dxl_flt.h", "dxl_srb.h", "dxl_scsi.h", "dxl_storport.h", "dxl_ntddscsi.h",
            "dxl_hbapiwmi.h", "dxl_iddcx.h", "rpcndr.h"}
ORDERS = {
    "all": None,
    "windows first": ["windows.h", "dispmprt.h", "d3dkmthk.h"],
    "wdm then ntddk": ["wdm.h", "ntddk.h", "dispmprt.h"],
    "ntifs then ntddk": ["ntifs.h", "ntddk.h", "wdm.h", "dispmprt.h"],
    "miniport header first": ["dispmprt.h", "ntddk.h", "ntstrsafe.h", "ntintsafe.h"],
    "as the samples do": ["initguid.h", "ntddk.h", "windef.h", "wingdi.h", "winddi.h", "ntddvdeo.h", "d3dkmddi.h", "d3dkmthk.h",
                          "ntstrsafe.h", "ntintsafe.h", "dispmprt.h", "string.h", "stdio.h", "stdlib.h", "stdarg.h", "stddef.h"],
    "audio and input": ["ntddk.h", "portcls.h", "ksmedia.h", "kbdmou.h", "spb.h", "ntstrsafe.h"],
    "with intrinsics": ["intrin.h", "ntddk.h", "dispmprt.h"],
    "with guids": ["ntddk.h", "wdmguid.h", "devguid.h", "poclass.h", "dispmprt.h"],
    "network": ["ntddk.h", "ndis.h", "fwpsk.h", "fwpmk.h", "wsk.h", "ntstrsafe.h"],
    "network over file systems": ["ntifs.h", "fltKernel.h", "ndis.h", "fwpmk.h", "wsk.h"],
    "storage miniport": ["ntddk.h", "storport.h", "ntddscsi.h", "srbhelper.h", "hbapiwmi.h", "hbaapi.h", "scsiwmi.h", "stortrce.h"],
    "storage class": ["ntddk.h", "scsi.h", "srb.h", "srbhelper.h", "ntddscsi.h", "classpnp.h"],
    "indirect display": ["windows.h", "bugcodes.h", "wudfwdm.h", "wdf.h", "iddcx.h", "dxgi1_5.h", "d3d11_2.h", "avrt.h", "wrl.h"],
    "input": ["ntddk.h", "wdf.h", "usb.h", "wdfusb.h", "hidport.h", "vhf.h"],
    "with tracing": ["ntddk.h", "evntrace.h", "wpprecorder.h", "TraceLoggingProvider.h", "dispmprt.h"],
}


def read_flags(mingw):
    """The lines of flags.txt, without the one that switches warnings off: what a header causes must show."""
    flags = []
    with open(os.path.join(HEADERS, "flags.txt"), encoding="ascii") as stream:
        for line in stream:
            line = line.strip()
            if line and not line.startswith("#") and line != "-Wno-everything":
                flags.append(line.replace("@headers@", HEADERS).replace("@mingw@", mingw))
    return flags


class Check:
    """One compilation; `expect` is called with (returncode, stdout, stderr) and gives a message or None."""

    def __init__(self, name, command, source, expect):
        self.name, self.command, self.source, self.expect = name, command, source, expect

    def run(self):
        done = subprocess.run(self.command, input=self.source, capture_output=True, text=True, check=False)
        message = self.expect(done.returncode, done.stdout, done.stderr)
        return f"{self.name}: {message}" if message else None


def silent(code, _, errors):
    text = errors.strip()
    if code or text:
        return "diagnostics\n" + "\n".join(text.split("\n")[:6])
    return None


def includes(names):
    return "".join(f"#include <{name}>\n" for name in names)


def compilations(clangs, flags, quick):
    """Every header alone and every order, in every combination."""
    alone = []
    for folder in ("wddm", "km"):
        alone += sorted(name for name in os.listdir(os.path.join(HEADERS, folder)) if name.endswith(".h") and name not in INTERNAL)
    # mingw-w64's ks.h and wtypes.h (of wrl.h) both define VARENUM: no driver reads both.
    everything = [name for name in alone if name not in ("dxl_prelude.h", "ksmedia.h")]
    sources = {name: includes([name]) for name in alone}
    for order, names in ORDERS.items():
        sources[order] = includes(names or everything)
    for clang in clangs:
        for target in TARGETS:
            for language in LANGUAGES:
                for debug in (["0"] if quick else ["0", "1"]):
                    base = [clang] + flags + [f"--target={target}", "-fsyntax-only", f"-DDBG={debug}", "-x", language, "-"]
                    for name, source in sources.items():
                        yield Check(f"{clang} {target} {language} DBG={debug}: {name}", base, source, silent)
    for language in LANGUAGES:
        yield Check(f"storage {language}", [clangs[-1]] + flags + ["-fsyntax-only", "-x", language, os.path.join(HERE, "storage.c")], None, silent)
    for version in VERSIONS:
        for language in LANGUAGES:
            base = [clangs[-1]] + flags + ["-fsyntax-only", f"-DDXGKDDI_INTERFACE_VERSION={version}", "-x", language]
            yield Check(f"version {version} {language}", base + ["-"], includes(["ntddk.h", "dispmprt.h", "d3dkmthk.h"]), silent)
            yield Check(f"layout {version} {language}", base + [os.path.join(HERE, "layout.c")], None, silent)


# What a driver says of the systems and of the NDIS that it is built for, and what it includes then.
SYSTEMS = ["0x05010000", "0x06000100", "0x06010000", "0x06020000", "0x06030000", "0x0A000000", "0x0A00000B"]
NDIS = ["NDIS51_MINIPORT", "NDIS60_MINIPORT", "NDIS61_MINIPORT", "NDIS620_MINIPORT", "NDIS630_MINIPORT", "NDIS650_MINIPORT", "NDIS685_MINIPORT"]


def systems(clang, flags):
    for language in LANGUAGES:
        base = [clang] + flags + ["-fsyntax-only", "-x", language, "-"]
        for system in SYSTEMS:
            yield Check(f"NTDDI_VERSION={system} {language}", base + [f"-DNTDDI_VERSION={system}", f"-D_WIN32_WINNT={system[:6]}"],
                        includes(["ntifs.h", "dispmprt.h", "ndis.h", "fwpmk.h", "wsk.h", "wdf.h", "hidport.h"]), silent)
        yield Check(f"AVL tables {language}", base + ["-DRTL_USE_AVL_TABLES"], includes(["ntifs.h", "fltKernel.h"]), silent)
        for version in NDIS:
            yield Check(f"{version} {language}", base + ["-DNDIS_MINIPORT_DRIVER", f"-D{version}"], includes(["ntddk.h", "ndis.h"]), silent)


ANNOTATED = """#include <ntddk.h>
#include <dispmprt.h>
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_saves_ _Must_inspect_result_ NTSTATUS Raise(_In_ PKSPIN_LOCK Lock, __inout_opt PULONG Count);
_When_(return == 0, _Acquires_lock_(Lock)) _Success_(return >= 0) NTSTATUS Take(_In_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK Lock);
DXGKDDI_CREATECONTEXT MyCreateContext;
_Use_decl_annotations_ NTSTATUS Take(PKSPIN_LOCK Lock) { PAGED_CODE(); _Analysis_assume_(Lock != NULL); return NT_SUCCESS(0) ? 0 : 1; }
"""
EXPECTED = ["sal:_IRQL_requires_max_(DISPATCH_LEVEL)", "sal:_IRQL_saves_", "sal:_Must_inspect_result_", "sal:_In_", "sal:__inout_opt",
            "sal:_When_(return == 0, _Acquires_lock_(Lock))", "sal:_Success_(return >= 0)", "sal:_Requires_lock_not_held_(*_Curr_)",
            "sal:_Function_class_DXGK_(DXGKDDI_CREATECONTEXT)"]


def annotated(code, output, errors):
    lost = [text for text in EXPECTED if text not in output]
    if code or errors.strip():
        return "diagnostics\n" + errors
    return "annotations lost from the syntax tree: " + ", ".join(lost) if lost else None


def annotations(clangs, flags):
    for clang in clangs:
        for language in LANGUAGES:
            tree = ["-fsyntax-only", "-Xclang", "-ast-print", "-x", language, "-"]
            yield Check(f"{clang} {language}: annotations", [clang] + flags + tree, ANNOTATED, annotated)


# Names that the documentation prints and no header declares so: why not.
NOT_DECLARED = {
    "DXGKCB_DXGKCB_MITIGATEDRANGEUPDATE": "a misprint: DXGKCB_MITIGATEDRANGEUPDATE is declared",
    "D3DKMT_OPENRESOURCEFROMNTHANDLE.pKeyedMutexPrivateRuntimeDat": "a misprint of ...RuntimeData",
    "DXGK_ALLOCATIONINFOFLAGS.Reserved": "an alternative without its condition",
    "DXGK_ALLOCATIONINFOFLAGS_WDDM2_0.DXGK_ALLOC_RESERVED17": "an alternative without its condition",
    "DXGK_ALLOCATIONINFOFLAGS_WDDM2_0.Reserved03": "an alternative without its condition",
    "INQUIRYDATA.ReservedBit": "named TerminateTask since",
    "INQUIRYDATA.Reserved2": "named TransferDisable since",
    "D3DKMT_BRIGHTNESS_INFO.BrightnessInterfaceSupported": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QueryAdapter2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QueryNode2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QueryProcessAdapter2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QueryProcessNode2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QueryProcessSegment2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QueryProcessSegmentGroup2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QuerySegment2": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QuerySegmentGroupUsage": "its type has no page",
    "D3DKMT_QUERYSTATISTICS.QuerySegmentUsage": "its type has no page",
    "D3DKMT_QUERYSTATISTICS_RESULT.SegmentGroupUsageInformation": "its type has no page",
    "D3DKMT_QUERYSTATISTICS_RESULT.SegmentUsageInformation": "its type has no page",
}


def documented():
    """(headers, [(name of what stands on the line, source line, and for routines the name)]) for each group of documented.txt."""
    groups = []
    with open(os.path.join(HERE, "documented.txt"), encoding="ascii") as stream:
        for line in stream:
            kind, *names = line.split()
            if kind == "include":
                groups.append((names, []))
            if kind in ("#", "include"):
                continue
            lines, name = groups[-1][1], names[0]
            if kind == "enum":
                lines += [(f"{name}.{value}", f"enum {{ is_{name}_{value} = (int){value} }};") for value in names[1:]]
            elif kind == "type":
                lines.append((name, f"typedef {name} *is_{name};"))
                lines += [(f"{name}.{member}", f"void of_{name}_{member}({name} *x) {{ (void)x->{member}; }}")
                          for member in names[1:]]
            elif kind == "call":
                lines.append((name, f"typedef {name} *is_{name};"))
            else:
                lines.append((name, f"void *of_{name}(void) {{ return (void *)&{name}; }}", name))
    return groups


def absent(clang, flags, headers, lines):
    """The names of `lines` that the headers do not declare."""
    source = includes(headers)
    places = {}
    for line in lines:
        # A macro of that form will do for a routine.
        source += f"#ifndef {line[2]}\n{line[1]}\n#endif\n" if len(line) == 3 else line[1] + "\n"
        places[source.count("\n") - (len(line) == 3)] = line
    command = [clang] + flags + ["-Wno-everything", "-fsyntax-only", "-ferror-limit=0", "-fno-caret-diagnostics", "-x", "c", "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    wrong = {int(number) for number in re.findall(r"^<stdin>:(\d+):\d+: error", done.stderr, re.M)}
    return [line for at, line in places.items() if at in wrong]


def undeclared(clang, flags):
    """One message for each name of the documentation that is declared for no interface version, and for each exception that is none."""
    missing = []
    for headers, lines in documented():
        for version in reversed(VERSIONS if any("d3dkm" in name for name in headers) else VERSIONS[-1:]):
            lines = absent(clang, flags + [f"-DDXGKDDI_INTERFACE_VERSION={version}"], headers, lines)
        missing += [line[0] for line in lines]
    for name in missing:
        if name not in NOT_DECLARED:
            yield f"documented, not declared: {name}"
    for name in NOT_DECLARED:
        if name not in missing:
            yield f"declared, and an exception of the check: {name}"


def real_kit(clangs, flags, folder):
    """A kit on the include path: its headers are the ones read, and none of our declarations stand beside them."""
    for name in ("specstrings_strict.h", "sal.h", "intrin.h"):
        with open(os.path.join(folder, name), "w", encoding="ascii") as stream:
            stream.write("#pragma once\n")
    for name in ("ntddk.h", "dispmprt.h", "d3dkmddi.h"):
        with open(os.path.join(folder, name), "w", encoding="ascii") as stream:
            stream.write(f"#pragma once\nextern int kit_{name[:-2]};\n")
    source = includes(["ntddk.h", "dispmprt.h", "d3dkmddi.h"]) + "int sum(void) { return kit_ntddk + kit_dispmprt + kit_d3dkmddi; }\n"
    source += "#if defined(_In_) || defined(DXL_WDM_H) || defined(DXL_WDDM_DISPMPRT_H)\n#error ours\n#endif\n"
    for clang in clangs:
        yield Check(f"{clang}: kit before ours", [clang, "-I", folder] + flags + ["-fsyntax-only", "-x", "c", "-"], source, silent)
        where = flags.index("-isystem", flags.index(os.path.join(HEADERS, "km")))
        behind = flags[:where] + ["-isystem", folder] + flags[where:]
        yield Check(f"{clang}: kit behind ours", [clang] + behind + ["-fsyntax-only", "-x", "c", "-"], source.replace("defined(_In_)", "0"), silent)


def main():
    parser = argparse.ArgumentParser(description="Checks rules/headers.")
    parser.add_argument("--quick", action="store_true", help="DBG 0 only")
    parser.add_argument("--mingw", default="/usr/share/mingw-w64/include")
    parser.add_argument("--clang", action="append")
    arguments = parser.parse_args()
    clangs = arguments.clang or [name for name in CLANGS if shutil.which(name)]
    missing = [name for name in clangs if not shutil.which(name)]
    if missing or not clangs:
        sys.exit("no such compiler: " + (", ".join(missing) or ", ".join(CLANGS)))
    if not os.path.exists(os.path.join(arguments.mingw, "ddk", "wdm.h")):
        sys.exit(f"no mingw-w64 headers in {arguments.mingw} (Debian: mingw-w64-common)")
    flags = read_flags(arguments.mingw)
    failures = []
    stale = subprocess.run([sys.executable, os.path.join(HEADERS, "generate", "generate.py"), "--check"], capture_output=True, text=True,
                           check=False)
    if stale.returncode:
        failures.append(stale.stderr.strip() or "generate.py --check failed")
    failures += undeclared(clangs[-1], flags)
    with tempfile.TemporaryDirectory() as folder:
        checks = list(compilations(clangs, flags, arguments.quick))
        checks += systems(clangs[-1], flags)
        checks += annotations(clangs, flags)
        checks += real_kit(clangs, flags, folder)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            failures += [message for message in pool.map(Check.run, checks) if message]
    for message in failures:
        print(message, file=sys.stderr)
    print(f"{len(checks)} compilations with {', '.join(clangs)}: {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
