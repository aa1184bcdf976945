"""The server at its busiest: sound and bad requests, metrics, reloads and an end, all at once.

`./test` runs it also with ThreadSanitizer in the program, whose reports are failures.
"""
import contextlib
import json
import random
import signal
import threading
import time

import pytest

from serving import WAIT_S, serving
from wire import Wire, post

BODY = b'{"text": "Where is my parcel 4471902?", "metadata": {"tier": "gold"}}'
LOAD_S = 15
CLIENTS = 4


def get(path):
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def batch(lines):
    return post(lines, path="/v1/triage:batch", kind="application/jsonl")


CHUNKED = "Transfer-Encoding: chunked"
# What is sent, how often, and the status that must follow; None: the client goes away.
KINDS = [
    (post(BODY), 20, 200), (post(BODY, path="/triage", kind="application/json; charset=utf-8"), 5, 200),
    (batch((BODY + b"\n") * 40), 2, 200), (batch(b'{"text": 1}\n' + BODY), 1, 200), (get("/metrics"), 3, 200),
    (get("/v1/bots"), 3, 200), (get("/readyz"), 3, 200), (get("/openapi.json"), 1, 200), (get("/nowhere"), 2, 404),
    (post(b'{"text": '), 3, 400), (post(b" " * 300000), 1, 413), (post(BODY, path="/v1/bots/other/triage"), 1, 404),
    (post(BODY, "Host: twice"), 1, 400), (post(BODY, "X: 1\r\n 2"), 1, 400), (get("/" + "a" * 3000), 1, 414),
    (post(b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), CHUNKED, length=False), 1, 200),
    (b"GET / HTTP/7.0\r\n\r\n", 1, 505), (post(BODY)[:-10], 2, None), (batch((BODY + b"\n") * 40)[:-10], 1, None),
    (get("/readyz")[:-3], 1, None), (b"", 1, None),
]


class Client(threading.Thread):
    """Sends a random mixture until it is told to stop; keeps a connection as long as the server does."""

    def __init__(self, server, seed, stops):
        super().__init__()
        self.server = server
        self.chance = random.Random(seed)
        self.stops = stops
        self.wrong = []
        self.count = 0

    def run(self):
        while not self.stops.is_set():
            with contextlib.suppress(OSError), Wire(self.server) as wire:
                while self.ask(wire):
                    pass

    def ask(self, wire):
        """False where the connection is of no more use."""
        if self.stops.is_set():
            return False
        data, _, status = self.chance.choices(KINDS, [often for _, often, _ in KINDS])[0]
        wire.send(data)
        if status is None:
            return False
        answer = wire.answer()
        if answer is None or answer.status != status:
            self.wrong.append((data[:200], answer))
            return False
        self.count += 1
        return answer.headers.get("connection", "").lower() != "close"


@pytest.mark.slow
def test_mixed_load_with_reloads_and_an_end_is_answered_to_the_last(tmp_path, cache):
    stops = threading.Event()
    with serving(tmp_path, "--threads", 4, "--idle-timeout", 2, cache=cache) as server:
        clients = [Client(server, seed, stops) for seed in range(CLIENTS)]
        for client in clients:
            client.start()
        end = time.monotonic() + LOAD_S
        while time.monotonic() < end:
            server.process.send_signal(signal.SIGHUP)
            time.sleep(0.3)
        with Wire(server) as last:
            last.send(post(BODY)[:-1])
            stops.set()
            for client in clients:
                client.join()
            server.process.send_signal(signal.SIGTERM)
            last.send(post(BODY)[-1:])
            assert json.loads(last.answer().body)["bot"] == "acme"
        status = server.process.wait(WAIT_S)
        said = server.said()
    assert "ThreadSanitizer" not in said, said[said.index("=================="):][:8000]
    assert status == 0, said[-4000:]
    assert not [wrong for client in clients for wrong in client.wrong]
    print(f"{sum(client.count for client in clients)} answers in {LOAD_S} s")
