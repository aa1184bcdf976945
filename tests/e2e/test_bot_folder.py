"""docs/bot-folder.md is true: its tables are the program's, its examples are a sound bot.

`usher doc folder` prints the tables; the page holds each between two marks. To renew them
after a change, run this file: USHER=build/src/usher python3 tests/e2e/test_bot_folder.py
"""
import json
import os
import re
import shutil
import subprocess

import pytest

from conftest import ROOT, USHER

PAGE = ROOT / "docs/bot-folder.md"
PART = re.compile(r"(<!-- keys of (.+?) -->\n)(.*?)(<!-- end -->\n)", re.S)


def printed():
    """What the program prints, by file: {"bot.yaml": "The bot's name, ...\n\n| key ..."}"""
    text = subprocess.run([USHER, "doc", "folder"], capture_output=True, text=True, check=True).stdout
    parts = re.split(r"^## (.+)\n\n", text, flags=re.M)[1:]
    return {name: body.strip("\n") + "\n" for name, body in zip(parts[::2], parts[1::2])}


def examples():
    """The page's fenced blocks under the names of the files they are of."""
    found, names = {}, []
    for part in re.finditer(r"^## ([^\n]+)$|^```\w+\n(.*?)^```$", PAGE.read_text(), re.M | re.S):
        if part[1]:
            names = part[1].split(", ")
        else:
            found[names.pop(0).replace("NAME", "loans")] = part[2]
    return found


def test_the_tables_are_what_usher_doc_folder_prints():
    held = {name: body for _, name, body, _ in PART.findall(PAGE.read_text())}
    assert held == printed()


@pytest.fixture
def library(tmp_path):
    (tmp_path / "knowledge").mkdir()
    for name, content in examples().items():
        (tmp_path / name).write_text(content)
    return tmp_path


def test_every_file_of_a_bot_has_an_example():
    assert {name.replace("loans", "NAME") for name in examples()} == set(", ".join(printed()).split(", "))


def test_the_examples_make_a_sound_bot(usher, library):
    done = usher("check", library)
    assert done.returncode == 0, done.stdout
    assert "library: 3 intents, 6 examples, 2 calibration messages" in done.stdout.splitlines()[-1]


def test_the_bot_of_the_examples_compiles(usher, library):
    done = usher("build", library, "--no-cache", "-o", library / "library.rel")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("rel_")


if __name__ == "__main__":
    sections = printed()
    PAGE.write_text(PART.sub(lambda part: part[1] + sections[part[2]] + part[4], PAGE.read_text()))


def test_the_cache_keeps_the_releases_that_were_used_last(usher, tmp_path, root):
    home = tmp_path / "cache"
    folder = tmp_path / "acme"
    shutil.copytree(root / "bots/acme", folder)
    first = usher("build", folder, "--json", env={"XDG_CACHE_HOME": str(home)})
    assert first.returncode == 0, first.stderr
    kept = home / "usher" / json.loads(first.stdout)["release"]
    for number in range(30):
        old = home / "usher" / f"rel_{number:064x}"
        old.write_text("old")
        os.utime(old, (number + 1, number + 1))
    brand = json.loads((folder / "brand.json").read_text())
    brand["max_sentences"] = 7
    (folder / "brand.json").write_text(json.dumps(brand))
    second = usher("build", folder, "--json", env={"XDG_CACHE_HOME": str(home)})
    assert second.returncode == 0, second.stderr
    names = sorted(path.name for path in (home / "usher").iterdir() if path.name.startswith("rel_"))
    assert len(names) == 16 and kept.name in names and json.loads(second.stdout)["release"] in names
