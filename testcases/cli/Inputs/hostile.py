"""What a shell of tests cannot do: runs a command under odd circumstances, prints what it said and its exit code.

hostile.py terminal COMMAND...      on a terminal
hostile.py reader-gone COMMAND...   standard output is a pipe that nobody reads any more
hostile.py no-output COMMAND...     standard output is closed
hostile.py interrupted COMMAND...   SIGINT to that process alone, after its first child has begun; are children left?
hostile.py crash COMMAND...         SIGSEGV to its first child, as if it had crashed
hostile.py huge FILE COUNT          writes a source of COUNT functions
hostile.py bytes FILE HEX           writes a file of these bytes
hostile.py weird-name DIR TEXT-FILE copies a file into DIR under a name that is no UTF-8, and prints a run on it
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import os
import pty
import shutil
import signal
import subprocess
import sys
import time


def show(text, code):
    sys.stdout.flush()
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
    print(f"exit code {code}")


def terminal(command):
    os.environ["TERM"] = "xterm"
    os.environ.pop("NO_COLOR", None)
    process, file = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    text = b""
    while True:
        try:
            data = os.read(file, 65536)
        except OSError:  # so the other end of a terminal says that it is closed
            data = b""
        if not data:
            break
        text += data
    status = os.waitpid(process, 0)[1]
    show(text.replace(b"\r\n", b"\n"), os.waitstatus_to_exitcode(status))


def reader_gone(command):
    ends = os.pipe()
    os.close(ends[0])
    done = subprocess.run(command, stdout=ends[1], stderr=subprocess.PIPE, check=False)
    show(done.stderr, done.returncode)


def no_output(command):
    done = subprocess.run(command, stderr=subprocess.PIPE, check=False, preexec_fn=lambda: os.close(1))
    show(done.stderr, done.returncode)


def children(process):
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as source:
            return [int(word) for word in source.read().split()]
    except OSError:
        return []


def runs(process):
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as source:
            return source.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def crash(command):
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        begun = []
        end = time.monotonic() + 60
        while not begun and time.monotonic() < end and process.poll() is None:
            begun = children(process.pid)
            time.sleep(0.01)
        for child in begun[:1]:
            os.kill(child, signal.SIGSEGV)
        text = process.communicate(timeout=120)[0]
    show(text, process.returncode)


def interrupted(command):
    # What a shell begins in the background ignores SIGINT.
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)) as process:
        begun = []
        end = time.monotonic() + 60
        while not begun and time.monotonic() < end and process.poll() is None:
            begun = children(process.pid)
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        code = process.wait(30)
    end = time.monotonic() + 30
    while any(runs(child) for child in begun) and time.monotonic() < end:
        time.sleep(0.05)
    print(f"ended by signal {-code}" if code < 0 else f"exit code {code}")
    print(f"{'some' if begun else 'no'} children seen, {sum(runs(child) for child in begun)} left")


def huge(arguments):
    with open(arguments[0], "w", encoding="ascii") as out:
        out.write("int g;\n")
        for n in range(int(arguments[1])):
            out.write(f"int f{n}(int a, int b) {{ for (int i = 0; i < a; i++) {{ if (a > b) g += i; else g -= b; "
                      "switch (i) { case 1: g++; break; case 2: g--; default: g = b; } } return g; }\n")


def write_bytes(arguments):
    with open(arguments[0], "wb") as out:
        out.write(bytes.fromhex(arguments[1]))


def weird_name(arguments):
    folder, source, *command = arguments
    name = os.path.join(os.fsencode(folder), b"caf\xe9.c")
    shutil.copyfile(source, name)
    done = subprocess.run([*command, name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    show(done.stdout, done.returncode)


{"terminal": terminal, "reader-gone": reader_gone, "no-output": no_output, "interrupted": interrupted, "crash": crash,
 "huge": huge, "bytes": write_bytes, "weird-name": weird_name}[sys.argv[1]](sys.argv[2:])
