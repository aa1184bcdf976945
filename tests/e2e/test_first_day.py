"""A new user's first day: clone into an empty folder and follow the README."""
import os
import subprocess

import pytest

from conftest import ROOT


@pytest.mark.slow
def test_a_clone_runs_as_the_readme_says(tmp_path):
    clone = tmp_path / "usher"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    env = {**os.environ, "CI": "true", "NO_COLOR": "1", "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(["./run", "--yes"], cwd=clone, env=env, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    assert "300 sample tickets: sound" in done.stdout
    assert "certified: from confidence" in done.stdout
    assert "300 tickets" in done.stdout and "as expected" in done.stdout
    assert "usher chat bots/acme" in done.stdout
    said = subprocess.run(["build/src/usher", "chat", "bots/acme"], cwd=clone, env=env, text=True,
                          input="My parcel 4471902 is late, the tracking has not moved for six days\n",
                          capture_output=True, timeout=60)
    assert said.returncode == 0 and "[1] late-parcels.md#tracking-stands-still" in said.stdout
    assert subprocess.run(["git", "status", "--short"], cwd=clone, capture_output=True, text=True).stdout == ""
