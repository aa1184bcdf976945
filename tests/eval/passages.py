"""passages.py [BOT] - how often a draft quotes a right passage, on messages with known ones.

Reads tests/eval/acme_passages.jsonl (calibration messages, each with the passages that
answer it; none where no page does) and prints: of the answerable messages how many were
drafted and how many of these cite a right passage, and of the others how many got a draft
all the same.  For choosing between rankings; the sample tickets stay unseen.
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
USHER = os.environ.get("USHER", str(ROOT / "build/src/usher"))


def main():
    bot = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "bots/acme")
    rows = [json.loads(line) for line in (ROOT / "tests/eval/acme_passages.jsonl").read_text().splitlines()]
    tickets = "".join(json.dumps({"id": str(i), "text": row["text"]}) + "\n" for i, row in enumerate(rows))
    done = subprocess.run([USHER, "triage", bot, "--json"], input=tickets, text=True, capture_output=True, check=True)
    drafted = right = answerable = beside = beside_drafted = 0
    for line in done.stdout.splitlines():
        decision = json.loads(line)
        row = rows[int(decision["id"])]
        cited = [f"{c['page']}#{c['anchor']}" for c in (decision["draft"] or {}).get("citations", [])]
        if not row["passages"]:
            beside += 1
            beside_drafted += bool(cited)
            continue
        answerable += 1
        drafted += bool(cited)
        right += any(c in row["passages"] for c in cited)
        if "-v" in sys.argv and cited and not any(c in row["passages"] for c in cited):
            print(f"{row['text'][:90]!r}\n    cites {cited}; right are {row['passages']}")
    print(f"answerable {answerable}: drafted {drafted} ({drafted / answerable:.3f}), "
          f"a right passage in {right} ({right / max(1, drafted):.3f} of the drafts)")
    print(f"not answerable {beside}: drafted {beside_drafted}")


main()
