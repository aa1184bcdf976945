"""usher triage, chat and build with input that is not as it should be: nothing is lost."""
import json
import os
import subprocess

from conftest import ROOT, USHER

BOT = "bots/acme"


def triage_bytes(cache, data, *words):
    return subprocess.run([USHER, "triage", BOT, *words], cwd=ROOT, input=data, capture_output=True, timeout=60,
                          env={**os.environ, "XDG_CACHE_HOME": str(cache)})


def test_one_bad_line_is_told_and_the_others_are_decided(cache):
    done = triage_bytes(cache, b'{"text":"abc\xff"}\n{"id":"b","text":"hello"}\n{"txt":1}\n', "--json")
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["b"]
    assert b"standard input:1:" in done.stderr and b"standard input:3:" in done.stderr


def test_a_byte_order_mark_does_not_make_json_a_message(cache):
    done = triage_bytes(cache, b'\xef\xbb\xbf{"id":"x","text":"hello"}\n', "--json")
    assert done.returncode == 0 and json.loads(done.stdout)["id"] == "x"


def test_json_among_plain_lines_is_a_mistake(cache):
    done = triage_bytes(cache, b'hello\n{"id":"x","text":"hello"}\n')
    assert done.returncode == 1 and b"standard input:2:1: a line of JSON" in done.stderr


def test_an_id_cannot_break_the_table(cache):
    done = triage_bytes(cache, b'{"id":"a\\tb\\u001b[31m","text":"hello"}\n')
    assert done.returncode == 1 and b"\x1b" not in done.stdout + done.stderr and b"line-1\t" in done.stdout


def test_json_and_summary_do_not_mix_on_standard_output(cache):
    done = triage_bytes(cache, b"hello\n", "--json", "--summary")
    assert len(done.stdout.splitlines()) == 1 and json.loads(done.stdout)
    assert b"1 tickets" in done.stderr


def test_nothing_in_nothing_out(cache):
    done = triage_bytes(cache, b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_chat_says_that_a_message_was_lost(usher):
    done = usher("chat", BOT, "--json", input="a" * 70000 + "\nhello\n")
    assert done.returncode == 1 and "at most" in done.stderr
    assert json.loads(done.stdout)["id"] == "chat-1"


def test_chat_passes_over_a_line_of_any_length_in_bounded_memory(usher, cache, tmp_path):
    assert usher("build", BOT).returncode == 0

    def talk(mebibytes):
        with open(tmp_path / "out", "w") as out, open(tmp_path / "err", "w") as err:
            chat = subprocess.Popen([USHER, "chat", BOT, "--json"], cwd=ROOT, stdin=subprocess.PIPE, stdout=out,
                                    stderr=err, env={**os.environ, "XDG_CACHE_HOME": str(cache)})
            for _ in range(mebibytes):
                chat.stdin.write(b"a" * (1 << 20))
            chat.stdin.write(b"\nhello\n")
            chat.stdin.close()
            _, status, usage = os.wait4(chat.pid, 0)
        chat.returncode = os.waitstatus_to_exitcode(status)
        assert chat.returncode == 1 and (tmp_path / "err").read_text().count("65536 bytes; this one is passed over") == 1
        assert json.loads((tmp_path / "out").read_text())["id"] == "chat-1"
        return usage.ru_maxrss // 1024

    assert talk(mebibytes=128) < talk(mebibytes=1) + 32


def test_a_build_without_a_place_to_keep_it_is_a_usage_error(usher):
    assert usher("build", BOT, "--no-cache").returncode == 2


def test_a_bench_of_no_bot_fails_cleanly(usher, tmp_path):
    for name in ("guard", "stages"):
        done = usher("bench", name, "--bot", tmp_path)
        assert done.returncode == 1 and "bot.yaml" in done.stderr


def test_a_bench_of_data_that_teach_nothing_fails(usher, tmp_path):
    folder = tmp_path / "banking77"
    folder.mkdir()
    for name in ("train.jsonl", "dev.jsonl"):
        (folder / name).write_text('{"text": "one label alone", "label": "a"}\n')
    done = usher("bench", "classify", "--data", tmp_path)
    assert done.returncode == 1 and "two labels" in done.stderr and done.stdout == ""


def test_a_cut_release_is_refused(usher, tmp_path):
    whole = tmp_path / "acme.rel"
    assert usher("build", BOT, "-o", whole).returncode == 0
    cut = tmp_path / "cut.rel"
    cut.write_bytes(whole.read_bytes()[:100000])
    done = usher("triage", cut, input="hello\n")
    assert done.returncode == 1 and done.stdout == ""


def test_an_unknown_language_of_a_search_is_a_usage_error(usher):
    done = usher("search", BOT, "refund", "--lang", "fr")
    assert done.returncode == 2 and "expected en, de or es" in done.stderr
