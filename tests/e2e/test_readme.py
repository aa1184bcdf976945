"""The transcripts in README.md and docs/ are true: every console block is run and compared.

A line that starts with "$ " is run, lines below it that start with "> " belong to it, and
the others are what it prints, where "..." stands for any text within a line and a line of
only "..." for any number of lines.  A document is one session of a shell: it begins in the
project's folder, and what a command sets, later ones see.  What is at http://127.0.0.1:8080 is a
server like the one that ./run starts.
"""
import json
import os
import re
import subprocess

import pytest

from conftest import ROOT, USHER

DOCUMENTS = ["README.md", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md"))]
MARK = "--- end of a command ---"


def transcripts(document):
    """[(command, output), ...] of a document."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```", (ROOT / document).read_text(), re.S | re.M):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, more, output = re.fullmatch(r"([^\n]*\n)((?:> [^\n]*\n)*)(.*)", part, re.S).groups()
            found.append((command + re.sub(r"^> ", "", more, flags=re.M), output))
    return found


def pattern_of(output):
    lines = []
    for line in output.rstrip("\n").split("\n"):
        if line.strip() == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(r".*?".join(re.escape(part) for part in line.split("...")) + r"[ ]*\n")
    return "".join(lines)


SERVED = "http://127.0.0.1:8080"


@pytest.fixture(scope="module")
def served(cache):
    """The sample bot over HTTP, as ./run leaves it, on a free port."""
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    server = subprocess.Popen([str(USHER), "serve", "bots/acme", "--listen", "127.0.0.1:0", "--json"], cwd=ROOT,
                              env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    yield json.loads(server.stdout.readline())["url"]
    server.terminate()
    assert server.wait(timeout=30) == 0


@pytest.fixture(scope="module")
def session(cache, served, tmp_path_factory):
    """What each command of a document printed; the document is run once."""
    ran = {}

    def printed(document):
        if document not in ran:
            script = "".join(f"{command}printf '\\n%s\\n' '{MARK}'\n" for command, _ in transcripts(document))
            script = script.replace(SERVED, served)
            env = {**os.environ, "PATH": f"{USHER.parent}:{os.environ['PATH']}", "NO_COLOR": "1",
                   "XDG_CACHE_HOME": str(cache), "TMPDIR": str(tmp_path_factory.mktemp("session"))}
            done = subprocess.run(["bash", "-c", script], cwd=ROOT, env=env, text=True, timeout=300,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            ran[document] = done.stdout.split(f"\n{MARK}\n")
        return ran[document]
    return printed


@pytest.mark.parametrize("document, number, command, output", [
    pytest.param(document, number, command, output, id=f"{document}: {command.splitlines()[0][:50]}")
    for document in DOCUMENTS for number, (command, output) in enumerate(transcripts(document))])
def test_transcript(session, document, number, command, output):
    printed = session(document)[number]
    assert re.fullmatch(pattern_of(output), printed.rstrip("\n") + "\n"), f"$ {command}{printed}"
