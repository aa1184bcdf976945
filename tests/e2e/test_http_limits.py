"""Clients that are slow, many, or gone: every wait ends, everything is bounded, others are served."""
import contextlib
import json
import pathlib
import random
import socket
import struct
import threading
import time

import pytest

from serving import serving
from wire import Wire, ask, post

BODY = b'{"text": "Where is my parcel 4471902?"}'
LIVE = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
BIG = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
DEADLINE_S = 1
LATE_S = 0.75
FEW = 4


@pytest.fixture(scope="module")
def server(tmp_path_factory, cache):
    folder = tmp_path_factory.mktemp("limits")
    with serving(folder, "--request-timeout", DEADLINE_S, "--idle-timeout", DEADLINE_S, cache=cache) as running:
        yield running
        assert running.process.poll() is None, running.said()


def metric(server, name):
    """The value of a metric without labels."""
    lines = server.ask("/metrics")[2].splitlines()
    return float(next(line.split()[-1] for line in lines if line.startswith(name + " ")))


def settle(server, name, value):
    """Wait until the metric has the value."""
    end = time.monotonic() + 5
    while metric(server, name) != value:
        assert time.monotonic() < end, f"{name} is {metric(server, name)}"
        time.sleep(0.02)


def resident_mib(server):
    status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def drip(wire, data, pause_s=0.05):
    """Send byte by byte until the server has enough of it."""
    try:
        for at in range(len(data)):
            wire.send(data[at:at + 1])
            time.sleep(pause_s)
    except OSError:
        pass


def slow_line(wire):
    drip(wire, b"GET /" + b"a" * 1000)


def slow_head(wire):
    wire.send(LIVE[:-2])
    drip(wire, b"X: " + b"a" * 1000)


def slow_everything(wire):
    """Each part in less than the deadline, all of it not."""
    drip(wire, post(BODY), 2.4 * DEADLINE_S / len(post(BODY)))


def slow_body(wire):
    wire.send(post(b"a" * 1000)[:-1000])
    drip(wire, b"a" * 1000)


def slow_chunks(wire):
    wire.send(post(b"", "Transfer-Encoding: chunked", length=False))
    drip(wire, b"1\r\na\r\n" * 1000)


def half_body(wire):
    wire.send(post(BODY)[:-10])


def half_refused_body(wire):
    wire.send(post(BODY, path="/nowhere")[:-10])


def unread_answers(wire):
    """Asks for more than the buffers between us hold, and reads nothing."""
    wire.socket.setblocking(False)
    with contextlib.suppress(BlockingIOError, ConnectionError):
        for _ in range(5000):
            wire.socket.send(BIG)
    time.sleep(DEADLINE_S + LATE_S)
    wire.socket.settimeout(0.3)  # what was sent before is still there to be read


def idle(wire):
    pass


def idle_after_an_answer(wire):
    wire.send(LIVE)
    assert wire.answer().status == 200


def empty_lines(wire):
    drip(wire, b"\r\n" * 1000)


SLOW = [slow_line, slow_head, slow_everything, slow_body, slow_chunks, half_body, half_refused_body, unread_answers, idle,
        idle_after_an_answer, empty_lines]


def test_every_wait_ends_at_its_deadline_and_others_are_served_meanwhile(server):
    took = {}

    def run(be_slow):
        with Wire(server) as wire:
            start = time.monotonic()
            be_slow(wire)
            with contextlib.suppress(TimeoutError):
                while wire.more():
                    pass
            took[be_slow.__name__] = time.monotonic() - start

    threads = [threading.Thread(target=run, args=(be_slow,)) for be_slow in SLOW]
    for thread in threads:
        thread.start()
    waits = []
    while any(thread.is_alive() for thread in threads):
        start = time.monotonic()
        assert ask(server, post(BODY)).status == 200
        waits.append(time.monotonic() - start)
        time.sleep(0.02)
    assert len(took) == len(SLOW) and max(waits) < LATE_S and len(waits) > 10
    slack = {"unread_answers": 0.5, "slow_everything": 0.5}  # which begins with its request line
    assert not {name: s for name, s in took.items() if s > DEADLINE_S + LATE_S + slack.get(name, 0)}
    settle(server, "usher_http_connections", 1)
    settle(server, "usher_http_requests_in_flight", 1)
    settle(server, "usher_http_request_bytes_in_memory", 0)


def reset(wire):
    """End the connection at once, so that what comes is answered by a reset."""
    wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.socket.close()


def test_a_disconnect_at_any_byte_leaves_nothing_behind(server):
    batch = post(BODY + b"\n" + BODY, path="/v1/triage:batch", kind="application/jsonl")
    chunked = post(b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), "Transfer-Encoding: chunked", length=False)
    for data in (LIVE, post(BODY), batch, chunked, post(BODY, path="/nowhere"), post(BODY, "Expect: 100-continue")):
        for end in range(len(data) + 1):
            with Wire(server) as wire:
                wire.send(data[:end])
                if end % 2:
                    reset(wire)
    settle(server, "usher_http_connections", 1)
    settle(server, "usher_http_requests_in_flight", 1)
    settle(server, "usher_http_request_bytes_in_memory", 0)


def test_a_disconnect_while_the_answer_is_written_leaves_nothing_behind(server):
    lines = post((BODY + b"\n") * 1000, path="/v1/triage:batch", kind="application/jsonl")
    for i in range(40):
        with Wire(server) as wire:
            with contextlib.suppress(OSError):
                wire.send(lines if i < 8 else BIG * 30)
                if i % 4 > 1:
                    wire.socket.recv(1 + i)
            if i % 2:
                reset(wire)
    settle(server, "usher_http_connections", 1)
    settle(server, "usher_http_requests_in_flight", 1)
    settle(server, "usher_http_request_bytes_in_memory", 0)


def test_more_connections_than_the_limit_wait_for_their_turn(tmp_path, cache):
    with serving(tmp_path, "--connections", FEW, "--threads", 2, cache=cache) as server:
        kept = [Wire(server) for _ in range(FEW)]
        for wire in kept:
            wire.send(LIVE)
            assert wire.answer().status == 200
        with Wire(server) as waiting:
            waiting.send(LIVE)
            assert not waiting.is_closed(0.3) and not waiting.rest
            for wire in kept:
                wire.socket.close()
            waiting.socket.settimeout(5)
            assert waiting.answer().status == 200


def test_more_connections_of_one_address_than_the_limit_are_ended(tmp_path, cache):
    with serving(tmp_path, "--connections-per-address", FEW, cache=cache) as server:
        kept = [Wire(server) for _ in range(FEW)]
        for wire in kept:
            wire.send(LIVE)
            assert wire.answer().status == 200
        with Wire(server) as refused:
            assert refused.is_closed(1)
        with Wire(server, source=("127.0.0.2", 0)) as other:
            other.send(LIVE)
            assert other.answer().status == 200
        for wire in kept:
            wire.socket.close()
        end = time.monotonic() + 5
        answer = None
        while answer is None and time.monotonic() < end:
            with contextlib.suppress(OSError):
                answer = ask(server, LIVE)
        assert answer.status == 200


def test_bodies_beyond_the_memory_limit_are_refused_for_a_while(tmp_path, cache):
    large = post(b" " * 200000 + BODY)
    with serving(tmp_path, "--memory-max", 1, cache=cache) as server:
        halves = []
        while len(halves) < 20:
            wire = Wire(server)
            wire.send(large[:-1])
            halves.append(wire)
        settled = time.monotonic() + 5
        refused = None
        while refused is None and time.monotonic() < settled:
            answer = ask(server, large)
            refused = answer if answer.status == 503 else None
        assert refused.headers["retry-after"] == "1"
        assert json.loads(refused.body)["type"] == "urn:usher:error:unavailable"
        assert metric(server, "usher_http_request_bytes_in_memory") <= 1.5 * (1 << 20)
        assert ask(server, LIVE).status == 200
        for wire in halves:
            wire.send(large[-1:])
        statuses = [wire.answer().status for wire in halves]
        assert set(statuses) == {200, 503}
        settle(server, "usher_http_request_bytes_in_memory", 0)
        assert ask(server, large).status == 200


def test_answers_of_a_batch_beyond_the_memory_limit_are_refused(tmp_path, cache):
    with serving(tmp_path, "--memory-max", 1, cache=cache) as server:
        answer = ask(server, post((BODY + b"\n") * 5000, path="/v1/triage:batch", kind="application/jsonl"))
        assert answer.status == 503 and answer.headers["retry-after"] == "1"
        settle(server, "usher_http_request_bytes_in_memory", 0)
        assert ask(server, post(BODY)).status == 200


def test_a_batch_of_too_many_lines_is_refused(tmp_path, cache):
    with serving(tmp_path, "--batch-max", 3, cache=cache) as server:
        def batch(lines):
            return ask(server, post(lines, path="/v1/triage:batch", kind="application/jsonl"))
        assert batch((BODY + b"\n\n") * 3).status == 200
        assert batch((BODY + b"\n") * 4).status == 413


def test_few_descriptors_are_no_end(tmp_path, cache):
    few = ("bash", "-c", 'ulimit -n 64; exec "$@"', "bash")
    with serving(tmp_path, cache=cache, before=few) as server:
        with contextlib.ExitStack() as stack:
            for _ in range(120):
                stack.enter_context(Wire(server))
            time.sleep(0.2)
        end = time.monotonic() + 5
        answer = None
        while answer is None and time.monotonic() < end:
            with contextlib.suppress(OSError):
                answer = ask(server, post(BODY))
        assert answer.status == 200


@pytest.mark.slow
def test_ten_thousand_idle_connections_cost_little_and_others_are_served(tmp_path, cache):
    with serving(tmp_path, cache=cache) as server:
        before = resident_mib(server)
        with contextlib.ExitStack() as stack:
            wires = [stack.enter_context(Wire(server, source=(f"127.0.0.{2 + i % 8}", 0))) for i in range(10000)]
            for wire in wires:
                wire.send(LIVE)
            for wire in wires:
                assert wire.answer().status == 200
            assert metric(server, "usher_http_connections") == 10001
            waits = []
            for _ in range(500):
                start = time.monotonic()
                assert ask(server, post(BODY)).status == 200
                waits.append(time.monotonic() - start)
            print(f"{resident_mib(server):.0f} MiB with 10,000 idle connections, {before:.0f} without")
            assert resident_mib(server) < 250 and sorted(waits)[490] < 0.1
        settle(server, "usher_http_connections", 1)


@pytest.mark.slow
def test_a_hundred_thousand_connections_in_turn_leave_nothing_behind(tmp_path, cache):
    chance = random.Random(1)
    kinds = [LIVE, post(BODY), post(b"{"), b"", b"GET /\r\n", LIVE[:20], post(BODY)[:-5], b"\0" * 100]
    with serving(tmp_path, cache=cache) as server:
        for i in range(100000):
            with Wire(server, source=(f"127.0.{1 + i % 50}.1", 0)) as wire:
                data = chance.choice(kinds)
                with contextlib.suppress(OSError):
                    wire.send(data)
                if data == LIVE or data == post(BODY):
                    assert wire.answer().status == 200
                reset(wire)
            if i == 20000:
                before = resident_mib(server)
        assert resident_mib(server) < before + 2
        settle(server, "usher_http_connections", 1)
        settle(server, "usher_http_requests_in_flight", 1)


@pytest.mark.slow
def test_bad_requests_do_not_make_it_grow(tmp_path, cache):
    chance = random.Random(2)
    chunked = "Transfer-Encoding: chunked"
    kinds = [post(b"{"), post(b" " * 300000), post(BODY, path="/" + "a" * 3000), post(BODY, chunked), post(b"[" * 50000),
             b"GET / HTTP/9.9\r\n\r\n", b"X" * 20000, post(b"-1\r\n", chunked, length=False),
             post(b'{"text": "\xff"}'), post((b"{\n" * 3000), path="/v1/triage:batch", kind="application/jsonl"),
             post(BODY, "Content-Length: x"), post(BODY, "X: 1\r\n 2"), post(BODY, "Host: a"), post(BODY)[:-5],
             b"GET /livez?" + b"a&" * 900 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
             b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + b"a=b; " * 1500 + b"\r\n\r\n"]
    with serving(tmp_path, cache=cache) as server:
        for i in range(20000):
            with Wire(server) as wire, contextlib.suppress(OSError):
                wire.send(bytes(chance.choices(range(256), k=500)) if i % 20 == 0 else chance.choice(kinds))
                wire.socket.settimeout(0.002 if i % 3 else 0)
                wire.more()
                if i % 2:
                    reset(wire)
            if i == 4000:
                before = resident_mib(server)
        settle(server, "usher_http_connections", 1)
        assert resident_mib(server) < before + 4
        assert metric(server, "usher_http_request_bytes_in_memory") == 0
