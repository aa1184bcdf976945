"""usher serve as a test starts it: on a port of the system's choice, ended at the end."""
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import urllib.error
import urllib.request

from conftest import ROOT, USHER
from described import describe

WAIT_S = 300  # a sanitizer build compiles a bot in minutes on a busy machine
DESCRIBED = []  # the document, once it was asked for


class Server:
    """A running server; url, bots (from its ready line), process."""

    def __init__(self, process, ready, errors, cache):
        self.process = process
        self.url = ready["url"]
        self.bots = ready["bots"]
        self.errors = errors
        self.cache = cache

    def ask(self, path, body=None, headers=None, method=None):
        """(status, headers, text) of one request; a body is sent as JSON.  The document describes it."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": "application/json"} if data is not None else {}
        request = urllib.request.Request(self.url + path, data=data, method=method,
                                         headers={**sent, **(headers or {})})
        try:
            with urllib.request.urlopen(request, timeout=WAIT_S) as answer:
                found = answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            found = error.code, error.headers, error.read().decode()
        status, sent, text = found
        self.described.check(request.get_method(), path, status, {name.lower(): sent[name] for name in sent}, text)
        return found

    @property
    def described(self):
        """The document that its answers are held against; asked of another one, as some tests count."""
        if not DESCRIBED:
            with tempfile.TemporaryDirectory() as folder:
                with serving(pathlib.Path(folder), cache=self.cache) as other:
                    DESCRIBED.append(describe(other.url))
        return DESCRIBED[0]

    def said(self):
        """What it has written to standard error so far."""
        return self.errors.read_text()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(WAIT_S)


@contextlib.contextmanager
def serving(folder, *words, cache, env=None, bots=(ROOT / "bots/acme",), before=(), **options):
    """A server of these bots; folder takes its standard error; before: a program that runs it."""
    errors = folder / "serve.stderr"
    with open(errors, "w") as stderr:
        process = subprocess.Popen(
            [*before, str(USHER), "serve", "--json", "--listen", "127.0.0.1:0", *map(str, words), *map(str, bots)],
            stdout=subprocess.PIPE, stderr=stderr, text=True, **options,
            env={**os.environ, "XDG_CACHE_HOME": str(cache), "NO_COLOR": "1", **(env or {})})
    try:
        ready = process.stdout.readline()
        assert ready, errors.read_text()
        yield Server(process, json.loads(ready), errors, cache)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stdout.close()
