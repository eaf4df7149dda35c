"""Addresses at which a file or an issue is begun, and a letter: within what forges and mail programs take."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from seurantalo.proposing.forge import (
    LONGEST,
    LONGEST_DOUBLED,
    ForgeKind,
    forge_data,
    forge_of,
    issue_address,
    new_file_address,
)
from seurantalo.proposing.mail import mail_address

ROOT = Path(__file__).resolve().parents[2]
GITHUB = forge_of("https://github.com/example/kalenteri/edit/main/")


@pytest.mark.parametrize(
    ("edit", "option", "kind", "new"),
    [
        ("https://github.com/e/k/edit/main/", "", "github", "https://github.com/e/k/new/main/"),
        ("https://github.com/e/k/edit/main/region/", "", "github", "https://github.com/e/k/new/main/region/"),
        ("https://gitlab.com/e/g/k/-/edit/main/", "", "gitlab", "https://gitlab.com/e/g/k/-/new/main/"),
        ("https://git.example.org/e/k/-/edit/main/", "", "gitlab", "https://git.example.org/e/k/-/new/main/"),
        ("https://codeberg.org/e/k/_edit/main/", "", "forgejo", "https://codeberg.org/e/k/_new/main/"),
        ("https://codeberg.org/e/k/_edit/main/", "github", "github", "https://codeberg.org/e/k/new/main/"),
        ("https://git.example.org/e/k/edit/main/", "", "github", "https://git.example.org/e/k/new/main/"),
        ("https://github.com/e/k/edit/main/", "none", "none", None),
        ("https://github.com/e/k/blob/main/", "", "none", None),
        ("", "github", "none", None),
    ],
)
def test_a_forge_is_known_by_its_edit_address(edit: str, option: str, kind: str, new: str | None) -> None:
    """The option goes before what the address looks like; without an address there is nothing to open."""
    forge = forge_of(edit, option)
    assert forge.kind.value == kind
    assert forge_data(forge).get("new") == new
    assert bool(new_file_address(forge, "events/a.yml", "x").href) is (new is not None)


def test_a_new_file_is_filled_in() -> None:
    """Name and text arrive letter by letter."""
    text = "otsikko: Kesä & ”juhla” + 100 %\nkuvaus: |\n  #1\n"
    found = new_file_address(GITHUB, "events/2027/06/juhla.yml", text)
    parts = urlsplit(found.href)
    assert parts.path == "/example/kalenteri/new/main/events/2027/06"
    assert parse_qs(parts.query) == {"filename": ["juhla.yml"], "value": [text]}
    assert (found.needs_sign_in, found.too_long) == (False, False)


def test_gitlab_takes_the_name_alone() -> None:
    """The text has to be copied, and the page must say so."""
    found = new_file_address(forge_of("https://gitlab.com/e/k/-/edit/main/"), "events/juhla.yml", "otsikko: Juhla\n")
    assert found.href == "https://gitlab.com/e/k/-/new/main/events?file_name=juhla.yml"
    assert found.too_long


def test_the_limits_are_kept() -> None:
    """Of a longer text first who has not signed in loses the way, then everybody; never silently."""
    seen: list[tuple[bool, bool]] = []
    for length in range(100, 9_000, 50):
        found = new_file_address(GITHUB, "events/2027/06/juhla.yml", "ä" * (length // 6) + "a" * (length % 6))
        state = (found.needs_sign_in, found.too_long)
        if not seen or seen[-1] != state:
            seen.append(state)
        assert len(found.href) <= LONGEST
        assert ("value=" in found.href) is not found.too_long
        if not any(state):
            assert len(f"https://github.com/login?return_to={quote(found.href, safe='')}") <= LONGEST_DOUBLED
    assert seen == [(False, False), (True, False), (False, True)]


def test_the_files_of_the_region_here_get_through() -> None:
    """Every event fits without signing in first; of all records so many as were measured when this was made."""
    states: dict[str, list[tuple[bool, bool]]] = {"events": [], "content": []}
    lengths = []
    for folder, found in states.items():
        for path in sorted([*(ROOT / folder).rglob("*.yml"), *(ROOT / folder).rglob("*.md")]):
            text = path.read_text(encoding="utf-8")
            address = new_file_address(GITHUB, path.relative_to(ROOT).as_posix(), text)
            found.append((address.needs_sign_in, address.too_long))
            lengths.append(len(address.href))
    assert set(states["events"]) == {(False, False)}
    assert median(lengths) < 1_000
    assert sum(any(state) for state in states["content"]) <= len(states["content"]) // 10


def test_an_issue_is_answered_by_ids_or_as_one_text() -> None:
    """GitHub takes each question by its id, others one text."""
    fields = {"ehdotus": "e1.abc.defg", "name": "Kesäjuhla"}
    github = issue_address(GITHUB, template="muutos.yml", title="Muuta: Kesäjuhla", fields=fields, labels=["vie"])
    assert parse_qs(urlsplit(github.href).query) == {
        "template": ["muutos.yml"],
        "title": ["Muuta: Kesäjuhla"],
        "labels": ["vie"],
        "ehdotus": ["e1.abc.defg"],
        "name": ["Kesäjuhla"],
    }
    forgejo = issue_address(forge_of("https://codeberg.org/e/k/_edit/main/"), title="Muuta", fields=fields)
    assert parse_qs(urlsplit(forgejo.href).query) == {"title": ["Muuta"], "body": ["e1.abc.defg\n\nKesäjuhla"]}
    gitlab = issue_address(forge_of("https://gitlab.com/e/k/-/edit/main/"), title="Muuta", fields=fields)
    assert set(parse_qs(urlsplit(gitlab.href).query)) == {"issue[title]", "issue[description]"}
    assert issue_address(GITHUB, fields={"ehdotus": "x" * 9_000}).too_long
    assert issue_address(forge_of(""), fields=fields).href == ""


def test_a_letter_is_begun_or_not() -> None:
    """Within what every mail program takes; lines end as RFC 6068 says, and nobody's words break out of theirs."""
    found = mail_address(
        "toimitus@example.org", "Uusi\r\nBcc: x@example.org", ["la 12.6.", "a&b=c"], "https://e.example/#e1.a"
    )
    parts = urlsplit(found)
    assert (parts.scheme, parts.path) == ("mailto", "toimitus@example.org")
    assert parse_qs(parts.query) == {
        "subject": ["Uusi Bcc: x@example.org"],
        "body": ["la 12.6.\r\na&b=c\r\n\r\nhttps://e.example/#e1.a"],
    }
    assert mail_address("toimitus@example.org", "x", [], "https://e.example/#" + "a" * 1_800) == ""
    assert mail_address("", "x", [], "https://e.example/#a") == ""


def test_every_forge_has_a_row() -> None:
    """Whatever the option may say."""
    names = {kind: forge_of("https://git.example.org/e/k/edit/main/", kind.value).kind for kind in ForgeKind}
    assert all(name is kind for kind, name in names.items())
