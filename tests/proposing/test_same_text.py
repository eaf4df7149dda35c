"""The browser writes what Python writes, to the byte, and finds the same names and addresses."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.browser_modules import in_node
from tests.examples import TIMES, by_night
from tests.proposing.fills import any_values, events
from tests.proposing.links import hostile_fragments

from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.proposing.asking import Act
from seurantalo.proposing.forge import forge_data, forge_of, issue_address, new_file_address
from seurantalo.proposing.mail import mail_address
from seurantalo.proposing.new_file import file_text
from seurantalo.proposing.slug import path_in, slug
from seurantalo.proposing.tables import text_tables
from seurantalo.proposing.values import values_of
from seurantalo.proposing.wire import (
    BrokenLinkError,
    Proposal,
    ProposedFile,
    json_of,
    pack,
    proposal_of,
    unpack,
)
from seurantalo.reading import read_community

ROOT = Path(__file__).resolve().parents[2]
KINDS = (Kind.EVENT, Kind.ORGANISATION, Kind.VENUE, Kind.PRACTICE, Kind.ADOPTION, Kind.IDEA, Kind.COMMENT)
LANGUAGES = ("fi", "sv", "en")
TABLES = {language: text_tables(KINDS, language) for language in LANGUAGES}
#: How many fills are written by both.
FILLS = 120 * (TIMES if by_night() else 1)

#: Around the limits of the writers.
CORNERS: list[dict[str, Any]] = [
    *({"repeats": {"except": ["2027-02-02"] * number}} for number in (1, 6, 7)),
    *({"repeats": {"every": every}} for every in ("1 week", "0 weeks", "01 day", "1000 days", "weeks")),
    *({"repeats": {"on": [on]}} for on in ("-1", "-2", "1", "31", "-1 mon", "-2 mon", "0 mon", "10 mon", "100")),
    *({"title": title} for title in ("a.", "a:", "a:b", "a: b", "-a", "a-", "a#", "a #b", "’a", "a’", "é", "ж")),
    *({"online": url} for url in ("https://a.example/x,y", "https://a.example/#.", "ftp://a.example", "https://")),
    *({"dates": [{"starts": starts}]} for starts in ("2027-02-02", "18:00", "2027-02-02T18:05", "2027-02-02T18:00")),
    {"description": "\u00a0 a\n\n \t\nb \t\n\u3000"},
    {"__proto__": {"title": "x"}, "constructor": "y", "format": "constructor", "status": "toString"},
]


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many values, the same ones every time."""
    found: list[Any] = []

    @settings(
        max_examples=count, phases=[Phase.generate], derandomize=True, database=None,
        suppress_health_check=list(HealthCheck), deadline=None,
    )  # fmt: skip
    @given(strategy)
    def keep(value: Any) -> None:
        found.append(value)

    keep()
    return found


def test_the_browser_writes_the_same_text() -> None:
    """Fills of every kind of record, canonical and not, in three languages."""
    chance = st.tuples(st.sampled_from(KINDS).flatmap(any_values), st.sampled_from(LANGUAGES))
    good = st.tuples(events().map(lambda values: ("event", values)), st.sampled_from(LANGUAGES))
    cases = [(*case, language) for case, language in drawn(chance | good, FILLS)]
    cases += [("event", each, "fi") for each in CORNERS]
    texts = in_node(
        "file-text.js", "fileText", [[kind, values, TABLES[language]] for kind, values, language in cases]
    )
    for (kind, values, language), text in zip(cases, texts, strict=True):
        assert text == file_text(kind, values, TABLES[language]), values


def test_the_browser_finds_the_same_names() -> None:
    """Paths of new records, by what they are called, where other names are taken."""
    words = [
        "Kesäjuhla",
        "Åsan syysmyyjäiset & kahvit!",
        "Sørlands-ß Łódź",
        "Ж",
        "",
        "a" * 90,
        "2027",
        "Îlot İ ÿ",
        "ﬁ ①",
    ]
    assert in_node("file-text.js", "slug", [[each] for each in words]) == [slug(each) for each in words]
    cases: list[tuple[str, dict[str, Any], list[str], str]] = [
        ("event", {"title": "Kesäjuhla", "starts": "2027-06-12T13:00"}, ["kesajuhla-2027"], ""),
        ("event", {"title": {"sv": "Sommarfest 2027", "fi": "x"}, "starts": "2027-06-12"}, [], ""),
        ("event", {"title": "Ж"}, ["event", "event-2"], ""),
        ("organisation", {"name": "Noppa ry"}, [], ""),
        ("adoption", {"adopter": "noppa", "practice": "talkoot"}, [], ""),
        ("comment", {"by": "Noppa ry", "date": "2027-03-02"}, [], "practices/talkoot"),
        ("comment", {"by": "Noppa ry"}, [], "handbook/01-yhteistyo"),
        ("idea", {"title": 7}, [], ""),
    ]
    tables = TABLES["fi"]
    found = in_node(
        "file-text.js", "newPath", [[kind, values, taken, tables, about] for kind, values, taken, about in cases]
    )
    assert found == [
        path_in(kind, tables["kinds"][kind], values, taken, about) for kind, values, taken, about in cases
    ]
    assert found[0] == "events/2027/06/kesajuhla-2027-2.yml"


def test_links_of_the_browser_and_of_python_are_read_by_both() -> None:
    """What one packs, the other unpacks; what is broken is broken in the same way for both."""
    made = [
        {"act": "event", "files": [{"kind": kind, "path": _path(kind), "set": values}], "note": "Hyvää – kesää 😀"}
        for kind, values in drawn(st.sampled_from(KINDS).flatmap(any_values), FILLS // 5)
    ]
    proposals = [proposal_of(each) for each in made]
    packed = [pack(each) for each in proposals if each is not None]
    assert len(packed) == len(made)
    opened = in_node("proposal-link.js", "unpack", [[each] for each in packed])
    assert [{"proposal": json_of(each)} for each in proposals if each is not None] == opened
    sent = in_node("proposal-link.js", "pack", [[each["proposal"]] for each in opened])
    assert [unpack(each) for each in sent] == proposals
    shortest = min(sent, key=len)
    cut = [shortest[:length] for length in range(1, len(shortest))]
    assert {each["broken"] for each in in_node("proposal-link.js", "unpack", [[each] for each in cut])} == {"cut"}


def test_hostile_links_are_refused_by_both() -> None:
    """Bombs, foreign and nested things, and a fragment of a megabyte."""
    fragments = hostile_fragments()
    for fragment, opened in zip(
        fragments, in_node("proposal-link.js", "unpack", [[each] for each in fragments]), strict=True
    ):
        try:
            expected: dict[str, Any] = {"proposal": json_of(unpack(fragment))}
        except BrokenLinkError as error:
            expected = {"broken": error.why}
        assert opened == expected, fragment[:80]


def test_the_browser_makes_the_same_addresses() -> None:
    """Of new files, of issues and of letters, at every forge and around the limits."""
    edits = [
        "https://github.com/example/kalenteri/edit/main/",
        "https://codeberg.org/example/kalenteri/_edit/main/",
        "https://gitlab.com/example/kalenteri/-/edit/main/region/",
    ]
    texts = ["", "otsikko: Kesä *juhla* (uusi) 'a' ~!\n", *("Kesää – " * number for number in range(100, 600, 25))]
    for edit in edits:
        forge = forge_of(edit)
        data = forge_data(forge)
        path = "events/2027/06/juhla.yml"
        files = in_node("ways-out.js", "newFileAddress", [[data, path, text] for text in texts])
        assert files == [_as_json(new_file_address(forge, path, text)) for text in texts]
        told: dict[str, Any] = {"template": "muutos.yml", "title": "Muuta: X", "labels": ["vie", "x"]}
        fields = [{"ehdotus": text, "name": "Å"} for text in texts]
        found = in_node("ways-out.js", "issueAddress", [[data, {**told, "fields": each}] for each in fields])
        assert found == [_as_json(issue_address(forge, **told, fields=each)) for each in fields]
    to, link = "toimitus+a@example.org", "https://e.example/#e1.a.b"
    letters = [(to, "Kesä: 'juhla'", ["la 12.6.\n", text], link) for text in texts]
    found = in_node("ways-out.js", "mailAddress", [list(each) for each in letters])
    assert found == [mail_address(*each) for each in letters]


def _as_json(address: Any) -> dict[str, Any]:
    return {"href": address.href, "needsSignIn": address.needs_sign_in, "tooLong": address.too_long}


def _path(kind: str) -> str:
    table = TABLES["fi"]["kinds"][kind]
    folder = "content/practices/talkoot/comments" if kind == "comment" else table["folder"]
    return f"{folder}/juhla.{table['ending']}"


def test_every_record_of_the_region_travels_in_a_link() -> None:
    """Both ways, whole, and no longer than what was measured when this was made: characters by kind of record."""
    community = read_community(ROOT, ROOT / "content", Settings(), date(2027, 1, 4)).community
    assert community is not None
    proposals: dict[str, list[Proposal]] = {}
    for kind in KINDS:
        for record in community.by_kind[kind].values():
            file = ProposedFile(
                kind=kind, path=_path(kind.value), values=values_of(record, timezone="Europe/Helsinki")
            )
            cleaned = proposal_of(json_of(Proposal(act=Act.CHANGE, files=(file,))))
            assert cleaned is not None
            assert dict(cleaned.files[0].values) == file.values
            proposals.setdefault(kind.value, []).append(cleaned)
    every = [each for found in proposals.values() for each in found]
    packed = [pack(each) for each in every]
    assert list(map(unpack, packed)) == every
    opened = in_node("proposal-link.js", "unpack", [[each] for each in packed])
    assert opened == [{"proposal": json_of(each)} for each in every]
    sent = in_node("proposal-link.js", "pack", [[each["proposal"]] for each in opened])
    assert list(map(unpack, sent)) == every
    lengths = sorted(len(pack(each)) for each in proposals["event"])
    assert lengths[len(lengths) // 2] < 600
    assert lengths[-1] < 2_000
    assert max(len(pack(each)) for each in proposals["practice"]) < 6_000
