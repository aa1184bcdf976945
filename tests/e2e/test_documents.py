"""What the documents name exists: files, functions, tools, links."""
import re

import pytest

from conftest import ROOT

DOCUMENTS = [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
SOURCES = [path for path in (ROOT / "src").rglob("*") if path.suffix in (".c", ".h", ".cc")]
ROOMS = [path.name for path in (ROOT / "src").iterdir() if path.is_dir()]


def quoted(document):
    """What stands between backticks, outside of fenced blocks."""
    text = re.sub(r"^```.*?^```$", "", document.read_text(), flags=re.S | re.M)
    return re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_is_named_exists(document):
    missing = []
    for name in quoted(document):
        path = name.rstrip("/").removeprefix("./")
        if path.startswith("build/") or not re.fullmatch(r"[\w.-]+(/[\w.-]+)+|[a-z]\w*\.[ch]", path) or "NAME" in path:
            continue
        places = [ROOT / path, ROOT / "src" / path, *(ROOT / "src" / room / path for room in ROOMS),
                  ROOT / "bots/acme" / path, ROOT / "console" / path]
        if not any(place.exists() for place in places):
            missing.append(name)
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_function_that_is_named_exists(document):
    code = "\n".join(path.read_text() for path in SOURCES)
    names = [match[1] for name in quoted(document) if (match := re.fullmatch(r"(\w+)\(\)", name)) and "NAME" not in name]
    assert [name for name in names if not re.search(rf"\b{name}\(", code)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(document):
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []
