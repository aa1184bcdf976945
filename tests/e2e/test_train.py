"""usher train and usher eval: a classifier from anybody's labelled file, and how good it is."""
import csv
import json
import os

import pytest

from conftest import ROOT

DATA = ROOT / os.environ.get("USHER_DATA", "../shared/data")

ROWS = [
    ("where is my parcel", "delivery"),
    ("the parcel is late again", "delivery"),
    ("nobody rang, and tracking says \"delivered\"", "delivery"),
    ("it should have come on Monday,\nit did not", "delivery"),
    ("please give me my money back", "refund"),
    ("when will the refund reach my bank", "refund"),
    ("I sent it back, now I want the money", "refund"),
    ("refund me, please", "refund"),
    ("how do I change my password", "account"),
    ("I cannot log in", "account"),
    ("the login page says wrong password", "account"),
    ("mein Passwort geht nicht", "account"),
]

# What `usher eval --json` promises; it may hold more.
KEYS = {"n", "accuracy", "macro_f1", "ece", "brier", "coverage", "oos_recall", "false_reject",
        "examples_per_s", "us_per_text", "confusions"}


def write_jsonl(path, rows, key="label"):
    path.write_text("".join(json.dumps({"text": text, key: label}) + "\n" for text, label in rows))
    return path


def write_csv(path, rows, header=("text", "label")):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows(([header] if header else []) + rows)
    return path


def train(usher, data, model):
    done = usher("train", "--data", data, "-o", model)
    assert done.returncode == 0, done.stderr
    return model


def evaluate(usher, model, data):
    done = usher("eval", "--model", model, "--data", data, "--json")
    assert done.returncode == 0 and done.stderr == "" and done.stdout.count("\n") == 1
    return json.loads(done.stdout)


@pytest.fixture
def small(usher, tmp_path):
    """A model of three labels."""
    return train(usher, write_jsonl(tmp_path / "small.jsonl", ROWS), tmp_path / "small.nano")


@pytest.fixture(scope="module")
def acme(tmp_path_factory):
    """The place of one model of the sample bot's intents, trained by the first who asks."""
    return tmp_path_factory.mktemp("acme") / "acme.nano"


def acme_report(usher, acme, data):
    if not acme.exists():
        train(usher, "bots/acme/examples.jsonl", acme)
    return evaluate(usher, acme, data)


# --- formats ---

@pytest.mark.parametrize("write", [
    lambda path: write_jsonl(path.with_suffix(".jsonl"), ROWS),
    lambda path: write_jsonl(path.with_suffix(".jsonl"), ROWS, key="intent"),
    lambda path: write_csv(path.with_suffix(".csv"), ROWS),
    lambda path: write_csv(path.with_suffix(".csv"), ROWS, header=None),
    lambda path: write_csv(path.with_suffix(".csv"), [(label, 7, text) for text, label in ROWS],
                           header=("category", "customer", "text")),
], ids=["label", "intent", "csv", "csv without a header", "csv of other columns"])
def test_the_same_texts_in_any_format_give_the_same_model(usher, tmp_path, small, write):
    model = train(usher, write(tmp_path / "data"), tmp_path / "other.nano")
    assert model.read_bytes() == small.read_bytes()


def test_training_twice_gives_the_same_bytes(usher, tmp_path):
    first = train(usher, "bots/acme/calibration.jsonl", tmp_path / "first.nano")
    second = train(usher, "bots/acme/calibration.jsonl", tmp_path / "second.nano")
    assert first.read_bytes() == second.read_bytes()


def test_a_small_model_knows_what_it_learned(usher, tmp_path, small):
    asked = write_csv(tmp_path / "asked.csv", [("my parcel has not come", "delivery"),
                                               ("I want a refund of my money", "refund"),
                                               ("my password is wrong", "account")])
    assert evaluate(usher, small, asked)["accuracy"] == 1


# --- mistakes ---

def refused(usher, data, model):
    done = usher("train", "--data", data, "-o", model)
    assert done.returncode == 1 and done.stdout == "" and not model.exists()
    return done.stderr.splitlines()


def test_every_bad_json_line_is_told_with_its_place(usher, tmp_path):
    data = tmp_path / "bad.jsonl"
    data.write_text('{"text": "a", "label": "b"}\n{"text": 1, "label": "b"}\n{"text": "a", "label" "b"}\n'
                    '\n{"text": "a"}\n{"text": " ", "label": "b"}\n')
    assert refused(usher, data, tmp_path / "bad.nano") == [
        f'{data}:2:1: this line has no text; expected {{"text": "...", "label": "..."}}',
        f"{data}:3:23: not JSON: expected ':'",
        f'{data}:5:1: this line has no label; expected {{"text": "...", "label": "..."}}',
        f"{data}:6:1: the text is empty; expected a text and its label",
        "4 mistakes",
    ]


def test_every_bad_csv_line_is_told_with_its_place(usher, tmp_path):
    data = tmp_path / "bad.csv"
    data.write_text('text,label\ngood,a\none\n"half"way,b\nthis,is,three\n,b\n"open,a\n')
    *lines, last = refused(usher, data, tmp_path / "bad.nano")
    assert last == "5 mistakes"
    assert [line.split(":")[1] for line in lines] == ["3", "4", "5", "6", "7"]
    assert lines[0].endswith("the number of columns is 1; expected as many as the first line names")
    assert "this quote is not closed" in lines[-1]


def test_bytes_that_are_no_text_are_told_with_their_place(usher, tmp_path):
    data = tmp_path / "latin.csv"
    data.write_bytes(b"text,label\nhello,a\ngr\xfc\xdfe,b\n")
    lines = refused(usher, data, tmp_path / "latin.nano")
    assert lines[0] == f"{data}:3:3: these bytes are no text; expected valid UTF-8"


def test_one_label_is_nothing_to_learn(usher, tmp_path):
    lines = refused(usher, write_csv(tmp_path / "one.csv", ROWS[:4]), tmp_path / "one.nano")
    assert lines == ["usher train: training needs examples of at least two labels"]


@pytest.mark.parametrize("words", [("train",), ("train", "--data", "x.csv"), ("eval", "--model", "x.nano")])
def test_a_missing_file_name_is_a_usage_error(usher, words):
    done = usher(*words)
    assert (done.returncode, done.stdout) == (2, "") and "expected --" in done.stderr


# --- the report ---

def test_the_report_has_what_the_contract_names(usher, acme):
    report = acme_report(usher, acme, "bots/acme/calibration.jsonl")
    assert KEYS <= set(report)
    assert set(report["coverage"]) == {"0.05", "0.02", "0.01"}
    assert report["coverage"]["0.05"] >= report["coverage"]["0.02"] >= report["coverage"]["0.01"]
    shares = [report[key] for key in ("accuracy", "macro_f1", "ece", "oos_recall", "false_reject")]
    assert all(0 <= share <= 1 for share in [*shares, *report["coverage"].values()])
    assert report["examples_per_s"] > 0 and report["us_per_text"] > 0
    assert all(set(item) == {"label", "predicted", "n"} for item in report["confusions"])
    counts = [item["n"] for item in report["confusions"]]
    assert counts == sorted(counts, reverse=True)


def test_accuracy_is_over_the_texts_in_scope_and_n_over_all(usher, tmp_path, acme):
    lines = [json.loads(line) for line in open(ROOT / "bots/acme/calibration.jsonl")]
    rows = [(line["text"], line["intent"]) for line in lines]
    known = [row for row in rows if row[1] != "oos"]
    whole = acme_report(usher, acme, write_jsonl(tmp_path / "whole.jsonl", rows))
    part = acme_report(usher, acme, write_jsonl(tmp_path / "part.jsonl", known))
    assert (whole["n"], part["n"]) == (len(rows), len(known)) and len(known) < len(rows)
    assert whole["accuracy"] == part["accuracy"]


def test_without_oos_there_is_no_recall_of_it(usher, tmp_path, small):
    report = evaluate(usher, small, write_csv(tmp_path / "asked.csv", ROWS))
    assert report["oos_recall"] is None and report["false_reject"] is None


def test_a_label_that_the_model_does_not_know_is_a_mistake(usher, tmp_path, small):
    asked = write_csv(tmp_path / "asked.csv", [("where is my parcel", "delivery"), ("where is my parcel", "parcel")])
    report = evaluate(usher, small, asked)
    assert report["accuracy"] == 0.5
    assert report["confusions"] == [{"label": "parcel", "predicted": "delivery", "n": 1}]


def test_training_tells_json_what_it_made(usher, tmp_path):
    model = tmp_path / "told.nano"
    done = usher("train", "--data", write_jsonl(tmp_path / "data.jsonl", ROWS), "-o", model, "--json")
    assert done.returncode == 0 and done.stdout.count("\n") == 1
    told = json.loads(done.stdout)
    assert told.pop("seconds") > 0
    assert told == {"model": str(model), "bytes": model.stat().st_size, "texts": len(ROWS), "dev": None}


def test_dev_reports_as_eval_does(usher, tmp_path, small):
    data = write_jsonl(tmp_path / "data.jsonl", ROWS)
    done = usher("train", "--data", data, "--dev", data, "-o", tmp_path / "again.nano", "--json")
    told, asked = json.loads(done.stdout)["dev"], evaluate(usher, small, data)
    for report in (told, asked):
        del report["examples_per_s"], report["us_per_text"]
    assert told == asked


def test_an_empty_model_is_said_to_be_empty(usher, tmp_path):
    data, model = write_jsonl(tmp_path / "data.jsonl", ROWS), tmp_path / "empty.nano"
    model.write_bytes(b"")
    done = usher("eval", "--model", model, "--data", data)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr == f"usher eval: {model}: is empty, so it is no nano model\n"


def test_an_empty_file_cannot_be_judged_by(usher, tmp_path, small):
    (tmp_path / "empty.jsonl").write_text("")
    done = usher("eval", "--model", small, "--data", tmp_path / "empty.jsonl")
    assert done.returncode == 1 and "holds no text" in done.stderr


# --- model files from strangers ---

@pytest.mark.parametrize("spoil", [
    lambda model: b"",
    lambda model: b"MZ" + model[2:],
    lambda model: b"text,label\nhello,a\n" * 1000,
    lambda model: model[:-1],
    lambda model: model[:3000],
    lambda model: model + b"\0",
    lambda model: model[:8] + b"\xff" * 56 + model[64:],
    lambda model: model[:len(model) // 2] + b"\xff" * (len(model) - len(model) // 2),
], ids=["empty", "other magic", "text", "a byte short", "cut", "a byte long", "wild counts", "wild half"])
def test_a_hostile_model_is_refused_with_its_name(usher, tmp_path, small, spoil):
    data = write_csv(tmp_path / "asked.csv", ROWS)
    hostile = tmp_path / "hostile.nano"
    hostile.write_bytes(spoil(small.read_bytes()))
    done = usher("eval", "--model", hostile, "--data", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"usher eval: {hostile}: ") and done.stderr.count("\n") == 1


def test_no_changed_byte_of_a_models_head_ends_the_program_badly(usher, tmp_path, small):
    data = write_csv(tmp_path / "asked.csv", ROWS)
    model = small.read_bytes()
    changed = tmp_path / "changed.nano"
    for place in range(0, 256, 3):
        changed.write_bytes(model[:place] + bytes([model[place] ^ 0x80]) + model[place + 1:])
        assert usher("eval", "--model", changed, "--data", data).returncode in (0, 1), place


# --- public data ---

@pytest.mark.slow
def test_banking77_is_learned_well_and_honestly(usher, tmp_path):
    folder = DATA / "banking77"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    model = train(usher, folder / "train.jsonl", tmp_path / "banking77.nano")
    report = evaluate(usher, model, folder / "dev.jsonl")
    assert report["accuracy"] >= 0.912 and report["ece"] <= 0.025, report
