"""Bytes on a connection, as a test wants them: sent raw, answers read as they come."""
import re
import socket
from urllib.parse import urlsplit

WAIT_S = 20


class Answer:
    """One answer as it came: status, headers (names in small letters), body."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f"{self.status} {self.headers} {self.body[:120]!r}"


class Wire:
    """A connection to a server."""

    def __init__(self, server, wait_s=WAIT_S, source=None):
        self.server = server
        at = urlsplit(server.url)
        self.socket = socket.create_connection((at.hostname, at.port), wait_s, source)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def more(self):
        """Read what comes; b"" when the server has closed or reset."""
        try:
            part = self.socket.recv(1 << 16)
        except ConnectionError:
            part = b""
        self.rest += part
        return part

    def answer(self, to="GET"):
        """The next answer, or None where the connection ends before a whole one."""
        while b"\r\n\r\n" not in self.rest:
            if not self.more():
                return None
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        assert re.fullmatch(r"HTTP/1\.[01] \d{3} .*", lines[0]), lines[0]
        headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
        status = int(lines[0].split()[1])
        length = 0 if status in (100, 304) or to == "HEAD" else int(headers.get("content-length", 0))
        while len(self.rest) < length:
            if not self.more():
                return None
        body, self.rest = self.rest[:length], self.rest[length:]
        if to != "HEAD":
            self.server.described.check_raw(status, headers, body.decode())
        return Answer(status, headers, body)

    def answers(self):
        """All answers until the server closes the connection."""
        found = []
        while (answer := self.answer()) is not None:
            found.append(answer)
        return found

    def is_closed(self, wait_s=WAIT_S):
        """Whether the server ends the connection within the time, sending nothing more."""
        self.socket.settimeout(wait_s)
        try:
            return self.more() == b"" and self.rest == b""
        except TimeoutError:
            return False


def post(body, *lines, path="/v1/triage", kind="application/json", length=True, version="HTTP/1.1"):
    """The bytes of a POST; lines are more header lines."""
    head = [f"POST {path} {version}", "Host: localhost", f"Content-Type: {kind}"]
    if length:
        head.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*head, *lines, "", ""]).encode() + body


def ask(server, data):
    """The answer to one request on a connection of its own, as the server's document describes it."""
    with Wire(server) as wire:
        wire.send(data)
        answer = wire.answer()
    if answer is not None and "content-type" in answer.headers:  # the library's own words have none
        method, target = data.split(b" ", 2)[:2]
        server.described.check(method.decode(), target.decode(), answer.status, answer.headers, answer.body.decode())
    return answer


def talk(server, data, wait_s=WAIT_S):
    """Send all of it, then say that nothing more follows; every answer until the end."""
    with Wire(server, wait_s) as wire:
        try:
            wire.send(data)
            wire.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        return wire.answers()


TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
REQUEST_LINE = re.compile(rb"%s [\x21-\x7e\x80-\xff]+ (HTTP/1\.[0-9])\r\n" % TOKEN)
PASSED_OVER = re.compile(rb"(\r\n|\n|\0[^\n]*\n)*")
FIELD = re.compile(rb"(%s):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)\r\n" % TOKEN)


def read_strictly(data):
    """How a strict reader takes bytes apart: how many sound requests there are before the end, or
    before the first that is not sound or whose connection ends; and whether one that is not sound
    follows.  It forgives what src/http/layout.h says that nobody can see."""
    data = data.replace(b"\0\n", b"\r\n").replace(b"\n:\n", b"\n\r\n")
    at = count = 0
    while True:
        at = PASSED_OVER.match(data, at).end()
        line = REQUEST_LINE.match(data, at)
        if line is None:
            return count, at < len(data)
        at = line.end()
        fields = []
        while data[at:at + 2] != b"\r\n":
            field = FIELD.match(data, at)
            if field is None:
                return count, at < len(data)
            fields.append((field[1].lower(), field[2].strip(b" \t")))
            at = field.end()
        at += 2
        hosts, lengths, encodings, options = ([value for name, value in fields if name == wanted] for wanted in
                                              (b"host", b"content-length", b"transfer-encoding", b"connection"))
        if len(hosts) != 1 and (hosts or line[1] != b"HTTP/1.0"):
            return count, True
        if encodings:
            return count + 1, False
        if len(lengths) > 1 or (lengths and re.fullmatch(rb"\d+", lengths[0]) is None):
            return count, True
        at += int(lengths[0]) if lengths else 0
        count += 1
        if at > len(data) or b"close" in b",".join(options).lower() or line[1] == b"HTTP/1.0":
            return count, False
