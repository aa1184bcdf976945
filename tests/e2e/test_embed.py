"""libusher as other programs meet it: installed, compiled against, linked, run.

The example and the commands of docs/embed/README.md are what is run here.
"""
import ctypes
import json
import os
import pathlib
import re
import subprocess

import pytest

from conftest import ROOT, USHER

BUILD = USHER.parents[1]
HEADER = ROOT / "include/usher.h"
EXAMPLE = ROOT / "docs/embed/triage.c"
LATE = "My parcel 4471902 is late, the tracking has not moved for six days"

OPTIONS = {option["name"]: option["value"]
           for option in json.loads((BUILD / "meson-info/intro-buildoptions.json").read_text())}
SANITIZED = OPTIONS["b_sanitize"] not in ("none", [])
FLAGS = ([f"-fsanitize={OPTIONS['b_sanitize']}"] if SANITIZED else []) + (
    ["--coverage"] if OPTIONS["b_coverage"] else [])


def run(*words, **more):
    return subprocess.run([str(word) for word in words], text=True, capture_output=True, timeout=120,
                          **more)


def checked(*words, **more):
    done = run(*words, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def prefix(tmp_path_factory):
    """Where it is installed, as if / were there."""
    root = tmp_path_factory.mktemp("installed")
    checked("meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", root)
    return root


@pytest.fixture(scope="module")
def libraries(prefix):
    return next(prefix.glob("**/libusher.so")).parent


@pytest.fixture(scope="module")
def environment(prefix, libraries):
    """In which compilers and programs find what is installed there."""
    return {**os.environ, "PKG_CONFIG_SYSROOT_DIR": str(prefix), "LD_LIBRARY_PATH": str(libraries),
            "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), "PATH": f"{USHER.parent}:{os.environ['PATH']}"}


@pytest.fixture(scope="module")
def release(cache, tmp_path_factory):
    path = tmp_path_factory.mktemp("release") / "acme.rel"
    checked(USHER, "build", ROOT / "bots/acme", "-o", path,
            env={**os.environ, "XDG_CACHE_HOME": str(cache)})
    return path


def compiler():
    """The one that built the library."""
    commands = json.loads((BUILD / "compile_commands.json").read_text())
    return next(c["command"].split()[0] for c in commands if c["file"].endswith("embed/worker.c"))


# --- what is there ---


def test_the_header_is_plain_c_and_cplusplus():
    for words in (["gcc", "-std=c99", "-x", "c"], ["clang", "-std=c11", "-x", "c"],
                  ["g++", "-std=c++11", "-x", "c++"], ["clang++", "-std=c++17", "-x", "c++"]):
        checked(*words, "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-fsyntax-only",
                HEADER)


def test_the_header_includes_nothing_of_ours_and_knows_its_version():
    text = HEADER.read_text()
    assert re.findall(r"#include (.*)", text) == ["<stddef.h>", "<stdint.h>"]
    project = re.search(r"^    version: '([^']*)'", (ROOT / "meson.build").read_text(), re.M).group(1)
    assert f'#define USHER_VERSION "{project}"' in text


def declared():
    code = re.sub(r"/\*.*?\*/", "", HEADER.read_text(), flags=re.S)
    return set(re.findall(r"\b(usher_\w+)\(", code))


def test_both_libraries_show_exactly_what_the_header_declares(libraries):
    assert len(declared()) == 11
    for words in (["-D", libraries / "libusher.so"], ["-g", libraries / "libusher.a"]):
        symbols = checked("nm", "--defined-only", "--format=posix", *words)
        shown = {line.split()[0] for line in symbols.splitlines() if len(line.split()) > 1}
        assert shown == declared(), words


@pytest.mark.skipif(SANITIZED or OPTIONS["b_coverage"], reason="instrumented code needs more")
def test_it_needs_no_server_no_store_and_no_compiler_of_bots(libraries):
    needed = re.findall(r"NEEDED.*\[(.*?)\.so", checked("readelf", "-d", libraries / "libusher.so"))
    assert set(needed) <= {"libcrypto", "libpcre2-8", "libutf8proc", "libstemmer", "libcld2",
                           "liblua5.4", "libstdc++", "libm", "libgcc_s", "libc", "ld-linux-x86-64"}
    inside = checked("nm", libraries / "libusher.a")
    assert not {"socket", "connect", "fork", "execve", "system", "signal", "sigaction", "setlocale", "getenv",
                "pthread_create", "exit"} & set(re.findall(r" U (\w+)", inside))
    for name in ("bot_compile", "nano_train", "injection_train", "guard_compile", "index_build"):
        assert f" {name}\n" not in inside


# --- the example ---


def test_the_example_has_thirty_lines():
    assert len(EXAMPLE.read_text().splitlines()) <= 31


def decided(program, environment, release, text=LATE):
    return run(program, release, text, env=environment)


def test_the_example_runs_with_the_shared_library(environment, release, tmp_path):
    flags = checked("pkg-config", "--cflags", "--libs", "usher", env=environment).split()
    checked(compiler(), "-Wall", "-Wextra", "-Werror", *FLAGS, EXAMPLE, "-o", tmp_path / "triage",
            *flags)
    done = decided(tmp_path / "triage", environment, release)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("needs_approval, because of policy\nintent late_delivery 0.")
    assert "\n[1] late-parcels.md\n" in done.stdout
    done = decided(tmp_path / "triage", environment, ROOT / "bots/acme")
    assert done.returncode == 1 and "is a folder; `usher build " in done.stderr


def test_the_example_runs_with_the_static_library(environment, libraries, release, tmp_path):
    flags = checked("pkg-config", "--static", "--cflags", "--libs", "usher", env=environment).split()
    only = tmp_path / "static"
    only.mkdir()
    (only / "libusher.a").symlink_to(libraries / "libusher.a")
    flags = [flag.replace(str(libraries), str(only)) for flag in flags]
    checked(compiler(), *FLAGS, EXAMPLE, "-o", tmp_path / "triage", *flags)
    done = decided(tmp_path / "triage", {**environment, "LD_LIBRARY_PATH": ""}, release)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("needs_approval, because of policy\n")


def test_it_is_installed_where_pkg_config_looks_by_itself(prefix, libraries):
    looked_at = checked("pkg-config", "--variable", "pc_path", "pkg-config").strip().split(":")
    assert f"/{libraries.relative_to(prefix)}/pkgconfig" in looked_at


@pytest.mark.skipif(SANITIZED or OPTIONS["b_coverage"], reason="the README's line has no such flags")
def test_the_commands_of_the_readme_run(prefix, environment, cache, tmp_path):
    text = (EXAMPLE.parent / "README.md").read_text()
    commands = re.search(r"^```sh\n(.*?)^```", text, re.S | re.M).group(1)
    told = re.search(r"^It prints\n\n```\n(.*?)^```", text, re.S | re.M).group(1)
    assert commands.startswith("sudo meson install -C build && sudo ldconfig\n")
    commands = commands.split("\n", 1)[1].replace("docs/", f"{ROOT}/docs/").replace("bots/", f"{ROOT}/bots/")
    done = run("bash", "-ec", commands, cwd=tmp_path, env={**environment, "XDG_CACHE_HOME": str(cache)})
    assert done.returncode == 0, done.stderr
    shape = re.escape(told).replace(r"0\.990", r"0\.\d{3}").replace(r"\.\.\.", ".*")
    assert re.search(shape + r"\Z", done.stdout, re.S), done.stdout


# --- the same decisions as the program's, from another language ---


class About(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("id", ctypes.c_char_p), ("language", ctypes.c_char_p),
                ("channel", ctypes.c_char_p), ("received_ms", ctypes.c_int64),
                ("attributes", ctypes.c_void_p), ("attribute_count", ctypes.c_size_t)]


class Library:
    def __init__(self, path, release):
        self.calls = ctypes.CDLL(str(path))
        self.path = str(release).encode()
        self.release = self.open()
        self.worker = ctypes.c_void_p()
        assert self.calls.usher_worker_open(ctypes.byref(self.worker), self.release, None, None) == 0

    def open(self):
        release = ctypes.c_void_p()
        assert self.calls.usher_open(ctypes.byref(release), self.path, None, None) == 0
        return release

    def triage(self, ticket):
        text = ticket["text"].encode()
        about = About(ctypes.sizeof(About), id=ticket["id"].encode(), channel=b"cli", received_ms=1000,
                      language=ticket["lang"].encode() if ticket.get("lang") else None)
        told = ctypes.c_void_p()
        written = ctypes.c_char_p()
        assert self.calls.usher_triage(self.worker, text, ctypes.c_size_t(len(text)), ctypes.byref(about),
                                       ctypes.byref(told), None) == 0
        assert self.calls.usher_json(self.worker, ctypes.byref(written), None, None) == 0
        return written.value.decode()


@pytest.fixture(scope="module")
def library(libraries, release):
    if SANITIZED:
        pytest.skip("a sanitizer must be in the program, which is Python")
    return Library(libraries / "libusher.so", release)


def without_times(line):
    line = re.sub(r'"timings_us":\{[^}]*\}', "", line)
    return re.sub(r'"created":"[^"]*"', "", line)


def test_every_sample_ticket_is_the_same_bytes_as_from_the_program(library, usher):
    tickets = ROOT / "bots/acme/tickets.jsonl"
    lines = usher("triage", ROOT / "bots/acme", tickets, "--json").stdout.splitlines()
    asked = [json.loads(line) for line in tickets.read_text().splitlines()]
    assert len(lines) == len(asked) >= 300
    for line, ticket in zip(lines, asked):
        assert without_times(library.triage(ticket)) == without_times(line)


def resident_kib():
    return int(re.search(r"^VmRSS:\s+(\d+)", pathlib.Path("/proc/self/status").read_text(), re.M).group(1))


def test_opening_and_closing_does_not_grow(library):
    close = library.calls.usher_close
    for _ in range(20):
        close(library.open())
    before = resident_kib()
    for _ in range(60):
        close(library.open())
    assert resident_kib() - before < 512


@pytest.mark.slow
def test_memory_ends_at_every_step():
    walk = BUILD / "src/embed-memory_test"
    done = run(walk, env={**os.environ, "USHER_STRIDE": "1"}) if walk.exists() else None
    if done is None:
        pytest.skip("built without unit tests")
    assert done.returncode == 0, done.stdout + done.stderr
