"""`seurantalo check`: silent where all is well; where not, it tells every fault at its place, in three formats."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Write, seurantalo

from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind

#: One broken file of every kind of record: what is in it, where the fault is, and the fault's code.
BROKEN: dict[Kind, tuple[str, str, int, int, str]] = {
    Kind.EVENT: (
        "events/rikki.yml",
        "otsikko: Kyläilta\nalkaa: 30.2.2027 klo 18\njärjestäjä: vimpelin-martat\n",
        2,
        8,
        "no-such-day",
    ),
    Kind.ORGANISATION: (
        "content/organisations/rikki.md",
        "---\nnimi: Kylä ry\ntyyppi: kirahvi\nkunta: vimpeli\n---\n",
        3,
        9,
        "not-a-choice",
    ),
    Kind.VENUE: ("content/venues/rikki.yml", "nimi: Talo\nkunta: vimpeli\npaikkoja: monta\n", 3, 11, "not-a-number"),
    Kind.PRACTICE: (
        "content/practices/rikki.md",
        "---\notsikko: Kokeilu\ntynkä: kyllä\nmiksi: a\nmiksi: b\n---\n",
        5,
        1,
        "duplicate-key",
    ),
    Kind.ADOPTION: (
        "content/adoptions/rikki.md",
        "---\nkäytäntö: kumppanusaamiainen\nkäyttöönottaja: vimpelin-martat\n---\n",
        2,
        11,
        "missing-target-near",
    ),
    Kind.QUESTION: (
        "content/handbook/13-uusi/index.md",
        "---\nnumero: 13\nkysymys: Miten?\nvärikoodi: 3\n---\n",
        4,
        1,
        "unknown-field",
    ),
    Kind.COMMENT: (
        "content/handbook/13-uusi/comments/rikki.md",
        "---\npäivä: eilen\nkuka: A.B.\n---\nHyvin.\n",
        2,
        8,
        "not-a-moment",
    ),
    Kind.IDEA: ("content/ideas/rikki.md", "---\notsikko: Sauna\naihe: sauna\n---\n", 2, 1, "field-missing"),
    Kind.PROCESS: (
        "content/processes/rikki.md",
        "---\notsikko: Paja\nomistaja: vimpelin-martat\nkunta: vimpel\n---\n",
        4,
        8,
        "missing-target-near",
    ),
    Kind.CAMPAIGN: (
        "content/campaigns/rikki.md",
        "---\notsikko: Teko\nkunta: vimpeli\ntarkoitus: Soita 040 123 4567\n---\n",
        4,
        18,
        "phone-outside-contact",
    ),
    Kind.WELLBEING_TREE: ("content/wellbeing/rikki.yml", "oksat: lapsi\n", 1, 8, "expected-fields"),
    Kind.MUNICIPALITY: ("content/municipalities/rikki.md", "---\nnimi: Soini\n---\n", 2, 1, "field-missing"),
    Kind.SOURCE: ("content/sources/rikki.yml", "otsikko: [Lehti\n", 1, 10, "yaml-open-bracket"),
    Kind.THEME: (
        "content/vocabulary/themes.yml",
        "musiikki: {nimi: Musiikki, yläkäsite: musikki}\n",
        1,
        39,
        "missing-target-near",
    ),
    Kind.ANNOUNCEMENT: (
        "content/announcements/lehti/2027-01-04.yml",
        "lähetetty: eilen\n",
        1,
        12,
        "announcement-sent-unclear",
    ),
    Kind.AUDIENCE: (
        "content/vocabulary/audiences.yml",
        "kaikki: {nimi: Kaikki, osoiteko: x}\n",
        1,
        24,
        "unknown-field",
    ),
    Kind.CHANNEL: ("content/vocabulary/channels.yml", "lehti: {nimi: Lehti}\n", 1, 8, "field-missing"),
    Kind.TERM: ("content/vocabulary/terms.yml", "talkoot: {nimi: Talkoot}\n", 1, 10, "field-missing"),
}


@pytest.fixture
def broken(write: Write) -> Path:
    return write({path: text for path, text, *_ in BROKEN.values()})


def test_every_kind_of_file_is_tried() -> None:
    assert set(BROKEN) == set(KINDS)


def test_the_real_region_is_clean() -> None:
    said = seurantalo("check")
    assert (said.code, said.err) == (0, "")
    assert re.search(r"^\d{3,} tiedostoa tarkistettu: ei virheitä\.$", said.out, re.MULTILINE)
    assert "virhe:" not in said.out
    assert "varoitus:" not in said.out


def test_json_tells_every_broken_file(broken: Path) -> None:
    said = seurantalo("check", "--format", "json", cwd=broken)
    assert (said.code, said.err) == (1, "")
    told = {(each["file"], each["line"], each["column"], each["code"]) for each in said.problems}
    assert {(path, line, column, code) for path, _, line, column, code in BROKEN.values()} - told == set()
    for each in said.problems:
        assert each["message"]
        assert each["hint"]
        assert each["severity"] in {"error", "warning", "notice"}


def test_text_tells_every_broken_file_for_people(broken: Path) -> None:
    said = seurantalo("check", cwd=broken)
    assert said.code == 1
    for path, _, line, column, _ in BROKEN.values():
        assert f"\n{path}:{line}:{column}: virhe: " in said.out, path
    files, errors = re.findall(r"^(\d+) tiedostoa tarkistettu: (\d+) virhettä\.$", said.out, re.MULTILINE)[0]
    assert int(files) >= len(BROKEN)
    assert int(errors) == said.out.count(": virhe: ")


def test_github_gets_every_broken_file_on_its_line(broken: Path) -> None:
    said = seurantalo("check", "--format", "github", cwd=broken)
    assert said.code == 1
    for path, _, line, column, _ in BROKEN.values():
        assert f"::error file={path},line={line},col={column}::" in said.out, path


def test_the_answer_is_in_the_language_asked_for(broken: Path) -> None:
    assert ": fel: " in seurantalo("check", "--lang", "sv", cwd=broken).out
    assert ": error: " in seurantalo("check", "--lang", "en", cwd=broken).out
    swedish = seurantalo("check", "--lang", "sv")
    assert swedish.code == 0
    assert re.search(r"^\d+ filer kontrollerade: inga fel\.$", swedish.out, re.MULTILINE)


def test_a_file_without_history_is_no_error(project: Path) -> None:
    """A folder that is no git repository is built all the same."""
    said = seurantalo("check", cwd=project)
    assert said.code == 0
    assert said.out.startswith(
        "huomio: Versiohistoriaa ei voi lukea, joten jokainen tapahtuma näyttää tänään muuttuneelta"
    )


def test_an_export_without_history_says_what_follows(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    said = seurantalo("export", str(tmp_path_factory.mktemp("export") / "out"), cwd=project)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "huomio: Versiohistoriaa ei voi lukea, joten jokainen tapahtuma näyttää tänään muuttuneelta (LAST-MODIFIED): "
        "kalenterisovellukset hakevat kaikki uudelleen, mutta tunnistavat ne silti samoiksi.\n"
        "    Julkaise sivusto git-varastosta, jossa on koko historia.\n"
    )


HOSTILE_NAME = "events/a\n::error::nimi.yml"
HOSTILE = (
    "otsikko: Ilta\n"
    '"avain\\n::error::avain": 1\n'
    'alkaa: "1.5.2027\\n::error::alkaa"\n'
    'muoto: "x%0A::error::muoto\\r::error::rivi"\n'
    'paikka: "\\e[2J\\u2028::error::paikka\\u202E"\n'
    "järjestäjä: vimpelin-martat\n"
)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such file names")
@pytest.mark.parametrize("style", ["text", "github"])
def test_no_text_of_a_file_becomes_a_line_of_its_own(write: Write, style: str) -> None:
    """A log of GitHub obeys every line that starts with `::`, so nobody else may start a line."""
    folder = write({HOSTILE_NAME: "otsikko: a\n", "events/hyokkays.yml": HOSTILE})
    said = seurantalo("check", "--format", style, cwd=folder)
    assert said.code == 1
    assert said.out.count("error::") >= 3  # all are told of ...
    lines = re.split(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", said.out)
    assert [line for line in lines if re.match(r"\s*::(?!(error|notice|warning)[ :])", line)] == []
    assert [line for line in lines if line.startswith("::error::")] == []  # ... and none is obeyed
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", said.out)
    if style == "github":
        places = [line.split("::")[1] for line in lines if line.startswith("::error ")]
        assert all(re.fullmatch(r"error file=[^:,]+(,line=\d+,col=\d+)?", place) for place in places)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such file names")
def test_json_carries_hostile_text_whole(write: Write) -> None:
    folder = write({HOSTILE_NAME: "otsikko: a\n", "events/hyokkays.yml": HOSTILE})
    said = seurantalo("check", "--format", "json", cwd=folder)
    assert HOSTILE_NAME in {each["file"] for each in said.problems}
    assert any("::error::" in each["message"] for each in said.problems)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0\0",
        b"\xff\xfe",
        b"\xef\xbb\xbfotsikko: A\n",
        b"---\n",
        b"--- \n--- \n",
        b"- a\n- b\n",
        b"42\n",
        b"&a [*a]\n",
        b"? ? ? a\n",
        b"!!python/object/apply:os.system ['true']\n",
        b"[" * 5_000,
        b"{a: " * 5_000,
        b"a: " + b"9" * 5_000 + b"\n",
        b"%YAML 9.9\n---\na: 1\n",
        "\u2028otsikko: \ud7ff".encode(),
    ],
    ids=lambda content: repr(content[:12]),
)
@pytest.mark.parametrize("name", ["events/outo.yml", "content/practices/outo.md", "content/vocabulary/themes.yml"])
def test_whatever_a_file_holds_is_answered_in_words(write: Write, name: str, content: bytes) -> None:
    said = seurantalo("check", cwd=write({name: content}))
    assert said.code in {0, 1}
    assert said.err == ""
    assert "tarkistettu" in said.out


def test_a_warning_of_an_ordinary_page_stops_nothing(write: Write) -> None:
    said = seurantalo("check", "--format", "github", cwd=write({"content/ohjeet/apua.md": "Soita 040 123 4567\n"}))
    assert said.code == 0
    assert "::warning file=content/ohjeet/apua.md,line=1,col=7::" in said.out
