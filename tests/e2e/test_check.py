"""usher check: every mistake of a bot folder at once, each with its place and a way out."""
import json
import re
import shutil

import pytest

# file:line:column: what is wrong; what was expected; did you mean NAME
LINE = re.compile(r"[\w./-]+:\d+:\d+: [^;]+(; expected [^;]+)?(; did you mean [^;]+)?")

# In a copy of bots/acme: file, what stands there, what shall stand there, what is said of it.
BROKEN = [
    ("bot.yaml", "max_error:", "max_eror:",
     'unknown key "max_eror" in bot.yaml', "max_error"),
    ("bot.yaml", "threshold: certified", "threshold: 1.5",
     "threshold is neither a number nor `certified`; expected a number from 0 to 1, or certified", None),
    ("brand.json", '"max_sentences": 8', '"max_sentences": 0',
     'max_sentences is "0"; expected a whole number from 1 to 50', None),
    ("deploy.yaml", "weight: 5 %", "weight: some",
     'weight is "some"; expected a percentage such as 5 % from 0 to 100', None),
    ("examples.jsonl", '"intent": "order_status"', '"intent": "order_staus"',
     'there is no intent "order_staus"', "order_status"),
    ("intents.yaml", "queue: warehouse", "queue: warehous",
     'there is no queue "warehous"', "warehouse"),
    ("intents.yaml", "tracking.md", "trackin.md",
     'there is no page "trackin.md"', "tracking.md"),
    ("prompt.yaml", '"legal_threat"]', '"legal_thread"]',
     'there is no intent "legal_thread"', "legal_threat"),
    ("workflow.yaml", "next: classify", "next: clasify",
     'unknown step "clasify"', "classify"),
    ("workflow.yaml", "confidence < threshold", "confidense < threshold",
     'unknown name "confidense"', "confidence"),
]


@pytest.fixture
def acme(root, tmp_path):
    """A copy of the sample bot, for breaking."""
    return shutil.copytree(root / "bots/acme", tmp_path / "acme")


def replace_first(path, old, new):
    """Returns "line:column" of the place, both counted from 1."""
    before, found, after = path.read_text().partition(old)
    assert found, f"{path.name} holds no {old}"
    path.write_text(before + new + after)
    return f"{before.count(chr(10)) + 1}:{len(before) - (before.rfind(chr(10)) + 1) + 1}"


def break_all(folder):
    for file, old, new, _, _ in BROKEN:
        replace_first(folder / file, old, new)


def test_a_sound_bot_is_summed_up_in_one_line(usher):
    done = usher("check", "bots/acme")
    assert done.returncode == 0 and done.stderr == ""
    assert re.fullmatch(r"acme: \d+ intents, \d+ examples, \d+ calibration messages, \d+ help pages with "
                        r"\d+ passages, \d+ sample tickets: sound", done.stdout.splitlines()[-1])


def test_all_mistakes_of_all_files_are_listed_at_once(usher, acme):
    break_all(acme)
    done = usher("check", acme)
    *lines, last = done.stdout.splitlines()
    assert done.returncode == 1 and last == f"{len(BROKEN)} mistakes"
    for file, _, _, what, suggestion in BROKEN:
        line, = [line for line in lines if line.startswith(f"{file}:") and f": {what}" in line]
        assert LINE.fullmatch(line), line
        assert suggestion is None or line.endswith(f"; did you mean {suggestion}")
    assert len(lines) == len(BROKEN)


def test_mistakes_come_in_the_order_of_their_places(usher, acme):
    break_all(acme)
    places = [(m[1], int(m[2]), int(m[3]))
              for m in re.finditer(r"^([\w./]+):(\d+):(\d+): ", usher("check", acme).stdout, re.M)]
    assert len(places) == len(BROKEN) and places == sorted(places)


@pytest.mark.parametrize("file, old, new", [
    ("bot.yaml", "max_error: 0.03", "max_eror: 0.03"),
    ("intents.yaml", "tracking.md, ", "trackin.md, "),
    ("prompt.yaml", '"legal_threat"]', '"legal_thread"]'),
])
def test_line_and_column_lead_to_the_wrong_word(usher, acme, file, old, new):
    place = replace_first(acme / file, old, new)
    assert usher("check", acme).stdout.startswith(f"{file}:{place}: ")


def test_columns_count_characters_not_bytes(usher, acme):
    (acme / "deploy.yaml").write_text('canary: { cohort: "größe", weigth: 5 % }\n')
    assert "\ndeploy.yaml:1:28: unknown key \"weigth\"" in "\n" + usher("check", acme).stdout


def test_a_file_without_syntax_does_not_hide_the_mistakes_of_others(usher, acme):
    (acme / "deploy.yaml").write_text("canary: [1,\n")
    replace_first(acme / "intents.yaml", "queue: warehouse", "queue: warehous")
    lines = usher("check", acme).stdout.splitlines()
    assert any(line.startswith("deploy.yaml:") and "not YAML" in line for line in lines)
    assert any(line.startswith("intents.yaml:") for line in lines)


def test_every_bad_line_of_a_file_is_told(usher, acme):
    with open(acme / "tickets.jsonl", "a") as file:
        file.write('{"id": "x1", "text": "open"\n{"id": "x2"}\nnothing\n')
    bad = [line for line in usher("check", acme).stdout.splitlines() if line.startswith("tickets.jsonl:")]
    count = sum(1 for _ in open(acme / "tickets.jsonl"))
    assert [int(line.split(":")[1]) for line in bad] == [count - 2, count - 1, count]


def test_a_missing_file_names_the_one_that_was_meant(usher, acme):
    (acme / "workflow.yaml").rename(acme / "workflw.yaml")
    done = usher("check", acme)
    assert done.returncode == 1
    assert "workflow.yaml: the file is missing; expected it in the bot's folder; did you mean workflw.yaml" \
        in done.stdout.splitlines()


def test_a_text_that_teaches_and_proves_is_a_mistake(usher, acme):
    first = open(acme / "examples.jsonl").readline()
    with open(acme / "calibration.jsonl", "a") as file:
        file.write(first)
    done = usher("check", acme)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()[:-1]] == ["calibration.jsonl"]


def test_a_workflow_that_delivers_unapproved_is_refused(usher, acme):
    replace_first(acme / "workflow.yaml", "do: draft_reply, next: approve", "do: draft_reply, next: send")
    done = usher("check", acme)
    assert done.returncode == 1
    assert all(line.startswith("workflow.yaml:") for line in done.stdout.splitlines()[:-1])


def test_remarks_are_no_failure_and_are_called_so_once(usher, acme):
    (acme / "knowledge/parking.md").write_text("# Zzyzx\n\nQuux frobnicates.\n")
    done = usher("check", acme)
    assert done.returncode == 0
    remark, = [line for line in done.stdout.splitlines() if "parking.md" in line]
    assert remark.startswith("knowledge/parking.md: remark: ") and remark.count("remark") == 1


def test_json_is_one_document_with_every_mistake(usher, acme):
    break_all(acme)
    done = usher("check", acme, "--json")
    assert done.returncode == 1 and done.stderr == "" and done.stdout.count("\n") == 1
    report = json.loads(done.stdout)
    assert report["count"] == len(BROKEN) == len(report["mistakes"])
    for mistake in report["mistakes"]:
        assert set(mistake) == {"kind", "file", "line", "column", "what", "expected", "did_you_mean"}
        assert mistake["kind"] == "mistake" and mistake["line"] > 0 and mistake["column"] > 0
    assert {(m["file"], m["did_you_mean"]) for m in report["mistakes"]} == {(b[0], b[4]) for b in BROKEN}


def test_json_of_a_sound_bot_has_no_mistake(usher):
    done = usher("check", "bots/acme", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 0 and report["count"] == 0
    assert all(remark["kind"] == "remark" for remark in report["mistakes"])


def test_a_folder_that_is_not_there_is_an_error_on_standard_error(usher, tmp_path):
    done = usher("check", tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no folder" in done.stderr


def test_a_bot_with_mistakes_is_not_built(usher, acme):
    break_all(acme)
    done = usher("build", acme, "--no-cache", "-o", acme / "acme.rel")
    assert done.returncode == 1 and not (acme / "acme.rel").exists()
    assert f"{len(BROKEN)} mistakes" in done.stderr
