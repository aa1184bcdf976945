"""Tickets that are kept: sealed, listed, shown, and decided again by another release."""
import json
import os
import shutil
import sqlite3
import stat

import pytest

MESSAGES = [
    {"id": "a", "customer": "jo@example.org", "text": "My parcel 4471902 is late, the tracking has not moved for six days"},
    {"id": "b", "customer": "c8", "text": "Do you rent out canoes on the Fulda at weekends?"},
    {"id": "c", "text": "I cannot go on, I want to die"},
]


@pytest.fixture
def kept(usher, tmp_path):
    """A store with three tickets."""
    url = f"sqlite:{tmp_path}/tickets.db"
    lines = "".join(json.dumps(message) + "\n" for message in MESSAGES)
    done = usher("triage", "bots/acme", "--store", url, "--json", input=lines)
    assert done.returncode == 0, done.stderr
    return url, [json.loads(line) for line in done.stdout.splitlines()]


def listed(usher, url, *options):
    done = usher("ticket", "list", "--store", url, "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_what_was_decided_is_kept_and_shown(usher, kept):
    url, decisions = kept
    items = listed(usher, url)["items"]
    assert [item["detail"]["action"] for item in items] == [d["action"] for d in reversed(decisions)]
    for item, message, decision in zip(reversed(items), MESSAGES, decisions):
        done = usher("ticket", "show", item["id"], "--store", url, "--json")
        assert done.returncode == 0, done.stderr
        ticket = json.loads(done.stdout)
        assert ticket["text"] == message["text"] and ticket["customer"] == message.get("customer")
        assert ticket["decision"] == decision
        assert [event["seq"] for event in ticket["events"]] == list(range(1, len(ticket["events"]) + 1))
        assert ticket["events"][0]["event"] == "start"
        people = usher("ticket", "show", item["id"], "--store", url).stdout
        assert message["text"] in people and f"{decision['action']}, because of {decision['reason']}" in people


def test_pages_of_the_list(usher, kept):
    url, _ = kept
    first = listed(usher, url, "--limit", "2")
    rest = listed(usher, url, "--limit", "2", "--cursor", first["next"])
    assert len(first["items"]) == 2 and len(rest["items"]) == 1 and rest["next"] is None
    assert listed(usher, url, "--bot", "nobody")["items"] == []


def test_no_file_holds_a_word_of_a_customer(usher, kept, tmp_path):
    url, decisions = kept
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir() if not path.name.endswith(".key"))
    for word in (b"parcel", b"4471902", b"canoes", b"jo@example.org", b"want to die", decisions[0]["draft"]["text"][:20].encode()):
        assert word not in content
    mode = stat.S_IMODE(os.stat(f"{tmp_path}/tickets.db.key").st_mode)
    assert mode == 0o600


def test_people_read_the_store_with_plain_sql(kept, tmp_path):
    with sqlite3.connect(f"file:{tmp_path}/tickets.db?mode=ro", uri=True) as database:
        rows = database.execute("SELECT bot, status, queue, human_in_the_loop, json_extract(detail, '$.action') "
                                "FROM ticket ORDER BY number").fetchall()
        assert database.execute("SELECT count(*) FROM open_tickets").fetchone() == (0,)
    assert [row[4] for row in rows] == ["needs_approval", "review", "escalate"]
    assert all(row[:2] == ("acme", "decided") and row[3] == 1 for row in rows)


def test_the_same_release_decides_the_same(usher, kept):
    url, _ = kept
    done = usher("ticket", "replay", "--against", "bots/acme", "--store", url)
    assert done.returncode == 0 and done.stdout == "3 tickets, 0 decided otherwise\n"


@pytest.mark.slow
def test_another_release_is_told_apart(usher, kept, root, tmp_path):
    url, _ = kept
    folder = tmp_path / "acme"
    shutil.copytree(root / "bots/acme", folder)
    intents = (folder / "intents.yaml").read_text()
    start = intents.index("late_delivery:")
    assert "auto_respond: true" in intents[start:]
    changed = intents[:start] + intents[start:].replace("auto_respond: true", "auto_respond: false", 1)
    (folder / "intents.yaml").write_text(changed)
    done = usher("ticket", "replay", "--against", folder, "--store", url, "--json")
    assert done.returncode == 1 and "3 tickets, 1 decided otherwise" in done.stderr
    told = json.loads(done.stdout)
    first = listed(usher, url)["items"][-1]["id"]
    assert told["id"] == first and "action: needs_approval -> queue" in told["changes"]
    one = usher("ticket", "replay", first, "--against", folder, "--store", url)
    assert one.returncode == 1 and "action: needs_approval -> queue" in one.stdout


@pytest.mark.parametrize("words, said", [
    (["list"], "expected --store sqlite:FILE"),
    (["lst", "--store", "sqlite:x"], '"lst" is no verb; expected list, show or replay'),
    (["show", "--store", "sqlite:x"], "show wants the id of a ticket"),
    (["list", "--store", "postgres://x"], '"postgres://x" is no store; expected sqlite:FILE'),
    (["list", "--store", "sqlite:/nowhere/x.db"], "/nowhere/x.db: unable to open database file"),
])
def test_mistakes_are_told(usher, words, said):
    done = usher("ticket", *words)
    assert done.returncode != 0 and said in done.stderr and done.stdout == ""


def test_a_ticket_that_is_not_there(usher, kept):
    done = usher("ticket", "show", "tk_nothing", "--store", kept[0])
    assert done.returncode == 1 and "there is no ticket tk_nothing" in done.stderr


def test_another_key_opens_nothing(usher, kept, tmp_path):
    url, _ = kept
    item = listed(usher, url)["items"][0]
    (tmp_path / "other.key").write_text("00" * 32 + "\n")
    done = usher("ticket", "show", item["id"], "--store", url, "--store-key", tmp_path / "other.key")
    assert done.returncode == 1 and "no master key at hand opens" in done.stderr
    (tmp_path / "tickets.db.key").unlink()
    done = usher("ticket", "show", item["id"], "--store", url)
    assert done.returncode == 1 and "tickets.db.key: No such file" in done.stderr


def test_a_customer_is_told_all_that_is_kept_of_him(usher, kept):
    url, decisions = kept
    done = usher("customer", "export", "jo@example.org", "--store", url)
    assert done.returncode == 0, done.stderr
    (ticket,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert ticket["text"] == MESSAGES[0]["text"] and ticket["decision"] == decisions[0]
    assert usher("customer", "export", "nobody", "--store", url).stdout == ""


def test_an_erased_customer_is_gone_and_the_others_stay(usher, kept, tmp_path):
    url, _ = kept
    items = listed(usher, url)["items"]
    before = (tmp_path / "tickets.db").read_bytes()
    done = usher("customer", "erase", "jo@example.org", "--store", url)
    assert done.returncode == 0 and done.stdout == "erased: no ticket of this customer opens any more\n"
    gone = usher("ticket", "show", items[-1]["id"], "--store", url)
    assert gone.returncode == 1 and "its owner has no key: he was erased" in gone.stderr
    assert usher("customer", "export", "jo@example.org", "--store", url).returncode == 1
    assert usher("ticket", "show", items[0]["id"], "--store", url).returncode == 0
    again = usher("ticket", "replay", "--against", "bots/acme", "--store", url)
    assert again.returncode == 0
    assert again.stdout == "2 tickets, 0 decided otherwise; 1 of erased customers were passed over\n"
    after = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    owner = items[-1]["detail"]["owner"].encode()
    kept_key = before[before.index(b"vault.key" + owner) + 73:][:70]
    assert kept_key not in after and b"vault.key" + owner not in after


def test_a_customer_of_whom_nothing_is_kept_is_not_erased(usher, kept):
    done = usher("customer", "erase", "jo@exampel.org", "--store", kept[0])
    assert done.returncode == 1 and "nothing is kept of a customer of that name" in done.stderr


def test_a_verb_that_is_none_for_customers(usher):
    done = usher("customer", "forget", "c7", "--store", "sqlite:x")
    assert done.returncode == 2 and '"forget" is no verb; expected export or erase' in done.stderr
