"""/metrics: exact, and in the two texts that a Prometheus reads."""
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_openmetrics
from prometheus_client.parser import text_string_to_metric_families as parse_text

from conftest import ROOT
from serving import WAIT_S, serving

OPENMETRICS = "application/openmetrics-text; version=1.0.0"
TEXTS = ["My parcel 4471902 is late", "Do you rent out canoes on the Fulda at weekends?",
         "I cannot go on, I want to die", "Where is my refund?"]


@pytest.fixture
def server(tmp_path, cache):
    with serving(tmp_path, cache=cache) as running:
        yield running


def samples(server, accept=None):
    """{(name, labels...): value} of what /metrics says now."""
    status, headers, text = server.ask("/metrics", headers={"Accept": accept} if accept else None)
    assert status == 200
    parse = parse_openmetrics if accept else parse_text
    return {(sample.name, *sorted(sample.labels.items())): sample.value
            for family in parse(text) for sample in family.samples}


def count(found, name, **labels):
    """The sum of all samples of that name with these labels."""
    return sum(value for (other, *pairs), value in found.items()
               if other == name and set(labels.items()) <= set(pairs))


def test_every_request_is_counted_once_by_its_status(server):
    for i in range(30):
        assert server.ask("/v1/triage", {"text": TEXTS[i % len(TEXTS)]})[0] == 200
    for _ in range(5):
        assert server.ask("/v1/triage", b"no json")[0] == 400
    for _ in range(4):
        assert server.ask("/nowhere")[0] == 404
    for _ in range(3):
        assert server.ask("/v1/triage", method="DELETE")[0] == 405
    found = samples(server)
    assert count(found, "usher_http_requests_total", route="/v1/triage", method="POST", status="200") == 30
    assert count(found, "usher_http_requests_total", route="/v1/triage", method="POST", status="400") == 5
    assert count(found, "usher_http_requests_total", status="404") == 4
    assert count(found, "usher_http_requests_total", status="405") == 3
    assert count(found, "usher_http_requests_total") == 42
    assert count(found, "usher_http_request_duration_seconds_count") == 42
    assert count(found, "usher_http_requests_total", route="/nowhere") == 0  # a client's words are no label
    assert count(found, "usher_http_requests_in_flight") == 1  # this one
    assert count(found, "usher_errors_total", reason="not_found") == 4


def test_decisions_are_counted_by_what_was_decided(server):
    decisions = [json.loads(server.ask("/v1/triage", {"text": text})[2]) for text in TEXTS * 5]
    found = samples(server)
    for decision in decisions:
        same = [other for other in decisions
                if (other["action"], other["reason"]) == (decision["action"], decision["reason"])]
        assert count(found, "usher_decisions_total", bot="acme", action=decision["action"],
                     reason=decision["reason"]) == len(same)
    of_intent = [each for each in decisions if each["intent"]["label"] == "late_delivery"]
    assert of_intent and count(found, "bot_ticket_labels_total", intent="late_delivery") == len(of_intent)
    assert count(found, "usher_decisions_total") == count(found, "bot_ticket_labels_total") == 20
    assert count(found, "bot_workflow_duration_seconds_count", bot="acme") == 20
    assert count(found, "bot_human_intervention_total", bot="acme") == \
        sum(each["action"] != "auto_reply" for each in decisions)
    seconds = count(found, "bot_workflow_duration_seconds_sum", bot="acme")
    assert 0 < seconds <= count(found, "usher_http_request_duration_seconds_sum")


def test_a_batch_counts_its_lines_as_decisions_and_itself_once(server):
    lines = "".join(json.dumps({"id": f"t{i}", "text": text}) + "\n" for i, text in enumerate(TEXTS * 25))
    status, _, answer = server.ask("/v1/triage:batch", lines.encode(),
                                   headers={"Content-Type": "application/x-ndjson"})
    assert (status, answer.count("\n")) == (200, 100)
    found = samples(server)
    assert count(found, "usher_decisions_total") == 100
    assert count(found, "usher_http_requests_total", route="/v1/triage:batch") == 1


def test_the_two_texts_say_the_same(server):
    server.ask("/v1/triage", {"text": TEXTS[0]})
    text, open_metrics = samples(server), samples(server, OPENMETRICS)
    def steady(found):
        return {key: value for key, value in found.items()
                if not key[0].startswith(("process_", "usher_http_"))}
    assert steady(text) == steady(open_metrics) and len(steady(text)) > 30


@pytest.mark.parametrize("accept, content_type", [
    (None, "text/plain; version=0.0.4; charset=utf-8"),
    ("text/html, */*;q=0.8", "text/plain; version=0.0.4; charset=utf-8"),
    (OPENMETRICS + ", text/plain;q=0.5", OPENMETRICS + "; charset=utf-8"),
])
def test_an_accept_header_chooses_the_text(server, accept, content_type):
    status, headers, text = server.ask("/metrics", headers={"Accept": accept} if accept else None)
    assert (status, headers["Content-Type"]) == (200, content_type)
    assert text.endswith("# EOF\n") == ("openmetrics" in content_type)


@pytest.mark.skipif(not shutil.which("promtool"), reason="promtool is not installed")
def test_promtool_has_no_remark(server):
    for text in TEXTS:
        server.ask("/v1/triage", {"text": text})
    server.ask("/nowhere")
    done = subprocess.run(["promtool", "check", "metrics"], input=server.ask("/metrics")[2],
                          capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip(), done.stderr.strip()) == (0, "", "")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answer_of(port, expression):
    """What a Prometheus answers; raises URLError where it has no sense."""
    url = f"http://127.0.0.1:{port}/api/v1/query?" + urllib.parse.urlencode({"query": expression})
    with urllib.request.urlopen(url, timeout=5) as answer:
        return json.load(answer)


def query(port, expression):
    """The value of the first sample that a Prometheus finds, or None."""
    try:
        found = answer_of(port, expression)["data"]["result"]
    except (urllib.error.URLError, ConnectionError):
        return None  # not up yet
    return float(found[0]["value"][1]) if found else None


def questions():
    """The expressions that the document shows."""
    shown = (ROOT / "docs/operate.md").read_text().split("often asked:")[1].split("##")[0]
    found = [line.strip() for line in shown.splitlines() if line.startswith("    ") and "# " not in line]
    assert len(found) == 4
    return found


def wait_for(port, expression, expected):
    """Ask until a scrape has brought it."""
    end = time.monotonic() + WAIT_S
    found = query(port, expression)
    while found != expected and time.monotonic() < end:
        time.sleep(0.2)
        found = query(port, expression)
    return found


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("prometheus"), reason="prometheus is not installed")
def test_a_prometheus_scrapes_and_answers(server, tmp_path):
    port = free_port()
    config = tmp_path / "prometheus.yml"
    config.write_text(json.dumps({
        "global": {"scrape_interval": "1s"},
        "scrape_configs": [{"job_name": "usher",
                            "static_configs": [{"targets": [server.url.removeprefix("http://")]}]}]}))
    for text in TEXTS * 3:
        server.ask("/v1/triage", {"text": text})
    process = subprocess.Popen(["prometheus", f"--config.file={config}", f"--storage.tsdb.path={tmp_path}/data",
                                f"--web.listen-address=127.0.0.1:{port}"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert wait_for(port, 'up{job="usher"}', 1) == 1
        assert wait_for(port, "sum(usher_decisions_total)", 12) == 12
        assert wait_for(port, 'bot_workflow_duration_seconds_bucket{le="+Inf"}', 12) == 12
        quantile = query(port, "histogram_quantile(0.99, bot_workflow_duration_seconds_bucket)")
        assert 1e-5 <= quantile <= 10
        for question in questions():
            assert "success" == answer_of(port, question)["status"], question
        assert query(port, f'count(usher_release_info{{release="{server.bots[0]["release"]}"}})') == 1
    finally:
        process.terminate()
        process.wait(WAIT_S)


def test_the_document_lists_every_metric_as_it_is(server):
    for text in TEXTS:
        server.ask("/v1/triage", {"text": text})
    text = server.ask("/metrics")[2]
    types, help_texts, labels = {}, {}, {}
    for line in text.splitlines():
        if line.startswith("# "):
            _, word, name, rest = line.split(" ", 3)
            (types if word == "TYPE" else help_texts)[name] = rest
    for family in parse_text(text):
        for sample in family.samples:
            name = sample.name if sample.name in types else sample.name.rsplit("_", 1)[0]
            labels[name] = set(sample.labels) - {"le"}
    rows = [[cell.strip() for cell in line.strip("|").split("|")]
            for line in (ROOT / "docs/operate.md").read_text().splitlines() if line.startswith("| `")]
    written = {name.strip("`"): (kind, what + ".") for name, kind, _, what in rows}
    assert written == {name: (types[name], help_texts[name]) for name in types}
    assert {name.strip("`"): set(re.findall(r"\w+", found)) for name, _, found, _ in rows} == labels
