"""What every end-to-end test shares: the built program, run as a user would."""
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
USHER = pathlib.Path(os.environ.get("USHER", ROOT / "build/src/usher"))


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes more than a few seconds; left out of ./test quick")


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """One cache of releases for the whole run, away from the user's own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def usher(cache):
    """Run usher; returns the finished process with text output."""
    def run(*words, input=None, cwd=ROOT, env=None, timeout=120):
        return subprocess.run([str(USHER), *map(str, words)], input=input, cwd=cwd, text=True,
                              capture_output=True, timeout=timeout,
                              env={**os.environ, "XDG_CACHE_HOME": str(cache), "NO_COLOR": "1", **(env or {})})
    return run


@pytest.fixture(scope="session")
def root():
    return ROOT
