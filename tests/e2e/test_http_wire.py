"""Requests as an attacker writes them: whatever is not plainly one request gets a clear answer, and
not a byte of it is taken for another one."""
import json
import random
import socket
import time

import pytest

from serving import serving
from wire import Wire, ask, post, read_strictly, talk

BODY = b'{"text": "Where is my parcel 4471902?"}'
CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
NEXT = b"GET /v1/bots HTTP/1.1\r\nHost: localhost\r\n\r\n"
LENGTH = f"Content-Length: {len(BODY)}"
CHUNKED = "Transfer-Encoding: chunked"


@pytest.fixture(scope="module")
def server(tmp_path_factory, cache):
    folder = tmp_path_factory.mktemp("wire")
    with serving(folder, "--request-timeout", "1", "--idle-timeout", "1", cache=cache) as running:
        yield running
        assert running.process.poll() is None, running.said()


def refused(server, data, statuses):
    """The only answer to data with a sound request behind it, and the connection ended.  None where
    there is no answer, which is the library's right where a line holds a NUL."""
    with Wire(server) as wire:
        wire.send(data + NEXT)
        answer = wire.answer()
        if answer is None and b"\0" in data:
            return None
        assert answer is not None and answer.status in statuses, answer
        # The library repeats a head of its own where Content-Length is no number (head.h).
        assert b"HTTP/1.1 200" not in answer.body and b'"items"' not in answer.body
        assert answer.headers.get("connection", "").lower() == "close", answer
        rest = wire.rest
        while part := wire.more():
            rest += part
        assert b"HTTP/1." not in rest, rest
    return answer


def is_problem(answer, status):
    assert answer.status == status and answer.headers["content-type"] == "application/problem+json", answer
    document = json.loads(answer.body)
    assert document["status"] == status and document["type"].startswith("urn:usher:error:")
    return document


def is_told(answer, status):
    """A problem of ours, or the library's own words: from 1.0 on it refuses more by itself."""
    if answer is None:
        return
    assert answer.status == status, answer
    if answer.headers.get("content-type") == "application/problem+json":
        is_problem(answer, status)


def raw(*lines, body=BODY, end=b"\r\n"):
    """A POST with these header lines after Host and Content-Type; bytes or text."""
    first = [b"POST /v1/triage HTTP/1.1", b"Host: localhost", b"Content-Type: application/json"]
    written = [line if isinstance(line, bytes) else line.encode() for line in lines]
    return end.join([*first, *written, b"", b""]) + body


def test_two_sound_requests_in_one_packet_are_both_answered(server):
    with Wire(server) as wire:
        wire.send(post(BODY) + NEXT + post(BODY))
        assert [wire.answer().status for _ in range(3)] == [200, 200, 200]
        assert not wire.rest


@pytest.mark.parametrize("lines", [
    (LENGTH, CHUNKED), (CHUNKED, LENGTH), (LENGTH, LENGTH), (LENGTH, "Content-Length: 3"),
    ("Content-Length: 3", LENGTH), (CHUNKED, CHUNKED), (CHUNKED, "Transfer-Encoding: identity"),
    (LENGTH, "content-length: 0"), (LENGTH, "Transfer-Encoding: identity"),
], ids=str)
def test_two_ways_of_saying_how_long_the_body_is_are_refused(server, lines):
    for body in (BODY, CHUNKS):
        is_told(refused(server, raw(*lines, body=body), {400}), 400)


@pytest.mark.parametrize("value", ["39, 39", "", "+39", "-39", "0x27", "3 9", "39;", "\v39", "39.0",
                                   "18446744073709551615", "18446744073709551655", "9223372036854775808", "9" * 40])
def test_a_length_that_is_no_number_of_bytes_is_refused(server, value):
    refused(server, raw(f"Content-Length: {value}"), {400, 413})


@pytest.mark.parametrize("value", ["chunked, gzip", "gzip, chunked", "gzip", "xchunked", "chunkedx", "\vchunked",
                                   "chunked,", "chunked;q=1", '"chunked"', "identity", "", "chunked\0"])
def test_a_transfer_encoding_other_than_chunked_is_refused(server, value):
    refused(server, raw(f"Transfer-Encoding: {value}", body=CHUNKS), {400, 501})


@pytest.mark.parametrize("version", ["HTTP/1.0", "HTTP/1.2", "HTTP/1.9"])
def test_chunks_are_only_taken_in_http_1_1(server, version):
    is_told(refused(server, post(CHUNKS, CHUNKED, length=False, version=version), {501}), 501)


def test_a_request_says_its_host_once(server):
    is_told(refused(server, raw(LENGTH, "Host: localhost"), {400}), 400)
    is_told(refused(server, raw(LENGTH, "host: example.com"), {400}), 400)
    without = b"GET /livez HTTP/%s\r\n\r\n"
    is_told(refused(server, without % b"1.1", {400}), 400)
    is_told(refused(server, without % b"1.9", {400}), 400)
    assert ask(server, without % b"1.0").status == 200


@pytest.mark.parametrize("host", ["localhost, localhost", "localhost:80:80", "localhost:x", "user@localhost",
                                  "localhost:1@example.com", "localhost/", "local host", "localhost:80 80", "<b>"])
def test_a_host_that_is_none_is_refused(server, host):
    is_told(refused(server, f"GET /livez HTTP/1.1\r\nHost: {host}\r\n\r\n".encode(), {400}), 400)


def bare_lines():
    """Sound requests with one CR taken away, each in turn, and all of them."""
    sound = raw(LENGTH, "X-Other: 1")
    head = sound.index(b"\r\n\r\n") + 4
    at = -1
    while (at := sound.find(b"\r\n", at + 1, head)) >= 0:
        yield sound[:at] + sound[at + 1:]
    yield raw(LENGTH, end=b"\n")


@pytest.mark.parametrize("data", list(bare_lines()), ids=range(7))
def test_a_line_that_ends_without_cr_is_refused(server, data):
    is_told(refused(server, data, {400}), 400)


@pytest.mark.parametrize("lines", [
    (LENGTH, "X: 1\r\n 2"), (LENGTH, "X: 1\r\n\t2"), ("Content-Lengt: 39\r\n h",), ("Content-Length: 3\r\n 9",),
    (LENGTH, "X: 1\r\n Transfer-Encoding: chunked"), (LENGTH, "X: 1\r\n "), (LENGTH, "X: 1\r\n \r\n Y: 1"),
    ("Content-Length: 3\r\n\t9", "X: 1"), (LENGTH, "X:\r\n 1"),
], ids=str)
def test_a_line_that_is_continued_is_refused(server, lines):
    refused(server, raw(*lines), {400})


def test_a_first_line_that_looks_continued_is_refused(server):
    refused(server, b"GET /livez HTTP/1.1\r\n X: 1\r\nHost: localhost\r\n\r\n", {400})


@pytest.mark.parametrize("line", [
    f"Content-Length : {len(BODY)}", f"Content-Length\t: {len(BODY)}", ": 1", " : 1", "X Y: 1", "X(1): 1", "X\x01: 1",
    "X\x7f: 1", "X", '"X": 1', "X\0: 1", "X\0Y: 1", "X,Y: 1", "X/Y: 1", b"X\xc3\xa4: 1", b"\0", b"\0: 1",
], ids=repr)
def test_a_field_whose_name_is_none_is_refused(server, line):
    for lines in ((LENGTH, line), (line, LENGTH), (line,)):
        refused(server, raw(*lines), {400})


@pytest.mark.parametrize("value", ["1\0", "1\0 2", "\0", "1\x01", "\x1f1", "1\x7f", "1\r2", "\r1", "1\v2", "1\x1b[31m",
                                   "1\0\0Y: 2", "1\0\r"])
def test_a_control_character_in_a_value_is_refused(server, value):
    for lines in ((LENGTH, f"X: {value}"), (f"X: {value}", LENGTH)):
        refused(server, raw(*lines), {400})


@pytest.mark.parametrize("written", [
    raw(LENGTH, "X: 7").replace(b"7\r\n", b"7\0\n"), raw(LENGTH)[:-len(BODY) - 2] + b"\0\n" + BODY,
    raw(LENGTH)[:-len(BODY) - 2] + b":\n" + BODY, b"\0 1\n" + raw(LENGTH),
], ids=repr)
def test_what_stays_hidden_is_read_in_one_way(server, written):
    """The oddities that src/http/layout.h owns up to, if the library does not refuse them: the next
    request begins behind the body all the same."""
    with Wire(server) as wire:
        wire.send(written + NEXT)
        first = wire.answer()
        assert first is None or first.status == 400 or (first.status, wire.answer().status) == (200, 200)
        assert not wire.rest


@pytest.mark.parametrize("line", [
    b"GET  /livez HTTP/1.1", b"GET /livez  HTTP/1.1", b"GET /livez HTTP/1.1 ", b"GET /li vez HTTP/1.1",
    b"GET /livez\0 HTTP/1.1", b"GET\0 /livez HTTP/1.1", b"GET /livez HTTP/1.1\0", b"GE\x01T /livez HTTP/1.1",
    b"GET /li\x01vez HTTP/1.1", b"GET /livez\t HTTP/1.1", b"GET /livez?a=\x7f HTTP/1.1", b"G(T /livez HTTP/1.1",
    b"GET /livez http/1.1", b"GET /livez HTTP/1.1x", b"GET /livez", b"GET ", b"GET  HTTP/1.1", b"GET /livez HTTP/11",
    b"GET http://example.com/livez HTTP/1.1", b"GET /livez?\0b HTTP/1.1", b"GET /livez?a\0b HTTP/1.1",
], ids=repr)
def test_a_request_line_that_is_none_is_refused(server, line):
    refused(server, line + b"\r\nHost: localhost\r\n\r\n", {400})


@pytest.mark.parametrize("data", [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\t/livez\tHTTP/1.1\r\n\r\n",
                                  b" GET /livez HTTP/1.1\r\n\r\n", b"SSH-2.0-OpenSSH_9\r\n", bytes(range(256)) * 8,
                                  b"\0" * 5000 + b"\n", b"{}\r\n\r\n"], ids=range(7))
def test_what_is_no_http_gets_no_answer_but_an_error(server, data):
    assert all(answer.status in range(400, 600) for answer in talk(server, data))


def test_other_versions_are_told(server):
    assert refused(server, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {505})
    assert refused(server, b"GET / HTTP/0.9\r\n\r\n", {505})


@pytest.mark.parametrize("body", [
    b"%x\n%s\r\n0\r\n\r\n", b"%x\r\n%s\n0\r\n\r\n", b"%x\r\n%s\r\n0\n\r\n", b"%x\r\n%s\r\n0\r\n\n", b"%x\n%s\n0\n\n",
    b"%x;\n%s\r\n0\r\n\r\n", b"%x;a=b\r\n%s\r\n0\r\n\r\n", b"%x;a=\"\r\n%s\r\n0\r\n\r\n", b"%x;\r\r\n%s\r\n0\r\n\r\n",
    b"00000000000000000000%x\r\n%s\r\n0\r\n\r\n", b"%x\r\n%s\r\n0\r\nContent-Length: 5\r\nHost: x\r\n\r\n",
    b"%x\r\n%s\r\n0;\n\r\n", b"%x\r\n%s\r\n00000\r\n\r\n", b"%x\r\n%s\r\n0\r\nX: 1\n\n", b"%x\r\n%s\r\n0\r\n: 1\r\n\r\n",
    b"0x%x\r\n%s\r\n0\r\n\r\n", b"-%x\r\n%s\r\n0\r\n\r\n", b"+%x\r\n%s\r\n0\r\n\r\n", b" %x\r\n%s\r\n0\r\n\r\n",
    b"%x \r\n%s\r\n0\r\n\r\n", b"fffffffffffffffff%x\r\n%s\r\n0\r\n\r\n", b"%x\r\n%s0\r\n\r\n", b"\r\n%x\r\n%s\r\n0\r\n\r\n",
    b"%x\r\n%s\r\n0\r\nX\r\n\r\n", b"g%x\r\n%s\r\n0\r\n\r\n",
], ids=repr)
def test_nothing_behind_a_chunked_body_is_read_as_a_request(server, body):
    """Which odd chunks are taken is the library's choice; so the connection ends behind all."""
    written = body % (len(BODY), BODY)
    for packets in ((raw(CHUNKED, body=written) + NEXT,), (raw(CHUNKED, body=b""), written, NEXT)):
        with Wire(server) as wire:
            try:
                for packet in packets:
                    wire.send(packet)
            except OSError:
                pass  # it was ended before all was sent
            answers = wire.answers()
        assert len(answers) <= 1 and all(b'"items"' not in answer.body for answer in answers)
        assert all(answer.status in (200, 400, 413) for answer in answers), answers


def test_a_chunk_that_never_ends_is_dropped_at_the_deadline(server):
    for size in (b"ffffffffffffffff", b"7fffffffffffffff"):
        with Wire(server) as wire:
            wire.send(raw(CHUNKED, body=size + b"\r\n" + BODY) + NEXT)
            assert wire.answers() == []


@pytest.mark.parametrize("tail", [b"1;" + b"a" * 40000, b"0\r\n" + b"X: y\r\n" * 5000, b"0\r\nX: " + b"y" * 40000,
                                  b"0" * 40000], ids=["extension", "trailers", "trailer", "zeros"])
def test_framing_that_does_not_end_fills_no_memory(server, tail):
    with Wire(server) as wire:
        try:
            wire.send(raw(CHUNKED, body=tail))
        except OSError:
            pass
        assert all(answer.status in (400, 413, 431, 500) for answer in wire.answers())


PIECES = [b"\r", b"\n", b"\0", b" ", b"\t", b":", b",", b";", b"0", b"1", b"39", b"\r\n", b"\n ", b"\r\n ", b"chunked",
          b"Content-Length: 3\r\n", b"Transfer-Encoding: chunked\r\n", b"Host: x\r\n", b"\r\n\r\n", b"\n\n", b"\v",
          b"\xff", b"GET", b"HTTP/1.1", b"HTTP/1.0", b"/", b"?", b"%", b"&", b"=", b"-", b"+", b"X: y\r\n", b"\x7f", b"a"]
SOUND = [post(BODY) + NEXT + NEXT, NEXT + post(BODY) + NEXT, raw(LENGTH, "X-Other: 1") + NEXT, NEXT * 3,
         raw(CHUNKED, body=CHUNKS) + NEXT, raw("Content-Length: 0", body=b"") + NEXT]


def mutated(chance):
    data = bytearray(chance.choice(SOUND))
    for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4])):
        at, end = sorted(chance.randrange(len(data)) for _ in range(2))
        how = chance.random()
        if how < 0.45:
            data[at:at] = chance.choice(PIECES)
        elif how < 0.7:
            del data[at:at + chance.choice([1, 1, 1, 2, 3])]
        elif how < 0.9:
            data[at:at + 1] = chance.choice(PIECES)
        else:
            data[at:at] = data[at:min(end, at + 30)]
    return bytes(data)


def check_mutated(server, seed, count):
    """As many connections at a time; no more answers than a strict reader sees requests, and one error."""
    chance = random.Random(seed)
    wires = []
    for _ in range(count):
        data = mutated(chance)
        wire = Wire(server)
        wire.send(data)
        wire.socket.shutdown(socket.SHUT_WR)
        wires.append((data, wire))
    for data, wire in wires:
        statuses = [answer.status for answer in wire.answers()]
        sound, has_more = read_strictly(data)
        wire.socket.close()
        assert len(statuses) <= sound + has_more, (data, statuses)
        assert all(status >= 400 for status in statuses[sound:]), (data, statuses)


def test_no_mutated_request_is_read_otherwise_than_strictly(server):
    check_mutated(server, 1, 300)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 22))
def test_no_mutated_request_of_many_is_read_otherwise_than_strictly(server, seed):
    check_mutated(server, seed, 1000)


def test_a_body_that_a_route_does_not_want_is_no_request(server):
    with Wire(server) as wire:
        wire.send(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s" % (len(NEXT), NEXT) + NEXT)
        assert json.loads(wire.answer().body) == {"status": "live"}
        assert b'"items"' in wire.answer().body
        assert not wire.rest


@pytest.mark.parametrize("path", ["/nowhere", "/v1/bots/other/triage", "/livez"])
def test_a_refused_body_is_no_request(server, path):
    with Wire(server) as wire:
        wire.send(post(NEXT, path=path) + NEXT)
        is_problem(wire.answer(), {"/livez": 405, "/nowhere": 404}.get(path, 400))
        assert b'"items"' in wire.answer().body and not wire.rest


@pytest.mark.parametrize("line,status", [
    (b"GET /livez?x HTTP/1.1", 200), (b"HEAD /livez HTTP/1.1", 200), (b"HEAD /nowhere HTTP/1.1", 404),
    (b"GET http://localhost/livez HTTP/1.1", 200), (b"GET HTTP://LOCALHOST/livez?x HTTP/1.1", 200),
    (b"GET http://localhost HTTP/1.1", 404), (b"GET ?x HTTP/1.1", 404), (b"GET http://localhost/livez HTTP/1.0", 200), (b"GET /livez HTTP/1.2", 200),
    (b"OPTIONS /livez HTTP/1.1", 405), (b"OPTIONS * HTTP/1.1", 404), (b"TRACE /livez HTTP/1.1", 405),
    (b"BREW /livez HTTP/1.1", 405), (b"CONNECT localhost:80 HTTP/1.1", 404), (b"GET * HTTP/1.1", 404),
    (b"M" * 3000 + b" /livez HTTP/1.1", 405), (b"GET //livez HTTP/1.1", 404), (b"GET /v1/../livez HTTP/1.1", 404),
    (b"GET /%6civez HTTP/1.1", 404), (b"GET /livez%00 HTTP/1.1", 404), (b"GET /livez/ HTTP/1.1", 404),
    (b"GET /livez#x HTTP/1.1", 404), (b"GET livez HTTP/1.1", 404), (b"GET /\xff\xfe HTTP/1.1", 404),
    (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", 404), (b"GET /livez?" + b"a&" * 900 + b" HTTP/1.1", 200),
    (b"GET /?" + b"a=b&" * 400 + b"%00%zz%", None), (b"POST /v1/bots//triage HTTP/1.1", 404),
    (b"GET /" + b"a" * 3000 + b" HTTP/1.1", 414), (b"GET /" + b"a" * 30000 + b" HTTP/1.1", 414),
], ids=lambda value: repr(value)[:60])
def test_odd_targets_and_methods_get_a_clear_answer(server, line, status):
    if status is None:
        line, status = line + b" HTTP/1.1", 200
    with Wire(server) as wire:
        try:
            wire.send(line + b"\r\nHost: localhost\r\n\r\n")
        except OSError:
            pass
        answer = wire.answer(to=line.split()[0].decode())
        assert answer.status == status, answer
        if answer.headers.get("content-type") == "application/problem+json" and answer.body:
            is_problem(answer, status)


@pytest.mark.parametrize("fields,status", [
    (b"X: y\r\n" * 63, 200), (b"X: y\r\n" * 64, 431), (b"X: y\r\n" * 3000, 431), (b"X: " + b"y" * 12000 + b"\r\n", 200),
    (b"X: " + b"y" * 20000 + b"\r\n", 431), (b"X" * 20000 + b": y\r\n", 431), (b"Cookie: " + b"a=b; " * 100 + b"\r\n", 200),
], ids=["63", "64", "3000", "12 kB", "20 kB", "long name", "cookies"])
def test_too_many_or_too_long_fields_are_refused(server, fields, status):
    with Wire(server) as wire:
        try:
            wire.send(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n" + fields + b"\r\n")
        except OSError:
            pass
        assert wire.answer().status == status


def test_thousands_of_cookies_end_the_connection(server):
    assert len(talk(server, b"GET /livez HTTP/1.1\r\nHost: localhost\r\nCookie: " + b"a=b; " * 1500 + b"\r\n\r\n")) <= 1


def test_empty_lines_before_a_request_are_passed_over(server):
    with Wire(server) as wire:
        wire.send(b"\r\n" + NEXT + b"\r\n" + NEXT)
        assert [wire.answer().status, wire.answer().status] == [200, 200]


def test_a_connection_is_kept_behind_every_sound_request(server):
    with Wire(server) as wire:
        for data, status in ((NEXT, 200), (post(BODY), 200), (post(b"{"), 400), (post(BODY, path="/livez"), 405),
                             (post(BODY, path="/nowhere"), 404), (post(BODY, kind="text/plain"), 415),
                             (post(BODY, "Origin: http://example.com"), 403), (post(b" " * 300000), 413),
                             (NEXT.replace(b"GET", b"PUT"), 405), (NEXT, 200)):
            wire.send(data)
            assert wire.answer().status == status
        assert wire.rest == b""


def test_a_client_that_waits_for_leave_gets_it_or_the_answer(server):
    with Wire(server) as wire:
        wire.send(post(BODY, "Expect: 100-continue")[:-len(BODY)])
        assert wire.answer().status == 100
        wire.send(BODY)
        assert wire.answer().status == 200
        wire.send(post(BODY, "Expect: 100-continue", path="/nowhere")[:-len(BODY)])
        assert wire.answer().status == 404
        assert wire.is_closed()
    with Wire(server) as wire:  # one that does not wait is no danger either
        wire.send(post(NEXT, "Expect: 100-continue", path="/nowhere") + NEXT)
        assert [answer.status for answer in wire.answers()] == [404]


def test_only_names_of_this_machine_are_answered_without_a_key(server):
    for host, status in (("localhost", 200), ("LOCALHOST:8080", 200), ("127.0.0.1", 200), ("127.1.2.3:9", 200),
                         ("[::1]", 200), ("127.example.com", 421), ("127.0.0.1.example.com", 421), ("example.com", 421),
                         ("localhost.example.com", 421), ("", 421), ("0.0.0.0", 421), ("[::1].example.com", 400)):
        answer = ask(server, f"GET /v1/bots HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert answer.status == status, host
    for line, status in (("Origin: http://localhost", 200), ("Origin: http://localhost:81", 403),
                         ("Origin: https://localhost", 403), ("Origin: null", 403), ("Origin:", 403),
                         ("Origin: http://example.com", 403), ("Sec-Fetch-Site: cross-site", 403),
                         ("Sec-Fetch-Site: same-origin", 200)):
        answer = ask(server, post(BODY, line))
        assert answer.status == status, line
        assert "access-control-allow-origin" not in answer.headers


BOMBS = {
    "deep array": b'{"text": "a", "metadata": {"a": ' + b"[" * 100000 + b"]" * 100000 + b"}}",
    "deep object": b'{"a":' * 30000 + b"1" + b"}" * 30000,
    "open arrays": b"[" * 200000,
    "duplicate": b'{"text": "a", "text": "b"}',
    "duplicate, escaped": b'{"text": "a", "t\\u0065xt": "b"}',
    "invalid UTF-8": b'{"text": "a\xff"}',
    "overlong": b'{"text": "\xc0\xaf"}',
    "lone surrogate": b'{"text": "\\ud800"}',
    "lone surrogate in UTF-8": b'{"text": "\xed\xa0\x80"}',
    "many members": b"{" + b",".join(b'"%d":0' % i for i in range(20000)) + b"}",
    "many values": b'{"text": "a", "metadata": {"a": [' + b"0," * 100000 + b"0]}}",
    "BOM": b'\xef\xbb\xbf{"text": "a"}',
    "UTF-16": '{"text": "a"}'.encode("utf-16"),
    "NUL": b'{"text": "a\0"}',
    "two values": b'{"text": "a"} {"text": "b"}',
    "comment": b'{"text": "a"} // b',
    "NaN": b'{"text": "a", "metadata": {"a": NaN}}',
    "array": b"[]", "string": b'"a"', "nothing": b"", "spaces": b" " * 1000,
    "text of a number": b'{"text": 1}', "text of null": b'{"text": null}', "metadata of text": b'{"text": "a", "metadata": ""}',
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bad_body_is_a_clear_problem(server, name):
    with Wire(server) as wire:
        start = time.monotonic()
        for path in ("/v1/triage", "/triage", "/v1/bots/acme/triage"):
            wire.send(post(BOMBS[name], path=path))
            document = is_problem(wire.answer(), 400)
            assert document["detail"] and document["instance"] == path
        assert time.monotonic() - start < 2
        wire.send(NEXT)
        assert wire.answer().status == 200


@pytest.mark.parametrize("name", BOMBS)
def test_a_bad_line_of_a_batch_is_a_problem_in_its_place(server, name):
    line = BOMBS[name]
    if not line.strip():
        return  # empty lines are passed over
    body = BODY + b"\n" + line + b"\n" + BODY
    with Wire(server) as wire:
        wire.send(post(body, path="/v1/triage:batch", kind="application/jsonl"))
        answer = wire.answer()
        assert answer.status == 200
        first, *problems, last = [json.loads(found) for found in answer.body.splitlines()]
        assert first["action"] == last["action"] and all(each["status"] == 400 for each in problems) and problems


@pytest.mark.parametrize("size", [300 << 10, 1 << 20, 7 << 20, 20 << 20])
def test_a_body_that_is_too_large_is_a_problem_that_the_client_receives(server, size):
    text = b'{"text": "' + b"a" * size + b'"}'
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(text), text)
    sent = [post(chunked, CHUNKED, length=False)]
    if size <= 8 << 20:  # a larger one, announced, is answered while it is sent
        sent.append(post(text))
    for data in sent:
        with Wire(server) as wire:
            wire.send(data)
            document = is_problem(wire.answer(), 413)
            assert "262144" in document["detail"]


def test_a_body_that_is_announced_too_large_is_answered_before_it_is_sent(server):
    with Wire(server) as wire:
        wire.send(post(b"", "Content-Length: 1000000000", length=False))
        is_problem(wire.answer(), 413)
        assert wire.is_closed()


@pytest.mark.parametrize("lines", [(LENGTH,), (CHUNKED,)], ids=["length", "chunked"])
def test_a_line_of_a_batch_that_is_too_long_is_a_problem(server, lines):
    body = BODY + b"\n" + b'{"text": "' + b"a" * (1 << 20) + b'"}\n'
    data = (post(body, path="/v1/triage:batch", kind="application/jsonl") if lines == (LENGTH,) else
            post(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body), CHUNKED, path="/v1/triage:batch",
                 kind="application/jsonl", length=False))
    with Wire(server) as wire:
        wire.send(data)
        assert "line 2" in is_problem(wire.answer(), 413)["detail"]
