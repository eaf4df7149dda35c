"""`seurantalo fetch`: snapshots in the repository, renewed only by what makes sense."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli import calendar_server as bad
from tests.cli.calendar_server import Server, calendar, evenings, send, serving
from tests.cli.conftest import MKDOCS_YML, Said, Write, seurantalo

from seurantalo.cli import download as network
from seurantalo.cli.public_address import is_public

FILE = """\
# Haettu kalenterista: Marttojen oma kalenteri.
# Älä muokkaa tätä: komento seurantalo fetch kirjoittaa tämän uudelleen.
otsikko: Ilta 0
alkaa: 1.5.2027 klo 18
järjestäjä: vimpelin-martat
ulkoinen:
  kalenteri: Marttojen oma kalenteri
  verkko-osoite: https://martat.example/
  kalenteritunnus: 0@koe
"""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine, which only a test may permit."""
    real = is_public
    monkeypatch.setattr(network, "is_public", lambda address: address.is_loopback or real(address))
    with serving() as found:
        yield found


@pytest.fixture
def region(write: Write, server: Server) -> Path:
    """The small project with one external calendar."""
    return write({"mkdocs.yml": configured(server.url())})


def configured(url: str, more: str = "") -> str:
    return (
        MKDOCS_YML
        + f"""\
      external_calendars:
        martat:
          name: Marttojen oma kalenteri
          url: {url}
          page: https://martat.example/
          organisation: vimpelin-martat
{more}"""
    )


def files(project: Path) -> dict[str, str]:
    folder = project / "events" / "ulkoiset"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yml")}


def fetched(project: Path, *arguments: str) -> Said:
    return seurantalo("fetch", *arguments, cwd=project)


def test_a_calendar_becomes_a_snapshot_that_the_check_takes(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(4)
    said = fetched(region)
    assert (said.code, said.out) == (
        0,
        "Marttojen oma kalenteri: 4 tapahtumaa (uusia 4, muuttuneita 0, poistuneita 0).\n",
    )
    assert files(region)["martat/martat-ilta-0.yml"] == FILE
    assert seurantalo("check", cwd=region).code == 0


def test_a_second_fetch_touches_nothing(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(4)
    fetched(region)
    before = {path: path.stat().st_mtime_ns for path in (region / "events").rglob("*.yml")}
    said = fetched(region)
    assert "uusia 0, muuttuneita 0, poistuneita 0" in said.out
    assert {path: path.stat().st_mtime_ns for path in (region / "events").rglob("*.yml")} == before


def test_a_new_title_keeps_the_events_address(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(4)
    fetched(region)
    server.answers["/koe.ics"] = calendar(
        ("0@koe", "Aivan muu", "20270501T180000"), ("9@koe", "Ilta", "20270601T180000")
    )
    said = fetched(region, "--accept-fewer")
    assert "uusia 1, muuttuneita 1, poistuneita 3" in said.out
    assert "otsikko: Aivan muu" in files(region)["martat/martat-ilta-0.yml"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda handler: send(handler, b"", 500), "ei anna kalenteria (HTTP 500)"),
        (lambda handler: send(handler, b"<!doctype html><p>Kirjaudu"), "Tämä on verkkosivu eikä kalenteri."),
        (lambda handler: send(handler, evenings(4)[:-40]), "Kalenteri loppuu kesken"),
        (lambda handler: send(handler, b""), "Tämä ei ole kalenteritiedosto."),
        (bad.cut_off, "katkesi kesken kalenterin"),
        (bad.declared, "kalenteri on yli 5 megatavua"),
    ],
)
def test_a_failed_fetch_keeps_the_snapshot_and_says_so(
    region: Path, server: Server, answer: object, words: str
) -> None:
    server.answers["/koe.ics"] = evenings(4)
    fetched(region)
    before = files(region)
    server.answers["/koe.ics"] = answer  # type: ignore[assignment]  # any of the functions above
    said = fetched(region)
    assert said.code == 1
    assert words in said.out
    assert (
        "Kalenteria ”Marttojen oma kalenteri” ei päivitetty. Viimeisin kunnossa ollut kopio jää voimaan" in said.out
    )
    assert files(region) == before


SHRUNKEN = {
    "fi": """\
varoitus: Kalenterissa ”Marttojen oma kalenteri” oli 6 tulevaa tapahtumaa, mutta nyt vain 2.
    Se näyttää lähettäjän virheeltä. Jos luku pitää paikkansa, anna komento: seurantalo fetch martat --accept-fewer
varoitus: Kalenteria ”Marttojen oma kalenteri” ei päivitetty. Viimeisin kunnossa ollut kopio jää voimaan: 6 \
tapahtumaa.
    Sivusto rakennetaan kopiosta, joten siitä ei puutu mitään. Seuraava haku yrittää uudelleen.
""",
    "sv": """\
varning: ”Marttojen oma kalenteri” hade 6 kommande evenemang, men nu bara 2.
    Det ser ut som ett fel hos avsändaren. Om det stämmer, kör: seurantalo fetch martat --accept-fewer
varning: ”Marttojen oma kalenteri” förnyades inte. Den senaste fungerande kopian gäller: 6 evenemang.
    Webbplatsen byggs av kopian, så ingenting saknas. Nästa hämtning försöker igen.
""",
    "en": """\
warning: “Marttojen oma kalenteri” had 6 coming events, and now only 2.
    That looks like a mistake at its end. If it is right, run: seurantalo fetch martat --accept-fewer
warning: “Marttojen oma kalenteri” was not renewed. The last good snapshot stays: 6 events.
    The site is built from the snapshot, so nothing is missing from it. The next fetch tries again.
""",
}


@pytest.mark.parametrize("lang", SHRUNKEN)
def test_a_shrunken_calendar_keeps_the_snapshot_and_says_so(region: Path, server: Server, lang: str) -> None:
    server.answers["/koe.ics"] = evenings(6)
    fetched(region)
    server.answers["/koe.ics"] = evenings(2)
    said = fetched(region, "--lang", lang)
    assert (said.code, said.out) == (1, SHRUNKEN[lang])
    assert len(files(region)) == 6
    assert fetched(region, "martat", "--accept-fewer").code == 0
    assert len(files(region)) == 2


def test_half_of_the_events_is_enough(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(6)
    fetched(region)
    server.answers["/koe.ics"] = evenings(3)
    assert fetched(region).code == 0


def test_what_we_have_ourselves_is_left_to_us(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = calendar(("1@koe", "Kevätkonsertti", "20270313T180000"))
    said = fetched(region)
    assert "näyttää samalta kuin ”Kevätkonsertti” (events/kevatkonsertti.yml)" in said.out
    assert (said.code, files(region)) == (0, {})


def test_a_dry_run_writes_nothing(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(4)
    assert "uusia 4" in fetched(region, "--dry-run").out
    assert files(region) == {}


def test_a_broken_snapshot_mends_itself(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(4)
    fetched(region)
    path = region / "events/ulkoiset/martat/martat-ilta-0.yml"
    path.write_text("otsikko: [", encoding="utf-8")
    assert seurantalo("check", cwd=region).code == 1
    assert fetched(region).code == 0
    assert path.read_text(encoding="utf-8") == FILE


def test_events_without_a_uid_keep_their_files(region: Path, server: Server) -> None:
    server.answers["/koe.ics"] = evenings(4).replace(b"UID:", b"X-UID:")
    fetched(region)
    before = files(region)
    assert "uusia 0, muuttuneita 0, poistuneita 0" in fetched(region).out
    assert files(region) == before


def test_a_calendar_that_is_no_longer_listed_is_told_of(region: Path, server: Server, write: Write) -> None:
    server.answers["/koe.ics"] = evenings(1)
    write({"events/ulkoiset/vanha/vanha-ilta.yml": FILE})
    said = fetched(region)
    assert (
        "events/ulkoiset/vanha/: varoitus: Tässä kansiossa on tapahtumia kalenterista, jota ei enää ole" in said.out
    )


def test_an_unknown_association_in_the_configuration_is_told_of(server: Server, write: Write) -> None:
    text = configured(server.url()).replace("organisation: vimpelin-martat", "organisation: ei-ole")
    said = fetched(write({"mkdocs.yml": text}))
    assert said.code == 1
    assert (
        "mkdocs.yml:1:1: virhe: Kalenterin ”martat” asetuksissa on tunnus ”ei-ole”, jota ei löydy "
        "(yhdistys tai muu toimija)." in said.out
    )
    assert server.asked == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("          osoite: x\n", "expected one of name, url"),
        ("          most: 0\n", "expected a whole number from 1 to 5000, found 0"),
        ("          demo: ehkä\n", "expected true or false"),
        ("          venue: 3\n", "expected a text, found 3"),
        ("        Iso Nimi: {}\n", "expected a calendar's name of small letters"),
        ("        toinen: x\n", "expected the options of a calendar, found 'x'"),
        ("        toinen: {name: a}\n", "expected a calendar with url, organisation, found 'toinen'"),
        ("        toinen: {name: a, url: file:///x}\n", "expected a web address, found 'file:///x'"),
    ],
)
def test_wrong_options_are_told_in_one_sentence(write: Write, more: str, words: str) -> None:
    said = fetched(write({"mkdocs.yml": configured("https://koe.example/x.ics", more)}), "--lang", "en")
    assert said.code == 2
    assert words in said.err


def test_an_unknown_name_is_told_with_the_nearest(region: Path) -> None:
    said = fetched(region, "martta")
    assert said.code == 2
    assert said.err == "seurantalo: Asetuksissa ei ole ulkoista kalenteria ”martta”. Tarkoititko ”martat”?\n"


def test_nothing_in_the_project_can_permit_this_machine(write: Write) -> None:
    with serving() as server:
        server.answers["/koe.ics"] = evenings(1)
        said = fetched(write({"mkdocs.yml": configured(server.url())}))
        assert said.code == 1
        assert "ei ole julkisessa verkossa" in said.out
        assert server.asked == []


def test_fetched_events_take_part_in_clashes(region: Path, server: Server, write: Write) -> None:
    own = "otsikko: Tanssit\nalkaa: 1.5.2027 klo 18.30\njärjestäjä: vimpelin-martat\npaikka: seurantalo\n"
    write({"events/tanssit.yml": own})
    server.answers["/koe.ics"] = evenings(1).replace(b"END:VEVENT", b"LOCATION:Seurantalo\r\nEND:VEVENT")
    fetched(region)
    said = seurantalo("clashes", cwd=region)
    assert "Ilta 0" in said.out
    assert "Tanssit" in said.out
