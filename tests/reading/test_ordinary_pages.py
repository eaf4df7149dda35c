"""Guides and other ordinary pages are looked at for personal data and broken links; records among them only once."""

from __future__ import annotations

from pathlib import Path

from tests.reading.test_community_reader import TODAY, project

from seurantalo.model.settings import Settings
from seurantalo.reading import read_community

PHONE = "Soita 040 123 4567.\n"


def found(root: Path, pages: dict[str, str | bytes], events: str = "events") -> list[tuple[str, int, int, str, str]]:
    for name, content in pages.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = read_community(root, root / "content", Settings(events_folder=events), TODAY)
    return [(one.path, one.line, one.column, one.code, one.severity.value) for one in reading.problems]


def test_pages_of_every_depth_and_name_are_looked_at(tmp_path: Path) -> None:
    names = ("apua.md", "ohjeet/README.md", "ohjeet/syvalla/ohje.markdown")
    assert found(project(tmp_path), {f"content/{name}": f"# Apua\r\n\r\n{PHONE}" for name in names}) == [
        (f"content/{name}", 3, 7, "phone-on-page", "warning") for name in names
    ]


def test_links_that_lead_nowhere_are_told_of_on_all_pages_at_once(tmp_path: Path) -> None:
    text = "---\ntitle: Apua\n---\n# Apua\n\nKatso [[kunta:vimpeli]] ja [[kunta:vimpel]], `[[kunta:x]]`.\n"
    pages: dict[str, str | bytes] = {
        "content/apua.md": f"{text}\n```\n[[kunta:y]]\n```\n\n    [[kunta:z]]\n",
        "content/toinen.md": "[[kylä:vimpeli]] [[tapahtuma:aamiainen-vimpeli]]\n",
    }
    assert found(project(tmp_path), pages) == [
        ("content/apua.md", 6, 28, "missing-target-near", "error"),
        ("content/toinen.md", 1, 1, "wiki-link-kind", "error"),
        ("content/toinen.md", 1, 18, "missing-target", "error"),
    ]


def test_a_page_is_counted_among_the_files(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = read_community(root, root / "content", Settings(), TODAY).files
    (root / "content" / "apua.md").write_text("Apua.", encoding="utf-8")
    assert read_community(root, root / "content", Settings(), TODAY).files == before + 1


def test_an_identity_code_stops_the_build_anywhere(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert found(root, {"content/apua.md": "Tunnus 131052-308T.\n"}) == [
        ("content/apua.md", 1, 8, "identity-code", "error")
    ]
    (problem,) = read_community(root, root / "content", Settings(), TODAY).problems
    assert "308T" not in str(problem)


def test_a_page_that_is_no_text_is_told_of_where_it_ends_to_be_one(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {"content/latin1.md": "# Sivu\n\nkevät\n".encode("latin-1")}
    assert found(project(tmp_path), pages) == [("content/latin1.md", 3, 4, "not-utf8", "error")]


def test_other_files_and_records_are_left_alone(tmp_path: Path) -> None:
    event = (
        "otsikko: Ilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\nyhteystieto: {rooli: A, puhelin: 06 123 4567}\n"
    )
    pages: dict[str, str | bytes] = {
        "content/liite.txt": PHONE,
        "content/.piilo.md": PHONE,
        "content/venues/README.md": PHONE,
        "content/events/ilta.yml": event,
        "content/events/toinen.md": f"---\n{event}---\nTervetuloa.\n",
    }
    # The event of the project at hand lies where this one reads none.
    assert found(project(tmp_path), pages, "content/events") == [
        ("events/kevatkonsertti.yml", 0, 0, "record-elsewhere", "error")
    ]


def test_the_address_of_an_office_may_stand_on_a_page(tmp_path: Path) -> None:
    text = "saavutettavuus@kunta.example.org, [kirjoita](mailto:toimisto.vimpeli@kunta.example.org)\n"
    assert found(project(tmp_path), {"content/apua.md": text}) == []
    text = "[kirjoita](mailto:etunimi.sukunimi@kunta.example.org)\n"
    assert found(tmp_path, {"content/apua.md": text}) == [("content/apua.md", 1, 19, "email-on-page", "warning")]
