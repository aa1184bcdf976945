"""usher bench understand, decide and serve: what they print, and what they say where something is missing.

No figure is judged here: machines are shared, and a time decides nothing.
"""
import json
import stat

import pytest

PEER = """#!/usr/bin/python3
import http.server, json, sys

class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    def do_POST(self):
        text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
        MISBEHAVE
        body = json.dumps({"intent": "lost" if "lost" in text else "late"}, separators=(",", ":")).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *words):
        pass

http.server.ThreadingHTTPServer.request_queue_size = 128
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
print(json.dumps({"url": "http://127.0.0.1:%d" % server.server_port, "versions": {"fake": sys.argv[1]}}), flush=True)
server.serve_forever()
"""


@pytest.fixture
def data(tmp_path):
    """A set as small as a bot can learn from."""
    folder = tmp_path / "data" / "banking77"
    folder.mkdir(parents=True)
    texts = [(f"my parcel is late by {n} days", "late") for n in range(1, 15)]
    texts += [(f"I lost my card number {n}", "lost") for n in range(1, 15)]
    lines = [json.dumps({"text": text, "label": label}) + "\n" for text, label in texts]
    (folder / "train.jsonl").write_text("".join(lines[:12] + lines[14:26]))
    (folder / "dev.jsonl").write_text("".join(lines[12:14] + lines[26:]))
    return tmp_path / "data"


def peers(tmp_path, misbehave="pass"):
    folder = tmp_path / "peers"
    folder.mkdir()
    script = folder / "serve"
    script.write_text(PEER.replace("MISBEHAVE", misbehave))
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return folder


def document(done):
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {"bench", "machine", "probe", "rows", "ratios"} <= set(found)
    return found


def test_without_any_data_it_tells_what_it_looked_for(usher, tmp_path):
    done = usher("bench", "understand", "--data", tmp_path, "--bot", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"neither banking77 in {tmp_path} nor" in done.stderr


def test_without_peers_it_tells_where_they_are_looked_for(usher, data, tmp_path):
    done = usher("bench", "understand", "--data", data, "--peers", tmp_path / "none")
    assert (done.returncode, done.stdout) == (1, "")
    assert "--peers" in done.stderr


def test_peers_that_are_not_installed_say_how(usher, data, tmp_path):
    folder = tmp_path / "peers"
    folder.mkdir()
    (folder / "serve").write_text('#!/bin/sh\necho "the peers are not installed: run bench/peer/install" >&2\nexit 1\n')
    (folder / "serve").chmod(0o755)
    done = usher("bench", "understand", "--data", data, "--peers", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "run bench/peer/install" in done.stderr


def test_a_peer_that_dies_is_an_error_and_no_hang(usher, data, tmp_path):
    folder = peers(tmp_path, "import os; os._exit(1)")
    done = usher("bench", "understand", "--data", data, "--peers", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "usual" in done.stderr


def test_seconds_are_checked(usher):
    assert usher("bench", "serve", "--seconds", "0").returncode == 2
    assert usher("bench", "serve", "--seconds", "soon").returncode == 2


@pytest.mark.slow
def test_understand_compares_under_each_load(usher, data, tmp_path):
    found = document(usher("bench", "understand", "--json", "--data", data, "--peers", peers(tmp_path), timeout=300))
    rows = [row for row in found["rows"] if "cpu_ratio" in row]
    assert [(row["connections"], row["peer"]) for row in rows] == [
        (n, peer) for n in (1, 16, 64) for peer in ("usual", "tuned")]
    for row in rows:
        assert row["accuracy"] == row["peer_accuracy"] == 1
        assert min(row[name] for name in ("cpu_us", "peer_cpu_us", "throughput", "throughput_ratio", "p99_ms")) > 0
    assert found["ratios"]["accuracy"] == found["ratios"]["peer_accuracy"] == 1
    versions = {row["name"]: row["fake"] for row in found["rows"] if "fake" in row}
    assert versions == {"versions of usual": "understand_usual", "versions of tuned": "understand_tuned"}


@pytest.mark.slow
def test_without_public_data_the_bot_s_own_are_understood(usher, tmp_path):
    found = document(usher("bench", "understand", "--json", "--data", tmp_path, "--peers", peers(tmp_path), timeout=300))
    rows = {row["name"]: row for row in found["rows"]}
    assert rows["texts"]["set"] == "the bot's own" and rows["texts"]["asked"] > 100
    assert found["ratios"]["accuracy"] > 0.5


@pytest.mark.slow
def test_serve_tells_start_memory_rate_connections_and_reload(usher):
    found = document(usher("bench", "serve", "--json", timeout=300))
    rows = {row["name"]: row for row in found["rows"]}
    assert set(rows) == {"start to first answer", "resident", "open loop", "idle connections", "reload under load",
                         "program"}
    assert rows["open loop"]["answered"] == 5000 and rows["open loop"]["dropped"] == 0
    assert rows["reload under load"]["dropped"] == 0
    parts = ("program_mib", "libraries_mib", "release_mib", "rest_mib")
    assert sum(rows["resident"][part] for part in parts) == pytest.approx(rows["resident"]["mib"], rel=0.05)
    assert rows["idle connections"].get("open", 10000) == 10000


@pytest.mark.slow
def test_decide_beside_the_real_peers(usher, root):
    if not (root / "build-peer/newest/installed").exists():
        pytest.skip("the peers are not installed: bench/peer/install")
    found = document(usher("bench", "decide", "--json", timeout=500))
    assert found["ratios"]["accuracy"] > 0 and found["ratios"]["peer_accuracy"] > 0
    assert {f"request / sum of its stages, {n}" for n in (1, 16, 64)} <= set(found["ratios"])
