"""The systemd unit, and what the program tells a service manager: here a socket of the test."""
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from conftest import ROOT, USHER
from serving import WAIT_S, serving

UNIT = ROOT / "deploy/systemd/usher.service"
EXPOSURE_MAX = 2.0

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")


def analyze(*words):
    return subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True, timeout=60)


@needs_systemd
def test_systemd_finds_no_mistake_in_the_unit(tmp_path):
    installed = tmp_path / UNIT.name
    installed.write_text(UNIT.read_text().replace("/usr/local/bin/usher", str(USHER.resolve())))
    done = analyze("verify", installed)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@needs_systemd
def test_the_service_may_do_little_on_its_machine():
    done = analyze("security", "--offline=true", f"--threshold={EXPOSURE_MAX * 10:.0f}", UNIT)
    exposure = float(re.search(r"exposure level for usher.service: ([\d.]+)", done.stdout)[1])
    print(f"systemd-analyze security: {exposure}")
    assert done.returncode == 0 and exposure <= EXPOSURE_MAX, done.stdout


@needs_systemd
def test_the_readme_tells_the_exposure_that_is_measured():
    done = analyze("security", "--offline=true", UNIT)
    measured = re.search(r"exposure level for usher.service: ([\d.]+)", done.stdout)[1]
    assert f"rates it {measured};" in (UNIT.parent / "README.md").read_text()


def test_the_unit_calls_the_program_as_it_is(usher):
    unit = UNIT.read_text()
    words = shlex.split(re.search(r"^ExecStart=(.*)$", unit, re.M)[1])
    options = re.search(r'USHER_OPTIONS=([^"\n]*)', unit)[1].split()
    known = usher("serve", "--help").stdout
    assert words[:2] == ["/usr/local/bin/usher", "serve"]
    assert options and all(word in known for word in options if word.startswith("--"))


class Manager:
    """A service manager's end of $NOTIFY_SOCKET."""

    def __init__(self, name):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(name.replace("@", "\0", 1))
        self.socket.settimeout(WAIT_S)

    def hear(self):
        return self.socket.recv(4096).decode().splitlines()

    def hear_until(self, line):
        """The messages up to one that has this line."""
        heard = [self.hear()]
        while line not in heard[-1]:
            heard.append(self.hear())
        return heard


@pytest.fixture
def manager(tmp_path):
    manager = Manager(str(tmp_path / "notify"))
    yield manager
    manager.socket.close()


def test_a_service_says_that_it_is_ready_reloads_and_stops(tmp_path, cache, manager):
    with serving(tmp_path, cache=cache, env={"NOTIFY_SOCKET": str(tmp_path / "notify")}) as server:
        assert manager.hear_until("READY=1")
        assert server.ask("/readyz")[0] == 200
        server.process.send_signal(signal.SIGHUP)
        assert manager.hear()[0] == "RELOADING=1"
        assert manager.hear()[0] == "READY=1"
        assert server.stop() == 0
        assert manager.hear()[0] == "STOPPING=1"


def test_an_abstract_socket_is_told_too(tmp_path, cache):
    name = f"@usher-test-{tmp_path.name}-{time.time_ns()}"
    manager = Manager(name)
    with serving(tmp_path, cache=cache, env={"NOTIFY_SOCKET": name}):
        assert manager.hear_until("READY=1")
    manager.socket.close()


def test_the_watchdog_is_fed_twice_an_interval(tmp_path, cache, manager):
    env = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "2000000"}
    with serving(tmp_path, cache=cache, env=env):
        manager.hear_until("WATCHDOG=1")
        start = time.monotonic()
        for _ in range(3):
            manager.hear_until("WATCHDOG=1")
        assert time.monotonic() - start < 3 * 2.0


def test_no_watchdog_is_fed_that_was_not_asked_for(tmp_path, cache, manager):
    with serving(tmp_path, cache=cache, env={"NOTIFY_SOCKET": str(tmp_path / "notify")}) as server:
        server.stop()
        assert all("WATCHDOG=1" not in lines for lines in manager.hear_until("STOPPING=1"))


def test_a_listener_of_the_manager_is_used(tmp_path, cache):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        passed = listener.fileno()
        program = (f"import os, sys; os.dup2({passed}, 3); "
                   "os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1'); os.execv(sys.argv[1], sys.argv[1:])")
        with serving(tmp_path, cache=cache, before=(sys.executable, "-c", program), pass_fds=(passed,)) as server:
            port = listener.getsockname()[1]
            assert server.url == f"http://127.0.0.1:{port}"
            with urllib.request.urlopen(server.url + "/livez", timeout=WAIT_S) as answer:
                assert answer.status == 200
