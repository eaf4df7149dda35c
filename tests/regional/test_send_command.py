"""`seurantalo send` to a regional calendar: over HTTP to a server of this computer, with the ledger beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import MKDOCS_YML, Said, seurantalo
from tests.regional.service import Service, served

from seurantalo.publishing.api.regional.terms import Snapshot, Standing

CHANNELS = """\
alue:
  nimi: Maakunnan kalenteri
  tyyppi: aluekalenteri
  lähetys: rajapinta
  oletus: {{paino: [suuri, normaali]}}
  aluekalenteri:
    osoite: {address}
    lähde: jarviseutu
    julkaisija: jarviseutu:yhteinen
    avainsanat: {{muu: maakunta:muu}}
"""
EVENT = """\
otsikko: Kesäkonsertti
alkaa: 2.3.2027 klo 18
järjestäjä: vimpelin-martat
kunta: vimpeli
hinta: 5 €
"""
LEDGER = "content/announcements/alue/2027-w01.yml"
KEY = "salainen-avain"


@pytest.fixture
def calendar() -> Iterator[Service]:
    found = Service(datetime(2027, 1, 4, tzinfo=UTC))
    found.state.keywords = {"maakunta:muu": False}
    with served(found):
        yield found


@pytest.fixture
def project(tmp_path: Path, calendar: Service) -> Path:
    snapshot = Snapshot(date(2027, 1, 4), {"maakunta:muu": Standing.HERE})
    files = {
        "mkdocs.yml": MKDOCS_YML,
        "content/vocabulary/channels.yml": CHANNELS.format(address=calendar.address),
        "content/regional/alue.json": snapshot.written.decode(),
        "content/municipalities/vimpeli.md": "---\nnimi: Vimpeli\nmissä: Vimpelissä\n---\n",
        "content/organisations/vimpelin-martat.md": (
            "---\nnimi: Vimpelin Martat ry\ntyyppi: yhdistys\nkunta: vimpeli\n"
            "yhteystieto: {rooli: Sihteeri, sähköposti: sihteeri@martat.example.org}\n---\n"
        ),
        "events/kesakonsertti.yml": EVENT,
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def send(project: Path, *more: str, key: str = KEY, server: str = "") -> Said:
    return seurantalo(
        *("send", "--channel", "alue", "--project", str(project), *more),
        SEURANTALO_ALUE_KEY=key,
        SEURANTALO_ALUE_SERVER=server or address_of(project),
    )


def address_of(project: Path) -> str:
    """Return the address in the channel's file."""
    text = (project / "content/vocabulary/channels.yml").read_text(encoding="utf-8")
    return next(line.split()[1] for line in text.splitlines() if line.lstrip().startswith("osoite:"))


def test_what_goes_out_stands_in_the_ledger_and_goes_out_once(project: Path, calendar: Service) -> None:
    said = send(project)
    assert said.err == ""
    assert "uusia 1, muuttuneita 0, poistettuja 0, ennallaan 0, odottaa 0." in said.out
    assert said.code == 0
    ledger = (project / LEDGER).read_text(encoding="utf-8")
    assert "lähetetty: 4.1.2027 klo" in ledger
    assert "kesakonsertti 2027-03-02: klo 18; –; Vimpeli; 5 €" in ledger
    assert calendar.state.events["jarviseutu:kesakonsertti"]["name_fi"] == "Kesäkonsertti"
    again = send(project)
    assert "uusia 0, muuttuneita 0, poistettuja 0, ennallaan 1, odottaa 0." in again.out
    assert (project / LEDGER).read_text(encoding="utf-8") == ledger


def test_a_changed_time_is_sent_and_told_anew(project: Path, calendar: Service) -> None:
    send(project)
    (project / "events/kesakonsertti.yml").write_text(EVENT.replace("klo 18", "klo 19"), encoding="utf-8")
    assert "uusia 0, muuttuneita 1" in send(project).out
    assert calendar.state.events["jarviseutu:kesakonsertti"]["event_status"] == "EventRescheduled"
    assert "kesakonsertti 2027-03-02: klo 19; –; Vimpeli; 5 €" in (project / LEDGER).read_text(encoding="utf-8")


def test_a_rehearsal_opens_no_socket_and_writes_nothing(project: Path, calendar: Service) -> None:
    said = send(project, "--dry-run")
    assert said.code == 0
    assert '"name":{"fi":"Kesäkonsertti"}' in said.out
    assert "salainen-avain" not in said.out + said.err
    assert (calendar.asked, calendar.log) == ([], [])
    assert not (project / "content/announcements/alue").exists()


def test_a_wrong_key_is_told_and_shown_nowhere(project: Path, calendar: Service) -> None:
    said = send(project, key="vaara-avain-7")
    assert said.code == 1
    assert "401" in said.out
    assert "vaara-avain-7" not in said.out + said.err
    assert "vaara-avain-7" not in (project / LEDGER).read_text(encoding="utf-8")
    assert calendar.state.events == {}
    assert send(project).code == 0
    assert len(calendar.state.events) == 1


def test_without_a_key_it_says_which_variable_is_missing(project: Path) -> None:
    said = send(project, key="")
    assert (said.code, "SEURANTALO_ALUE_KEY" in said.out) == (1, True)


def test_the_key_goes_to_no_other_address_than_its_own(project: Path, calendar: Service) -> None:
    """A line of a channel's file may come from anybody; where a key may go is said beside the key."""
    for server in ("https://api.example.org/v1", calendar.address[:-2], f"{calendar.address.rstrip('/')}/more"):
        said = send(project, server=server)
        assert said.code == 1
        assert "Kanavan tiedostossa on eri osoite kuin muuttujassa SEURANTALO_ALUE_SERVER." in said.out
    assert (calendar.asked, calendar.log) == ([], [])
    assert not (project / LEDGER).exists()


def test_without_an_address_it_is_told(project: Path) -> None:
    path = project / "content/vocabulary/channels.yml"
    path.write_text("alue:\n  nimi: Alue\n  tyyppi: aluekalenteri\n  lähetys: rajapinta\n", encoding="utf-8")
    said = seurantalo("send", "--channel", "alue", "--project", str(project), SEURANTALO_ALUE_KEY=KEY)
    assert (said.code, said.err) == (1, "")


@pytest.mark.parametrize(
    "written", ["[]", "[" * 100_000, '{"looked_up": [], "keywords": 5}', "{" + " " * 300_000 + "}"]
)
def test_what_is_no_snapshot_knows_nothing_and_sends_nothing(project: Path, calendar: Service, written: str) -> None:
    (project / "content/regional/alue.json").write_text(written, encoding="utf-8")
    said = send(project)
    assert (said.code, said.err) == (0, "")
    assert calendar.state.events == {}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no file without an end")
def test_a_snapshot_without_an_end_is_left_unread(project: Path, calendar: Service) -> None:
    path = project / "content/regional/alue.json"
    path.unlink()
    path.symlink_to("/dev/zero")
    send(project)
    assert calendar.state.events == {}


@pytest.mark.parametrize("of", ["channel", "event"])
def test_nothing_invented_is_sent(project: Path, calendar: Service, of: str) -> None:
    name = "content/vocabulary/channels.yml" if of == "channel" else "events/kesakonsertti.yml"
    indented = "  esimerkki: kyllä\n" if of == "channel" else "esimerkki: kyllä\nkanavat: [alue]\n"
    path = project / name
    path.write_text(path.read_text(encoding="utf-8") + indented, encoding="utf-8")
    assert send(project).code == 1
    assert (calendar.asked, calendar.log) == ([], [])
    assert not (project / LEDGER).exists()
