"""server.py NAME FILE - uvicorn with one worker; says where it listens once it answers.

The usual peers run as "uvicorn NAME:app" would: uvloop and httptools, which uvicorn takes
where they are installed, and its log of requests, which goes to standard error.  The tuned
ones leave that log out.
"""
import importlib
import importlib.metadata
import json
import os
import platform
import socket
import sys

import uvicorn

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
PARTS = ("fastapi", "uvicorn", "uvloop", "httptools", "pydantic", "scikit-learn", "numpy", "scipy")


class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets=sockets)
        port = sockets[0].getsockname()[1]
        versions = {name: importlib.metadata.version(name) for name in PARTS}
        print(json.dumps({"url": f"http://127.0.0.1:{port}",
                          "versions": {"python": platform.python_version(), **versions}}), flush=True)


def main():
    name, path = sys.argv[1:]
    os.environ["PEER_FILE"] = path
    app = importlib.import_module(name).app
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, loop="uvloop", http="httptools", access_log=name.endswith("_usual"))
    if name.endswith("_usual"):
        config.configure_logging()
        for handler in __import__("logging").getLogger("uvicorn.access").handlers:
            handler.setStream(sys.stderr)
    Server(config).run(sockets=[listener])


main()
