"""A server's life: keys, reloads under load, and an end that leaves nobody without an answer."""
import contextlib
import json
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest

from conftest import ROOT, USHER
from serving import WAIT_S, serving
from wire import Wire, ask, post

BODY = b'{"text": "Where is my parcel 4471902?"}'
LIVE = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
READY = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n"
BOTS = b"GET /v1/bots HTTP/1.1\r\nHost: localhost\r\n\r\n"
KEY = "a-key-of-sixteen-characters"


def bots(server):
    return json.loads(ask(server, BOTS).body)["items"]


def wait_for(question, wait_s=30):
    """Ask until the answer is yes."""
    end = time.monotonic() + wait_s
    while not question():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def folder(tmp_path):
    """A copy of the sample bot that a test may change."""
    copy = tmp_path / "bot"
    shutil.copytree(ROOT / "bots/acme", copy)
    return copy


class Load:
    """Clients that ask without a pause, on connections that they keep; every answer must be there."""

    def __init__(self, server, clients=3):
        self.server = server
        self.ends = False
        self.count = 0
        self.releases = set()
        self.wrong = []
        self.threads = [threading.Thread(target=self.run) for _ in range(clients)]

    def run(self):
        with Wire(self.server) as wire:
            while not self.ends:
                wire.send(post(BODY))
                answer = wire.answer()
                if answer is None or answer.status != 200:
                    self.wrong.append(answer)
                    return
                self.releases.add(json.loads(answer.body)["release"])
                self.count += 1

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *what):
        self.ends = True
        for thread in self.threads:
            thread.join()
        assert not self.wrong and self.count


def test_requests_under_way_are_answered_before_the_end(tmp_path, cache):
    with serving(tmp_path, cache=cache) as server:
        with Wire(server) as half, Wire(server) as head, Wire(server) as idle, Wire(server) as batch:
            half.send(post(BODY)[:-1])
            head.send(READY[:-2])
            idle.send(LIVE)
            assert idle.answer().status == 200
            batch.send(post((BODY + b"\n") * 2000, path="/v1/triage:batch", kind="application/jsonl"))
            for wire in (half, head):  # both have been read when a later request was answered
                assert ask(server, LIVE).status == 200
            server.process.send_signal(signal.SIGTERM)
            assert idle.is_closed(2)
            with pytest.raises(OSError):
                Wire(server)
            half.send(BODY[-1:])
            answer = half.answer()
            assert answer.status == 200 and answer.headers["connection"].lower() == "close" and half.is_closed()
            head.send(b"\r\n")
            answer = head.answer()
            assert answer.status == 503 and answer.headers["retry-after"] == "1" and head.is_closed()
            answer = batch.answer()
            assert answer.status == 200 and answer.body.count(b"\n") == 2000
        assert server.process.wait(WAIT_S) == 0


def test_what_arrived_before_the_end_was_asked_for_is_answered(tmp_path, cache):
    with serving(tmp_path, cache=cache) as server, contextlib.ExitStack() as stack:
        wires = [stack.enter_context(Wire(server)) for _ in range(50)]
        for wire in wires:
            wire.send(LIVE)
            assert wire.answer().status == 200
        for wire in wires:
            wire.send(post(BODY))
        server.process.send_signal(signal.SIGTERM)
        assert [wire.answer().status for wire in wires] == [200] * 50
        assert server.process.wait(WAIT_S) == 0


def test_a_second_signal_ends_at_once(tmp_path, cache):
    with serving(tmp_path, cache=cache) as server, Wire(server) as half, Wire(server) as batch:
        half.send(post(BODY)[:-1])
        batch.send(post((BODY + b"\n") * 9000, path="/v1/triage:batch", kind="application/jsonl"))
        assert ask(server, LIVE).status == 200
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        assert server.process.poll() is None
        start = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(WAIT_S) == 0 and time.monotonic() - start < 1


def test_an_end_that_is_waited_for_too_long_comes_anyway(tmp_path, cache):
    with serving(tmp_path, "--drain-timeout", 1, cache=cache) as server, Wire(server) as half:
        half.send(post(BODY)[:-1])
        assert ask(server, LIVE).status == 200
        start = time.monotonic()
        assert server.stop() == 0 and 0.9 < time.monotonic() - start < 2.5
        assert half.is_closed()


@pytest.mark.slow
def test_reloads_under_load_drop_nothing(tmp_path, cache, folder):
    with serving(tmp_path, cache=cache, bots=(folder,)) as server:
        before = server.bots[0]["release"]
        with Load(server) as load:
            for _ in range(5):
                server.process.send_signal(signal.SIGHUP)
                time.sleep(0.1)
            with open(folder / "knowledge/late-parcels.md", "a") as page:
                page.write("\n## Parcels by balloon\n\nWe do not send parcels by balloon.\n")
            wait_for(lambda: bots(server)[0]["release"] != before, 60)
            count = load.count
            wait_for(lambda: load.count > count + 20)
        assert load.releases == {before, bots(server)[0]["release"]}
        assert server.stop() == 0


def test_a_broken_folder_keeps_the_release_and_says_why_until_it_is_mended(tmp_path, cache, folder):
    intents = (folder / "intents.yaml").read_bytes()
    with serving(tmp_path, cache=cache, bots=(folder,)) as server:
        release = server.bots[0]["release"]
        (folder / "intents.yaml").write_bytes(b"intents: [\n")
        wait_for(lambda: bots(server)[0]["reload_error"])
        assert "intents.yaml" in bots(server)[0]["reload_error"] and "intents.yaml" in server.said()
        assert bots(server)[0]["release"] == release and ask(server, READY).status == 200
        assert json.loads(ask(server, post(BODY)).body)["release"] == release
        shutil.move(folder, tmp_path / "away")  # worse
        server.process.send_signal(signal.SIGHUP)
        wait_for(lambda: "intents.yaml" not in (bots(server)[0]["reload_error"] or "intents.yaml"))
        assert json.loads(ask(server, post(BODY)).body)["release"] == release
        shutil.move(tmp_path / "away", folder)
        (folder / "intents.yaml").write_bytes(intents)
        wait_for(lambda: bots(server)[0]["reload_error"] is None)
        assert bots(server)[0]["release"] == release


def rename(folder, name):
    settings = folder / "bot.yaml"
    text = settings.read_text()
    assert "name: acme" in text
    settings.write_text(text.replace("name: acme", f"name: {name}"))


@pytest.mark.slow
def test_two_bots_are_served_side_by_side_and_may_be_renamed(tmp_path, cache, folder):
    rename(folder, "other")
    with serving(tmp_path, cache=cache, bots=(ROOT / "bots/acme", folder)) as server:
        assert [(each["name"], each["default"]) for each in bots(server)] == [("acme", True), ("other", False)]
        for path, name in (("/v1/triage", "acme"), ("/v1/bots/other/triage", "other"), ("/v1/bots/acme/triage", "acme")):
            answer = ask(server, post(BODY, path=path))
            assert answer.status == 200 and json.loads(answer.body)["bot"] == name
        assert json.loads(ask(server, post(BODY[:-1] + b', "bot": "other"}')).body)["bot"] == "other"
        assert ask(server, post(BODY, path="/v1/bots/third/triage")).status == 404
        rename_back = (folder / "bot.yaml").read_text()
        (folder / "bot.yaml").write_text(rename_back.replace("name: other", "name: acme"))
        wait_for(lambda: bots(server)[1]["reload_error"], 60)
        assert "acme" in bots(server)[1]["reload_error"] and bots(server)[1]["name"] == "other"
        (folder / "bot.yaml").write_text(rename_back.replace("name: other", "name: third"))
        wait_for(lambda: bots(server)[1]["name"] == "third", 60)
        assert ask(server, post(BODY, path="/v1/bots/third/triage")).status == 200
        assert ask(server, post(BODY, path="/v1/bots/other/triage")).status == 404


def test_a_port_that_is_taken_is_told(usher):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = usher("serve", "bots/acme", "--listen", f"127.0.0.1:{port}")
    assert done.returncode == 1 and str(port) in done.stderr and done.stderr.count("\n") == 1
    assert "--listen" in done.stderr


@pytest.mark.parametrize("address", ["*:0", "0.0.0.0:0", "[::]:0"])
def test_it_does_not_listen_beyond_this_machine_without_a_key(usher, address):
    done = usher("serve", "bots/acme", "--listen", address, timeout=20)
    assert done.returncode == 1 and "--key-file" in done.stderr and done.stdout == ""


@pytest.mark.parametrize("keys", ["", "# none\n\n", "short\n", "a key with spaces in it\n", "k" * 513 + "\n"])
def test_a_file_without_a_sound_key_is_refused(usher, tmp_path, keys):
    (tmp_path / "keys").write_text(keys)
    done = usher("serve", "bots/acme", "--listen", "127.0.0.1:0", "--key-file", tmp_path / "keys", timeout=20)
    assert done.returncode == 1 and "key" in done.stderr and "k" * 100 not in done.stderr


def test_only_who_knows_a_key_is_answered(tmp_path, cache):
    (tmp_path / "keys").write_text(f"# two\n{KEY}\nanother-key-for-others\n")
    with serving(tmp_path, "--key-file", tmp_path / "keys", cache=cache) as server:
        for line in ("X: 1", "Authorization: Bearer", "Authorization: Bearer ", f"Authorization: Basic {KEY}",
                     "Authorization: Bearer wrong-key-of-sixteen", f"Authorization: {KEY}", f"Authorization: Bearer {KEY}x",
                     f"Authorization: Bearer {KEY[:-1]}", f"Authorization: Bearer {KEY} {KEY}", f"X-Api-Key: {KEY}"):
            for data in (post(BODY, line), post(BODY, line, path="/nowhere"), BOTS[:-2] + line.encode() + b"\r\n\r\n"):
                answer = ask(server, data)
                assert answer.status == 401 and answer.headers["www-authenticate"].startswith("Bearer"), line
                assert KEY.encode() not in answer.body
        for line in (f"Authorization: Bearer {KEY}", f"authorization: bearer {KEY}",
                     "Authorization: Bearer another-key-for-others"):
            assert ask(server, post(BODY, line)).status == 200
            assert ask(server, post(BODY, line, "Host: example.com")).status == 400  # two of them
            assert ask(server, post(BODY, line).replace(b"localhost", b"example.com")).status == 200
        for open_to_all in (LIVE, READY, LIVE.replace(b"/livez", b"/openapi.json"), LIVE.replace(b"/livez", b"/")):
            assert ask(server, open_to_all).status == 200
        assert ask(server, LIVE.replace(b"/livez", b"/metrics")).status == 401


def test_a_signal_while_it_loads_ends_it(tmp_path, cache):
    process = subprocess.Popen([USHER, "serve", "--listen", "127.0.0.1:0", ROOT / "bots/acme"], text=True,
                               stderr=subprocess.PIPE, env={"XDG_CACHE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"})
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors


@pytest.mark.parametrize("words", [("--listen", "[::1]:0"), ("--threads", 1), ("--threads", 16)], ids=str)
def test_it_serves_the_other_protocol_and_any_number_of_threads(tmp_path, cache, words):
    with serving(tmp_path, *words, cache=cache) as server:
        with Wire(server) as wire:
            wire.send((post(BODY) + LIVE) * 20 + post((BODY + b"\n") * 100, path="/v1/triage:batch",
                                                      kind="application/jsonl") + LIVE)
            statuses = [wire.answer().status for _ in range(42)]
            assert statuses == [200] * 42 and wire.rest == b""
        assert json.loads(server.ask("/v1/triage", json.loads(BODY))[2])["bot"] == "acme"
        assert server.stop() == 0
