"""Files that are no records by their place or their name, and those that lie there by right."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.test_problems import read, write_case

EVENT = "otsikko: Kesäjuhla\nalkaa: 12.6.2027 klo 18\njärjestäjä: vimpelin-martat\n"
RIGHT = "events/2027/06/kesajuhla.yml"


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("kesajuhla.yml", RIGHT),
        ("Kesäjuhla.yaml", RIGHT),
        ("kesajuhla.txt", RIGHT),
        ("kesajuhla", RIGHT),
        ("content/kesajuhla.yml", RIGHT),
        ("content/events/kesajuhla.yml", RIGHT),
        ("content/events/2027/06/kesajuhla.yml", RIGHT),
        ("Events/2027/06/kesajuhla.yml", RIGHT),
        ("event/kesajuhla.yml", RIGHT),
        ("tapahtumat/2027/kesajuhla.yml", RIGHT),
        ("evenemang/kesajuhla.yml", RIGHT),
        ("2027/06/kesajuhla.yml", RIGHT),
        ("content/tapahtumat/kesajuhla.md", "events/2027/06/kesajuhla.md"),
    ],
)
def test_an_event_where_nobody_reads_it_is_told_of(path: str, right: str, tmp_path: Path) -> None:
    write_case({"files": {path: EVENT}}, tmp_path)
    told = [(each.code, each.path, dict(each.values).get("right")) for each in read(tmp_path).problems]
    assert told == [("record-elsewhere", path, right)]


def test_records_of_other_kinds_are_told_where_they_belong(tmp_path: Path) -> None:
    files = {
        "noppa.md": "---\nnimi: Noppa ry\ntyyppi: yhdistys\nkunta: vimpeli\n---\n",
        "paikat/tupa.yml": "nimi: Tupa\nkunta: vimpeli\n",
    }
    write_case({"files": files}, tmp_path)
    told = {each.path: dict(each.values).get("right") for each in read(tmp_path).problems}
    assert told == {"noppa.md": "content/organisations/noppa.md", "paikat/tupa.yml": "content/venues/tupa.yml"}


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "mkdocs.yml",
        "requirements.txt",
        "docker-compose.yml",
        "site/events/kesajuhla.yml",
        "node_modules/events/kesajuhla.yml",
        ".venv/events/kesajuhla.yml",
        "tests/kesajuhla.yml",
        "content/.kesajuhla.yml",
        "events/kesajuhla.yml~",
        "events/#kesajuhla.yml#",
        "events/kesajuhla.yml.bak",
        "events/~$kesajuhla.docx",
        "events/Thumbs.db",
        "events/.DS_Store",
        "content/opas.md",
        "content/kuvat/lista.yml",
    ],
)
def test_what_lies_there_by_right_is_left_in_peace(path: str, tmp_path: Path) -> None:
    text = "title: Opas\n" if path.startswith("content/") else EVENT
    write_case({"files": {path: text}}, tmp_path)
    assert read(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("path", "code", "right"),
    [
        ("events/kesajuhla.txt", "name-unread", "kesajuhla.yml"),
        ("events/kesajuhla", "name-unread", "kesajuhla.yml"),
        ("events/Kesäjuhla 2027.yml.txt", "name-unread", "kesajuhla-2027.yml"),
        ("events/kesajuhla.ymal", "name-unread", "kesajuhla.yml"),
        ("events/kesajuhla (1).yml", "bad-file-name", "kesajuhla-1"),
        ("events/kesajuhla kopio.yml", "bad-file-name", "kesajuhla-kopio"),
        ("events/Kesajuhla.YML", "bad-file-name", "kesajuhla"),
        ("events/kesajuhla.docx", "unknown-file-type", None),
    ],
)
def test_a_wrong_name_hides_nothing_else(path: str, code: str, right: str | None, tmp_path: Path) -> None:
    write_case({"files": {path: f"{EVENT}päättyy: klo 25\n"}}, tmp_path)
    problems = read(tmp_path).problems
    assert (problems[0].code, dict(problems[0].values).get("right")) == (code, right)
    assert [each.code for each in problems[1:]] == (["no-such-time"] if right else [])


def test_an_organisation_with_a_wrong_name_can_be_named_all_the_same(tmp_path: Path) -> None:
    files = {
        "content/organisations/Noppa ry.md": "---\nnimi: Noppa ry\ntyyppi: yhdistys\nkunta: vimpeli\n---\n",
        "events/peli-ilta.yml": EVENT.replace("vimpelin-martat", "noppa-ry"),
    }
    write_case({"files": files}, tmp_path)
    assert [each.code for each in read(tmp_path).problems] == ["bad-file-name"]


@pytest.mark.parametrize(
    ("path", "more", "told"),
    [
        ("events/2026/05/ilta.yml", "", True),
        ("events/2027/01/ilta.yml", "", False),
        ("events/2026/12/ilta.yml", "tilanne: siirretty\npiti alkaa: 12.12.2026 klo 18\n", False),
        ("events/2028/01/ilta.yml", "toistuu: {joka: kuukausi, asti: 12.3.2028}\n", False),
    ],
)
def test_a_folder_of_another_year_is_told_of_where_it_misleads(
    path: str, more: str, *, told: bool, tmp_path: Path
) -> None:
    write_case({"files": {path: EVENT + more}}, tmp_path)
    assert ("folder-year" in {each.code for each in read(tmp_path).problems}) is told


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ("nimi: Uusi seura\ntyyppi: yhdistys\nkunta: vimpeli", "content/organisations/uusi.md"),
        ("title: Ohje\ndate: 2027-01-02\ntags: [a]\nstatus: new\nauthors: [x]", None),
        ("title: Blogi\ndescription: Kerrotaan\nimage: a.png\nsearch: {exclude: true}", None),
    ],
)
def test_a_page_with_the_fields_of_a_record_is_told_of_anywhere(
    fields: str, right: str | None, tmp_path: Path
) -> None:
    write_case({"files": {"content/uusi.md": f"---\n{fields}\n---\nTeksti.\n"}}, tmp_path)
    told = [dict(one.values)["right"] for one in read(tmp_path).problems if one.code == "record-elsewhere"]
    assert told == ([right] if right else [])
