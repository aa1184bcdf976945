"""The README's transcripts are true: every console block is run and compared.

A line that starts with "$ " is run in the project's folder; the lines below it are what
it prints, where "..." stands for any text within a line and a line of only "..." for any
number of lines.
"""
import os
import re
import subprocess

import pytest

from conftest import ROOT, USHER


def transcripts():
    for document in ["README.md", *sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))]:
        text = (ROOT / document).read_text()
        for block in re.findall(r"^```console\n(.*?)^```", text, re.S | re.M):
            for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, _, output = part.partition("\n")
                yield pytest.param(command, output, id=f"{document}: {command[:50]}")


def pattern_of(output):
    lines = []
    for line in output.rstrip("\n").split("\n"):
        if line.strip() == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(r".*?".join(re.escape(part) for part in line.split("...")) + r"[ ]*\n")
    return "".join(lines)


@pytest.mark.parametrize("command, output", transcripts())
def test_transcript(command, output, cache):
    env = {**os.environ, "PATH": f"{USHER.parent}:{os.environ['PATH']}", "XDG_CACHE_HOME": str(cache), "NO_COLOR": "1"}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=env, text=True, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert re.fullmatch(pattern_of(output), done.stdout.rstrip("\n") + "\n"), done.stdout
