"""The command table as users meet it: help, manual page, completions, exit statuses."""
import json
import os
import pty
import re
import subprocess

from conftest import USHER


def names(usher):
    text = usher("--help").stdout
    return re.findall(r"^  (\w+)", text, re.M)


def test_every_command_has_help_with_an_example_that_names_it(usher):
    found = names(usher)
    assert len(found) >= 5
    for name in found:
        shown = usher(name, "--help")
        assert shown.returncode == 0 and shown.stderr == ""
        assert shown.stdout.startswith(f"usher {name}")
        assert f"usher {name}" in shown.stdout.split("Example:")[1]


def test_what_options_mean_stands_in_one_column(usher):
    for command in ("serve", "triage", "version"):
        options = usher(command, "--help").stdout.partition("Options:\n")[2].partition("\n\n")[0]
        columns = {re.match(r"  --?\S+( \S+)?  +", line).end() for line in options.splitlines()}
        assert len(columns) == 1, options


def test_a_wrong_command_names_the_nearest(usher):
    done = usher("triag")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'no command "triag"; did you mean triage' in done.stderr


def test_a_wrong_option_names_the_nearest_and_nothing_runs(usher):
    done = usher("version", "--jsn")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no option --jsn; did you mean --json" in done.stderr


def test_a_switch_takes_no_value(usher):
    for switch in ("json", "help"):
        done = usher("version", f"--{switch}=1")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"usher version: --{switch} takes no value\n")


def test_no_command_is_a_usage_error(usher):
    done = usher()
    assert done.returncode == 2 and "usage: usher COMMAND" in done.stderr and done.stdout == ""


def test_too_many_and_too_few_operands_are_usage_errors(usher):
    assert usher("version", "extra").returncode == 2
    assert usher("doc").returncode == 2
    assert usher("doc", "pdf").returncode == 2


def test_the_manual_page_is_sound_and_names_every_command(usher, tmp_path):
    page = tmp_path / "usher.1"
    page.write_text(usher("doc", "man").stdout)
    checked = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True)
    assert checked.stdout == ""
    shown = subprocess.run(["mandoc", "-T", "utf8", page], capture_output=True, text=True).stdout
    shown = re.sub(r".\x08", "", shown)
    for name in names(usher):
        assert f"usher {name}" in shown


def test_documents_are_json_where_it_is_asked_for(usher):
    for name in ("man", "bash", "zsh", "fish", "folder"):
        done = usher("doc", name, "--json")
        assert done.returncode == 0 and done.stdout.count("\n") == 1
        assert json.loads(done.stdout) == {"document": name, "text": usher("doc", name).stdout}


def test_the_version_tells_the_libraries_that_are_loaded(usher):
    told, shown = json.loads(usher("version", "--json").stdout), usher("version").stdout
    assert shown.startswith(f"usher {told['version']}\n")
    assert {"OpenSSL", "libfyaml", "utf8proc", "CLD2", "PCRE2", "Lua", "libuv", "libmicrohttpd", "SQLite"} <= set(told["libraries"])
    for name, version in told["libraries"].items():
        assert re.search(r"\d", version) and re.search(rf"^  {name} +{re.escape(version)}$", shown, re.M)


def test_bash_completes_commands_and_options(usher, tmp_path):
    script = tmp_path / "usher.bash"
    script.write_text(usher("doc", "bash").stdout)
    def complete(*words):
        program = (f"source {script}; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; "
                   "_usher; printf '%s\\n' \"${COMPREPLY[@]}\"")
        return subprocess.run(["bash", "-c", program], capture_output=True, text=True).stdout.split()
    assert complete("usher", "vers") == ["version"]
    assert "--json" in complete("usher", "version", "--j")


def test_output_that_cannot_be_written_is_a_failure():
    with open("/dev/full", "w") as full:
        done = subprocess.run([USHER, "version"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1 and "standard output" in done.stderr


def test_no_colour_unless_a_person_looks(usher):
    for words in (("version",), ("--help",)):
        done = usher(*words, env={"NO_COLOR": ""})
        assert "\033" not in done.stdout + done.stderr
