"""What the server answers, by the contract; described.py holds every answer against /openapi.json."""
import json
import shutil
import signal
import time

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT
from serving import WAIT_S, serving

BODY = {"text": "My order 12345 is late", "id": "ext-1", "customer": "c7", "lang": None, "metadata": {"tier": "tier_1"}}
# CONTRACT.md, "One decision": the members, in this order; "wording" only where words are given.
DECISION = ["id", "bot", "release", "action", "reason", "next_action", "intent", "sentiment", "urgency", "priority",
            "language", "entities", "queue", "evidence", "draft", "manifest"]
MANIFEST = ["release", "bot", "prompt", "brand_sha256", "tier", "model", "threshold", "scores", "guards", "passages",
            "workflow", "cost", "timings_us", "trace_id", "prev_sha256", "created"]
TRACE = "0af7651916cd43dd8448eb211c80319c"
# A body, and the line, column and pointer of its mistake.
WRONG = {
    b"": (1, 1, ""),
    b"hello": (1, 1, ""),
    b"[]": (1, 1, ""),
    b"{}": (1, 1, ""),
    b"\xef\xbb\xbf{}": (1, 1, ""),
    b'{"text": 7}': (1, 10, "/text"),
    b'{"text": ""}': (1, 10, "/text"),
    b'{"text": "\xff"}': (1, 11, ""),
    b'{"text": "a", "text": "b"}': (1, 15, ""),
    b'{\n "txet": "a"}': (2, 2, ""),
    b'{"text": "a", "lang": "klingon, please"}': (1, 23, "/lang"),
    b'{"text": "a", "metadata": ' + b"[" * 1000: (1, 42, ""),
}
SMALL = {
    "bot.yaml": "name: small\nlanguages: [en]\nthreshold: 0.4\nqueues: { desk: {}, review: {} }\n",
    "examples.jsonl": "".join(json.dumps({"text": text, "intent": intent}) + "\n" for intent, texts in {
        "refund_request": ["I want my money back", "please refund my order", "when is the refund paid"],
        "late_delivery": ["my parcel is late", "where is the parcel", "the delivery is overdue"]}.items()
        for text in texts),
    "intents.yaml": "refund_request: { description: Money back., queue: desk }\n"
                    "late_delivery: { description: Too late., queue: desk }\n",
    "workflow.yaml": """workflow: triage
start: guard
steps:
  guard: { do: guard_input, next: classify, on: { blocked: review } }
  classify: { do: understand, next: route }
  route:
    choose:
      - { when: 'risk == "self_harm"', next: escalate }
      - { when: 'banned(intent)', next: review }
      - { when: 'customer.tier == "gold"', next: escalate, reason: priority }
      - { when: 'customer.orders > 10', next: escalate, reason: deadline }
      - { when: 'customer.vip', next: escalate, reason: customer_request }
      - { next: queue }
  queue: { do: assign, wait: resolution, on: { resolved: end } }
  review: { do: assign, with: { queue: review }, wait: resolution, on: { resolved: end } }
  escalate: { do: escalate, wait: resolution, on: { resolved: end } }
""",
}


def write_small(folder):
    folder.mkdir()
    for name, text in SMALL.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory, cache):
    """acme and a small bot."""
    folder = tmp_path_factory.mktemp("http")
    with serving(folder, cache=cache, bots=[ROOT / "bots/acme", write_small(folder / "small")]) as running:
        yield running


@pytest.fixture
def ask(server):
    """The status and the document of an answer."""
    def run(*words, **named):
        status, _, text = server.ask(*words, **named)
        return status, json.loads(text)
    return run


def expect_problem(answer, status, name, **at):
    found, problem = answer
    assert (found, problem["type"]) == (status, f"urn:usher:error:{name}"), problem
    assert list(problem)[:5] == ["type", "title", "status", "detail", "instance"]
    if at:
        assert problem["at"] == at
    return problem["detail"]


def wait_until(true):
    end = time.monotonic() + WAIT_S
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    assert true()


def test_the_document_is_openapi_3_1(server):
    document = json.loads(server.ask("/openapi.json")[2])
    assert document["openapi"] == "3.1.0" and set(document) == {"openapi", "info", "paths", "components"}
    assert {"title", "version"} <= set(document["info"])
    ids = []
    for path, item in document["paths"].items():
        assert path.startswith("/") and set(item) <= {"get", "post", "parameters"}
        in_path = [parameter["name"] for parameter in item.get("parameters", []) if parameter["in"] == "path"]
        assert all(f"{{{name}}}" in path for name in in_path) and path.count("{") == len(in_path)
        for method in {"get", "post"} & set(item):
            operation = item[method]
            ids.append(operation["operationId"])
            assert operation["summary"] and ("requestBody" in operation) == (method == "post")
            assert all("description" in response for response in operation["responses"].values())
            assert all(set(need) <= set(document["components"]["securitySchemes"]) for need in operation["security"])
    assert len(ids) == len(set(ids))
    for name, schema in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)


def test_every_example_of_the_document_is_answered(server):
    document = json.loads(server.ask("/openapi.json")[2])
    tried = 0
    for path, item in document["paths"].items():
        for kind, content in item.get("post", {}).get("requestBody", {}).get("content", {}).items():
            assert not server.described.errors(content["schema"], content["example"])
            status, _, _ = server.ask(path.replace("{bot}", "acme"), content["example"],
                                      headers={"Content-Type": kind})
            assert status == 200
            tried += 1
    assert tried >= 5


def test_one_decision_is_as_the_contract_says(ask):
    status, decision = ask("/v1/triage", BODY)
    assert status == 200
    assert [name for name in decision if name != "wording"] == DECISION
    assert list(decision["manifest"]) == MANIFEST
    assert (decision["id"], decision["bot"]) == ("ext-1", "acme")
    assert decision["intent"]["label"] == "late_delivery"
    assert {"type": "order_number", "text": "12345", "start": 9, "end": 14} in decision["entities"]
    assert decision["manifest"]["trace_id"] is None


def test_the_guides_endpoint_answers_in_short(ask):
    text = "My parcel 4471902 is late, the tracking has not moved for six days"
    status, short = ask("/triage", {"id": "1", "text": text, "metadata": {}})
    assert status == 200
    assert list(short) == ["intent", "sentiment", "suggested_response", "priority", "confidence", "next_action"]
    decision = ask("/v1/triage", {"text": text})[1]
    assert short["intent"] == decision["intent"]["label"] and short["next_action"] == decision["next_action"]
    assert short["suggested_response"] == decision["draft"]["text"]


def test_the_guides_endpoint_refuses_as_the_guide_shows(ask):
    decision = ask("/v1/triage", {"text": "Please delete my account and all my data"})[1]
    assert decision["action"] == "refuse"
    assert ask("/triage", {"text": "Please delete my account and all my data"}) == (200, {"error": "unsafe_input"})


def without_times(decision):
    """But for what no two decisions share: the manifest's clocks."""
    manifest = {name: value for name, value in decision["manifest"].items() if name not in ("timings_us", "created")}
    return {**decision, "manifest": manifest}


def test_http_decides_as_the_command_does(server, usher):
    tickets = [json.loads(line) for line in (ROOT / "bots/acme/tickets.jsonl").read_text().splitlines()]
    assert len(tickets) == 300
    lines = [{name: ticket[name] for name in ("id", "text", "customer", "lang") if name in ticket}
             for ticket in tickets]
    status, headers, text = server.ask("/v1/triage:batch", "\n".join(map(json.dumps, lines)).encode(),
                                       headers={"Content-Type": "application/jsonl"})
    assert status == 200 and headers["Content-Type"] == "application/jsonl"
    over_http = [json.loads(line) for line in text.splitlines()]
    done = usher("triage", "bots/acme", "--json", input="\n".join(map(json.dumps, lines)) + "\n")
    assert done.returncode == 0, done.stderr
    by_command = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(over_http) == len(by_command) == 300
    for one, other in zip(over_http, by_command):
        assert without_times(one) == without_times(other)


def test_a_message_alone_is_decided_as_in_a_batch(server, ask):
    alone = ask("/v1/triage", BODY)[1]
    text = server.ask("/v1/triage:batch", BODY, headers={"Content-Type": "application/x-ndjson"})[2]
    assert without_times(json.loads(text)) == without_times(alone)


def test_a_bot_is_named_by_path_or_body_and_the_first_is_the_default(ask):
    text = {"text": "where is the parcel"}
    assert ask("/v1/triage", text)[1]["bot"] == "acme"
    assert ask("/v1/triage", {**text, "bot": None})[1]["bot"] == "acme"
    assert ask("/v1/triage", {**text, "bot": "small"})[1]["bot"] == "small"
    assert ask("/v1/bots/small/triage", text)[1]["bot"] == "small"
    assert ask("/v1/bots/acme/triage", text)[1]["bot"] == "acme"
    expect_problem(ask("/v1/bots/other/triage", text), 404, "not_found")
    expect_problem(ask("/v1/triage", {**text, "bot": "other"}), 404, "not_found")
    expect_problem(ask("/v1/bots/acme/triage", {**text, "bot": "acme"}), 400, "input", line=1, column=33, pointer="")


def test_the_bots_are_listed(ask, server):
    status, listed = ask("/v1/bots")
    assert status == 200 and listed["next"] is None
    assert [(bot["name"], bot["default"], bot["reload_error"]) for bot in listed["items"]] == [
        ("acme", True, None), ("small", False, None)]
    assert [{"name": bot["name"], "release": bot["release"]} for bot in listed["items"]] == server.bots
    assert listed["items"][0]["intents"] == 28 and "en" in listed["items"][0]["languages"]


def test_a_trace_is_carried_into_the_manifest(ask):
    parent = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
    assert ask("/v1/triage", BODY, headers=parent)[1]["manifest"]["trace_id"] == TRACE
    broken = {"traceparent": f"00-{TRACE}-0000000000000000-01"}
    assert ask("/v1/triage", BODY, headers=broken)[1]["manifest"]["trace_id"] is None


@pytest.mark.parametrize("metadata, reason", [
    ({}, "policy"), ({"tier": "silver", "orders": 10, "vip": False}, "policy"), ({"tier": "gold"}, "priority"),
    ({"orders": 10.5}, "deadline"), ({"orders": 1, "vip": True}, "customer_request"), ({"deep": {"tier": "gold"}}, "policy")])
def test_metadata_are_attributes_of_the_customer(ask, metadata, reason):
    decision = ask("/v1/bots/small/triage", {"text": "where is the parcel", "metadata": metadata})[1]
    assert decision["reason"] == reason


def test_a_message_without_an_id_gets_one_that_sorts(ask):
    first = ask("/v1/triage", {"text": "hello"})[1]["id"]
    time.sleep(0.002)
    second = ask("/v1/triage", {"text": "hello"})[1]["id"]
    assert first < second and first.startswith("msg_") and len(first) == 30


def test_a_wrong_body_is_told_where_it_is_wrong(ask):
    for body, at in WRONG.items():
        status, problem = ask("/v1/triage", body)
        assert status == 400 and problem["instance"] == "/v1/triage"
        assert tuple(problem["at"].values()) == at, body


def test_the_nearest_name_is_told(ask):
    assert "text" in expect_problem(ask("/v1/triage", {"txet": "a"}), 400, "input", line=1, column=2, pointer="")


def test_what_is_too_long_is_told(ask):
    assert ask("/v1/triage", {"text": "a" * 65536})[0] == 200
    assert expect_problem(ask("/v1/triage", {"text": "a" * 65537}), 413, "limit", line=1, column=10, pointer="/text")
    assert expect_problem(ask("/v1/triage", {"text": "a" * (1 << 20)}), 413, "limit")


def test_other_paths_methods_and_types_are_told(server, ask):
    expect_problem(ask("/v1/nothing"), 404, "not_found")
    expect_problem(ask("/v1/triage"), 405, "input")
    assert server.ask("/v1/triage")[1]["Allow"] == "POST"
    assert server.ask("/v1/bots", method="PUT", body=b"{}")[1]["Allow"] == "GET, HEAD"
    expect_problem(ask("/v1/triage", b'{"text": "a"}', headers={"Content-Type": "text/plain"}), 415, "input")
    expect_problem(ask("/v1/triage:batch", b'{"text": "a"}'), 415, "input")


def test_a_bad_line_of_a_batch_fails_alone(server):
    body = b'{"text": "hello", "id": "a"}\n\nnonsense\n{"text": "a", "bot": "none"}\r\n{"text": "hello", "id": "b"}'
    text = server.ask("/v1/triage:batch", body, headers={"Content-Type": "application/jsonl"})[2]
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line.get("id") or (line["status"], line["at"]["line"]) for line in lines] == ["a", (400, 3), (404, 4), "b"]


def test_head_is_get_without_the_body(server):
    for path in ("/", "/livez", "/readyz", "/v1/bots", "/metrics", "/openapi.json"):
        status, headers, text = server.ask(path, method="HEAD")
        assert (status, text) == (200, "")
        assert int(headers["Content-Length"]) > 0


def test_health_and_the_page(server, ask):
    assert ask("/livez") == (200, {"status": "live"}) and ask("/readyz") == (200, {"status": "ready"})
    status, headers, _ = server.ask("/")
    assert status == 200 and headers["Content-Security-Policy"].startswith("default-src 'none'")
    status, _, text = server.ask("/", headers={"If-None-Match": headers["ETag"]})
    assert (status, text) == (304, "")


def test_both_texts_of_the_metrics_are_described(server):
    for accept, kind in (("text/plain", "text/plain"), ("application/openmetrics-text", "application/openmetrics-text")):
        assert server.ask("/metrics", headers={"Accept": accept})[1]["Content-Type"].startswith(kind)


def reload_error(server, place=0):
    return json.loads(server.ask("/v1/bots")[2])["items"][place]["reload_error"]


def test_a_reload_that_fails_keeps_what_serves_and_says_why(tmp_path):
    own_cache = tmp_path / "cache"
    folder = write_small(tmp_path / "small")
    with serving(tmp_path, cache=own_cache, bots=[folder]) as server:
        release = server.bots[0]["release"]

        def fails_with(part):
            server.process.send_signal(signal.SIGHUP)
            wait_until(lambda: part in (reload_error(server) or ""))
            assert json.loads(server.ask("/v1/triage", BODY)[2])["release"] == release

        (folder / "bot.yaml").write_text("name: small\nlanguages: [en\n")
        fails_with("bot.yaml:")
        (folder / "bot.yaml").write_text(SMALL["bot.yaml"].replace("0.4", "0.5"))
        shutil.rmtree(own_cache)
        own_cache.write_text("no folder, so nothing can be kept there")
        fails_with("no cache folder can be made")
        own_cache.unlink()
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: reload_error(server) is None)
        wait_until(lambda: json.loads(server.ask("/v1/triage", BODY)[2])["release"] != release)
        assert server.stop() == 0


def test_a_release_file_that_is_cut_keeps_serving(tmp_path, usher):
    release = tmp_path / "small.rel"
    assert usher("build", write_small(tmp_path / "small"), "-o", release).returncode == 0
    whole = release.read_bytes()
    with serving(tmp_path, cache=tmp_path / "cache", bots=[release]) as server:
        with open(release, "r+b") as file:
            file.truncate(1000)
        wait_until(lambda: "small.rel" in (reload_error(server) or ""))
        assert server.ask("/v1/triage", BODY)[0] == 200
        release.unlink()
        assert server.ask("/v1/triage", BODY)[0] == 200
        release.write_bytes(whole)
        wait_until(lambda: reload_error(server) is None)
        assert server.stop() == 0


@pytest.mark.parametrize("words, said", [
    (["--listen", "example.org:80"], "expected ADDRESS:PORT"), (["--listen", "127.0.0.1:65536"], "expected ADDRESS:PORT"),
    (["--threads", "0"], "--threads"), (["--threads", "65"], "--threads"), (["--batch-max", "many"], "--batch-max"),
    (["--body-max", "-1"], "--body-max"), (["--idle-timeout", "1.5"], "--idle-timeout")])
def test_what_an_option_cannot_be_is_a_misuse(usher, words, said):
    done = usher("serve", "bots/acme", *words)
    assert (done.returncode, done.stdout) == (2, "") and said in done.stderr


def test_a_server_that_cannot_serve_all_its_bots_does_not_begin(usher, tmp_path):
    small = write_small(tmp_path / "small")
    nothing = tmp_path / "nothing"
    for bots, said in (([nothing], str(nothing)), ([small, nothing], str(nothing)),
                       ([small, small], 'a bot "small" is served already')):
        done = usher("serve", "--listen", "127.0.0.1:0", "--json", *bots)
        assert (done.returncode, done.stdout) == (1, ""), done.stderr
        assert said in done.stderr


@pytest.mark.slow
def test_an_end_while_folders_are_built_is_a_good_end(tmp_path, cache):
    folders = [shutil.copytree(ROOT / "bots/acme", tmp_path / name) for name in ("one", "two")]
    for folder in folders:
        settings = (folder / "bot.yaml").read_text().replace("name: acme", f"name: {folder.name}")
        (folder / "bot.yaml").write_text(settings)
    with serving(tmp_path, cache=cache, bots=folders) as server:
        for folder in folders:
            (folder / "knowledge/more.md").write_text("# More\n\n## Of it\n\nThere is more of it.\n")
        server.process.send_signal(signal.SIGHUP)
        time.sleep(0.2)  # the builds take seconds
        assert server.stop() == 0
        assert "was not loaded" not in server.said()
