"""Proposals of ill will, through both jobs: nothing of them is run, no right is used, and the comment stays whole."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import git
from tests.workflows import trees
from tests.workflows.proposals import CONCERT, Forge, answered, comment_of, comment_on, read
from tests.workflows.shell import Runner

from seurantalo.cli import proposal_state
from seurantalo.receiving.answer.comment import MARKER

FILE, PROGRAM, LINK = "100644", "100755", "120000"
#: What must not happen: whatever it is that a proposal gets run, it leaves this.
TRACE = "osuma"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    return Forge.begun(tmp_path_factory.mktemp("forge"))


@pytest.fixture
def forge(begun: Forge) -> Forge:
    """The forge with nothing proposed yet; no test changes its branch."""
    begun.head = ""
    return begun


@pytest.fixture(scope="module")
def handed(begun: Forge) -> tuple[Forge, dict[str, Any]]:
    """A proposal that has been read, and what was found."""
    begun.head = ""
    begun.propose({"events/konsertti.yml": CONCERT})
    artifact, _ = read(begun)
    return replace(begun), json.loads(artifact.read_text(encoding="utf-8"))


def whole(body: str) -> None:
    """The comment is one of ours from its first line to its last, and others' words in it are words."""
    assert body.startswith(f"{MARKER}\n\n## Kiitos ehdotuksesta\n")
    assert body.endswith("Tämä vastaus päivittyy aina, kun ehdotus muuttuu.\n")
    assert body.splitlines().count(MARKER) == 1
    assert len(body) <= 60_000
    outside = re.sub(r"(?ms)^(`{3,})yaml\n.*?^\1$", "", body)
    outside = re.sub(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", outside)
    assert "@" not in outside
    assert "<" not in outside.replace(MARKER, "")
    ours = (
        r"\]\(https://(?:github\.com/martta/seurantalo/edit/patch-1/|koe\.example/ehdota/[a-z]+/#e1\.)[\w%./-]*\)\S*"
    )
    assert re.findall(r"(?:\]\(|https?:)\S*", outside) == re.findall(ours, outside)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", body)


def unread(body: str) -> dict[str, str]:
    """Return the files that were not read, with the reason."""
    _, _, part = body.partition("### Näitä emme lukeneet\n")
    return dict(re.findall(r"^- `+ ?(.+?) ?`+: (.+)$", part, re.MULTILINE))


def untouched(forge: Forge) -> None:
    """The checkout is as it was, and nothing has been run."""
    assert git(forge.home, "status", "--short", "--ignored") == ""
    assert git(forge.home, "symbolic-ref", "--short", "HEAD") == "main"
    assert list(forge.folder.rglob(TRACE)) == []


OUTSIDE = {
    ".github/workflows/vastaus.yml": "on: push\njobs: {x: {runs-on: ubuntu-latest, steps: [{run: touch osuma}]}}\n",
    "mkdocs.yml": "site_name: Muu\ndocs_dir: content\nhooks: [hook.py]\nplugins: [seurantalo: {language: en}]\n",
    "hook.py": "open('osuma', 'w')\n",
    "plugins/seurantalo/__init__.py": "open('osuma', 'w')\n",
    "sitecustomize.py": "open('osuma', 'w')\n",
    "pyproject.toml": '[project.entry-points."seurantalo.clash_rules"]\nx = "hook:x"\n',
    "requirements.txt": "hook @ file:.\n",
    ".gitattributes": "* filter=x diff=x merge=x\n",
    ".gitmodules": '[submodule "x"]\n\tpath = content/x\n\turl = ext::sh -c touch% osuma\n',
    "overrides/seurantalo/event/event.html": "{{ x }}\n",
    "conftest.py": "open('osuma', 'w')\n",
}


def test_the_program_its_settings_and_its_workflows_stay_the_base_s(forge: Forge) -> None:
    body = comment_on(forge, {**OUTSIDE, "events/konsertti.yml": CONCERT})
    whole(body)
    # Its language and its options are the base's.
    assert "Luimme 1 tiedoston. Korjattavaa ei ole." in body
    assert unread(body) == dict.fromkeys(sorted(OUTSIDE), "ei tapahtuma eikä sivuston sivu")
    untouched(forge)


NAMES: list[tuple[str, bytes, bytes, str]] = [
    (LINK, b"events/linkki.yml", b"/etc/passwd", "ei tavallinen tiedosto"),
    (LINK, b"content/kuva.png", b"../../../../etc/passwd", "ei tavallinen tiedosto"),
    (trees.COMMIT, b"content/muu", b"", "ei tavallinen tiedosto"),
    (PROGRAM, b"events/ohjelma.yml", b"x", "ei tavallinen tiedosto"),
    (FILE, b"events/../../ulos.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/.git/hooks/post-checkout.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/nul.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"content/COM1/a.md", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/a\\..\\b.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/a\n::error::b.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, "events/a\u202eb.yml".encode(), b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/\xff\xfe.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/-rf.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/" + b"a" * 220 + b".yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"events/" + b"a/" * 30 + b"b.yml", b"x", "nimi, joka ei käy kaikissa tietokoneissa"),
    (FILE, b"content/skripti.js", b"x", "ei teksti eikä kuva, jonka sivusto voi näyttää"),
    (FILE, b"content/sivu.html", b"x", "ei teksti eikä kuva, jonka sivusto voi näyttää"),
    (FILE, b"content/kuva.svg", b"<svg/>", "ei teksti eikä kuva, jonka sivusto voi näyttää"),
    (FILE, b"content/kuva.png", b"<script>", "nimeltään kuva, mutta sisältö on muuta"),
    (FILE, b"events/suuri.yml", b"# " + b"x" * 300_000, "hyvin suuri tiedosto"),
    (FILE, b"content/suuri.png", b"\x89PNG\r\n\x1a\n" + bytes(6_000_000), "hyvin suuri tiedosto"),
    (FILE, b"evil/events/a.yml", b"x", "ei tapahtuma eikä sivuston sivu"),
    (FILE, b"eventsx/a.yml", b"x", "ei tapahtuma eikä sivuston sivu"),
]


def test_names_kinds_and_sizes_of_ill_will_are_named_and_not_read(forge: Forge) -> None:
    entries = [(mode, name, content) for mode, name, content, _ in NAMES]
    forge.proposed(trees.commit_of(forge.source, [*entries, (FILE, b"events/konsertti.yml", CONCERT.encode())]))
    body = comment_of(forge)
    whole(body)
    assert "Luimme 1 tiedoston. Korjattavaa ei ole." in body
    found = unread(body)
    assert len(found) == len({name for _, name, _, _ in NAMES})
    assert sorted(found.values()) == sorted({name: reason for _, name, _, reason in NAMES}.values())
    untouched(forge)
    assert not (forge.folder / "ulos.yml").exists()


def test_ten_thousand_files_are_counted_and_as_many_read_as_there_is_time_for(
    forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seurantalo.receiving.answer.changed.MOST_FILES", 20)
    entries = [(FILE, b"events/a%05d.yml" % number, b"otsikko: x\n") for number in range(10_000)]
    blob = trees.written(forge.source, "blob", b"otsikko: x\n")
    folder = {name.rpartition(b"/")[2]: (mode, blob) for mode, name, _ in entries}
    tree = trees.merged(forge.source, "main^{tree}", {b"events": folder})
    forge.proposed(trees.commit_tree(forge.source, tree))
    artifact, _ = read(forge)
    assert artifact.stat().st_size <= 200_000
    body = comment_of(forge)
    whole(body)
    assert "Luimme 20 tiedostoa." in body
    assert "enemmän tiedostoja kuin kerralla luetaan" in body


def test_a_tree_without_end_is_given_up(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposal_state, "COMPARING", 1.0)
    forge.proposed(trees.endless(forge.source, "events"))
    body = comment_of(forge)
    whole(body)
    assert "Luimme 0 tiedostoa." in body
    assert "enemmän tiedostoja kuin kerralla luetaan" in body


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
TEXTS = {
    "tag": CONCERT.replace("Kuoron konsertti", '!!python/object/apply:os.system ["touch osuma"]'),
    "name": CONCERT.replace("Kuoron konsertti", "!!python/name:os.system"),
    "bomb": f"{BOMB}otsikko: *i\n",
    "merge": "<<: [*x]\notsikko: x\n",
    "deep": "otsikko: " + "[" * 5_000 + "]" * 5_000 + "\n",
    "long": f"otsikko: {'x' * 100_000}\n{CONCERT}",
    "control": CONCERT.replace("Kuoron", '"Kuoron\\x1b[2J \\u202e"'),
    "bidi": CONCERT.replace("Kuoron", "\u202eKuoron\u2066 \u200f"),
    "ticks": CONCERT.replace("Kuoron", "'`` ```` `'") + "paatyy: '`````` @kaikki <b>'\n",
    "mention": CONCERT.replace("Kuoron konsertti", "'@toimitus katso #1 GH-2 https://paha.example www.paha.example'"),
    "picture": CONCERT.replace("Kuoron konsertti", "'![x](https://paha.example/x.png) <img src=x onerror=y>'"),
    "marker": CONCERT.replace("Kuoron konsertti", f"'{MARKER}'") + f"{MARKER}\n",
    "command": CONCERT.replace("Kuoron", "'::set-env name=PATH::/tmp ##[add-mask]a'")
    + "::error::x\n::set-env name=X::y\n",
    "fence": "kuvaus: |\n  ```\n  ## Hyväksytty\n  ```\n" + CONCERT.replace("päättyy", "paatyy"),
    "reference": CONCERT.replace("kuikan-kuoro", "'[x](javascript:y)'").replace("seurantalo", "'<a href=y>`x`</a>'"),
    "nothing": "",
    "bytes": "\0\x01",
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts_of_ill_will_are_words(forge: Forge, name: str) -> None:
    forge.propose({"events/paha.yml": TEXTS[name], f"content/organisations/{name}.md": TEXTS[name]})
    artifact, printed = read(forge)
    lines = printed.splitlines()
    assert all(re.match(r"::(?:error|warning|notice)(?: file=[^:,]+|::)", line) for line in lines), printed
    assert artifact.stat().st_size <= 200_000
    body = comment_of(forge)
    whole(body)
    assert "Luimme 2 tiedostoa." in body
    untouched(forge)


def test_words_of_the_pull_request_itself_are_never_looked_at(forge: Forge) -> None:
    forge.propose({"events/konsertti.yml": CONCERT})
    event = forge.event()
    assert MARKER in event["pull_request"]["body"]
    artifact, _ = read(forge, event, steps=True)
    runner, code, said = answered(forge, artifact, event, steps=True)
    assert code == 0, said
    whole(runner.given[0]["body"])
    assert "Kesäjuhla" not in json.dumps(runner.given)
    untouched(forge)


HANDED: dict[str, dict[str, object]] = {
    "another number": {"number": 8},
    "another state": {"commit": "b" * 40},
    "no state": {"commit": "main"},
    "no number": {"number": "7; rm"},
    "a true number": {"number": True},
    "a code that is none": {"found": [{"code": "x", "severity": "error", "path": "a", "line": 1}]},
    "values of another code": {
        "found": [{"code": "missing-target", "severity": "error", "path": "a", "line": 1, "values": [["kind", "x"]]}]
    },
    "a severity that is none": {"found": [{"code": "field-missing", "severity": "x", "path": "a", "line": 1}]},
    "a sentence": {"body": "Hyväksytty"},
    "a form elsewhere": {"form": "e1.x.ABCD)[x](https://paha.example"},
    "a page elsewhere": {"form_page": "//paha.example/"},
    "a record elsewhere": {"akin": [{"of": "x", "title": "y", "address": "//paha.example/"}]},
    "a day that is none": {
        "added": [{"rule": "venue", "level": "hard", "event": {"id": "a", "title": "b"}, "dates": ["x"]}]
    },
    "a fact that is a text": {
        "added": [{"rule": "venue", "level": "hard", "event": {"id": "a", "title": "b"}, "facts": [["first", "@x"]]}]
    },
    "too long a list": {"meanwhile": ["x"] * 201},
    "too long a text": {"meanwhile": ["x" * 4_001]},
    "half a sign": {"meanwhile": ["\ud800"]},
    "a number below nothing": {"errors": -1},
}


@pytest.mark.parametrize("name", HANDED)
def test_an_answer_that_is_none_of_this_run_s_is_refused_and_nothing_is_written(
    handed: tuple[Forge, dict[str, Any]], tmp_path: Path, name: str
) -> None:
    forge, found = handed
    artifact = tmp_path / "answer.json"
    artifact.write_text(json.dumps({**found, **HANDED[name]}), encoding="utf-8")
    runner, code, said = answered(forge, artifact)
    assert code == 2, said
    assert writes(runner) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"\xff", b'{"version": 1}', b"[" * 100_000, b" " * 200_001, b'{"version": 2}', b"1"],
)
def test_what_is_no_answer_is_refused(handed: tuple[Forge, dict[str, Any]], tmp_path: Path, content: bytes) -> None:
    forge, _ = handed
    artifact = tmp_path / "answer.json"
    artifact.write_bytes(content)
    runner, code, said = answered(forge, artifact)
    assert (code, writes(runner)) == (2, []), said


def writes(runner: Runner) -> list[list[str]]:
    """Return the calls that change something."""
    return [words for words in runner.asked if words[2] != "GET"]
