"""What usher serve says of itself: one line an event, for people, machines or the journal."""
import json
import shutil
import signal
import time

import pytest

from conftest import ROOT
from serving import WAIT_S, serving


def wait_until(true):
    end = time.monotonic() + WAIT_S
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    assert true()


@pytest.fixture
def folder(tmp_path):
    """A copy of the sample bot that a test may break."""
    return shutil.copytree(ROOT / "bots/acme", tmp_path / "acme")


def break_bot(folder):
    settings = folder / "bot.yaml"
    settings.write_text(settings.read_text() + "\nno_such_key: 1\n")


def reload(server):
    server.process.send_signal(signal.SIGHUP)


def test_people_read_where_it_listens_and_that_it_stops(tmp_path, cache):
    with serving(tmp_path, cache=cache) as server:
        wait_until(lambda: "listening" in server.said())
        assert server.stop() == 0
        release = server.bots[0]["release"]
        assert [line for line in server.said().splitlines() if "web page" not in line] == [
            f"usher: acme is served from {ROOT}/bots/acme, {release}",
            f"usher: listening on {server.url}", "usher: stopping", "usher: stopped"]


def test_machines_read_json(tmp_path, cache, folder):
    with serving(tmp_path, "--log", "json", cache=cache, bots=[folder]) as server:
        break_bot(folder)
        reload(server)
        wait_until(lambda: "no_such_key" in server.said())
        assert server.stop() == 0
        events = [json.loads(line) for line in server.said().splitlines()]
    assert [event["event"] for event in events if event["event"] not in ("mistake", "no_page")] == [
        "serving", "listening", "reload_failed", "stopping", "stopped"]
    mistakes = [event for event in events if event["event"] == "mistake"]
    assert mistakes and all(event["level"] == "error" for event in mistakes)
    assert any("bot.yaml:" in event["mistake"] and "no_such_key" in event["mistake"] for event in mistakes)
    releases = {event["release"] for event in events if event["event"] in ("serving", "reload_failed")}
    assert releases == {server.bots[0]["release"]}


def test_the_journal_gets_priorities(tmp_path, cache):
    errors = tmp_path / "serve.stderr"
    errors.touch()
    stat = errors.stat()
    env = {"JOURNAL_STREAM": f"{stat.st_dev}:{stat.st_ino}"}
    with serving(tmp_path, cache=cache, env=env) as server:
        server.stop()
        assert all(line.startswith("<6>") for line in server.said().splitlines())
        assert f"<6>listening on {server.url}\n" in server.said()


@pytest.mark.slow
def test_a_reload_is_counted_by_how_it_went_and_the_old_release_vanishes(tmp_path, cache, folder):
    def metric(start):
        lines = [line for line in server.ask("/metrics")[2].splitlines() if line.startswith(start)]
        return [line.removeprefix(start) for line in lines]

    with serving(tmp_path, cache=cache, bots=[folder]) as server:
        first = metric("usher_release_info")
        page = next((folder / "knowledge").glob("*.md"))
        page.write_text(page.read_text() + "\nOne more sentence about shops.\n")
        reload(server)
        wait_until(lambda: metric('usher_reloads_total{bot="acme",result="success"} ') == ["1"])
        second = metric("usher_release_info")
        assert len(first) == len(second) == 1 and first != second
        break_bot(folder)
        reload(server)
        wait_until(lambda: metric('usher_reloads_total{bot="acme",result="failure"} ') == ["1"])
        assert metric("usher_release_info") == second
        assert server.ask("/v1/triage", {"text": "My parcel is late"})[0] == 200


@pytest.mark.slow
def test_a_bot_that_is_renamed_leaves_its_old_name(tmp_path, cache, folder):
    with serving(tmp_path, cache=cache, bots=[folder]) as server:
        settings = folder / "bot.yaml"
        settings.write_text(settings.read_text().replace("name: acme", "name: summit", 1))
        reload(server)
        wait_until(lambda: 'usher_release_info{bot="summit"' in server.ask("/metrics")[2])
        assert 'usher_release_info{bot="acme"' not in server.ask("/metrics")[2]


def test_a_bot_that_cannot_be_served_is_told_with_its_mistakes(tmp_path, usher, folder):
    break_bot(folder)
    done = usher("serve", "--listen", "127.0.0.1:0", folder)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0] == f"usher: error: {folder} cannot be served"
    assert any(line.startswith("usher: error: ") and "no_such_key" in line for line in lines)


def test_another_log_format_is_a_misuse(usher):
    done = usher("serve", "--log", "xml", "bots/acme")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "usher serve: --log wants text or json")
