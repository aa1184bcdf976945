"""A new user's first day: clone into an empty folder and follow the README."""
import json
import os
import re
import subprocess
import urllib.request

import pytest

from conftest import ROOT


def read_until(stream, pattern):
    """What was printed up to a line that the pattern finds, and the match."""
    printed = ""
    for line in stream:
        printed += line
        found = re.search(pattern, line)
        if found:
            return printed, found
    raise AssertionError(f"never printed {pattern}:\n{printed}")


def script(*words):
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("words", [("./run", "--yes", "--help"), ("./test", "--yes", "--help"),
                                   ("./test", "quick", "--yes", "--help")], ids=" ".join)
def test_the_scripts_take_yes_wherever_it_stands(words):
    done = script(*words)
    assert (done.returncode, done.stderr) == (0, "") and "--yes" in done.stdout


@pytest.mark.parametrize("words", [("./run", "now"), ("./test", "--ye"), ("./test", "quick", "60")], ids=" ".join)
def test_the_scripts_refuse_what_they_do_not_know(words):
    assert script(*words).returncode == 2


@pytest.mark.slow
def test_a_clone_runs_as_the_readme_says(tmp_path):
    clone = tmp_path / "usher"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    env = {**os.environ, "CI": "true", "NO_COLOR": "1", "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    running = subprocess.Popen(["./run", "--yes", "--listen", "127.0.0.1:0"], cwd=clone, env=env, text=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        printed, url = read_until(running.stdout, r"listening on (http://\S+)")
        assert "300 sample tickets: sound" in printed
        assert "certified: from confidence" in printed
        assert "300 tickets" in printed and "as expected" in printed
        assert "usher chat bots/acme" in printed and "curl --json" in printed
        page = urllib.request.urlopen(url[1] + "/", timeout=10).read().decode()
        assert "<title>Usher" in page
        ask = urllib.request.Request(url[1] + "/v1/triage", headers={"Content-Type": "application/json"},
                                     data=b'{"text": "My parcel 4471902 is late, the tracking has not moved for six days"}')
        decision = json.load(urllib.request.urlopen(ask, timeout=10))
        assert decision["draft"]["citations"][0]["page"] == "late-parcels.md"
    finally:
        running.terminate()
    assert running.wait(timeout=30) == 0
    said = subprocess.run(["build/src/usher", "chat", "bots/acme"], cwd=clone, env=env, text=True,
                          input="My parcel 4471902 is late, the tracking has not moved for six days\n",
                          capture_output=True, timeout=60)
    assert said.returncode == 0 and "[1] late-parcels.md#tracking-stands-still" in said.stdout
    assert subprocess.run(["git", "status", "--short"], cwd=clone, capture_output=True, text=True).stdout == ""
