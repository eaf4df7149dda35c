"""What somebody told by hand, in a real history: another hour is to be told; changed back, or other prose, is not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.reading.repository import Repository

from seurantalo.announcing import Announcing, Entry
from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.publication import Site
from seurantalo.reading import EventsThen

BASE = Path(__file__).parents[1] / "reading" / "base"
CHANNELS = """\
lehti:
  nimi: Lehti
  tyyppi: lehti
  ilmestyy: keskiviikkoisin
  kattaa: seuraava viikko
  määräaika: saman viikon maanantaina klo 12
radio:
  nimi: Radio
  tyyppi: radio
  kattaa: pe–su
"""
EVENT = """\
otsikko: Tanssit
alkaa: 30.1.2027 klo 18
päättyy: klo 21
järjestäjä: [vimpelin-martat]
kunta: vimpeli
kenelle: [kaikki]
hinta: 5 €
kuvaus: Tervetuloa.
kanavat:
  lehti: lähetetty 10.1.2027
"""


class Region:
    """A project in a repository, as it is on a day."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(BASE, folder)
        self.repository = Repository(folder)
        self.repository.write("content/vocabulary/channels.yml", CHANNELS)

    def commit(self, on: int, text: str) -> None:
        self.repository.commit(on, tanssit=text)

    def announcing(self, today: date) -> Announcing:
        folder = self.repository.folder
        settings = Settings(today=str(today))
        project = Project.open(folder, folder / "content", settings, Site(name="Koe", url="https://koe.example/"))
        reading = project.read()
        assert reading.community is not None, reading.problems
        planned = project.plan(reading.community)
        then = EventsThen(folder, reading.community, project._history, settings, today)
        return Announcing(planned.community, planned.calendar, planned.clashes, settings, today, as_then=then.on)

    def entry(self, today: date, channel: str = "lehti") -> Entry:
        found = [one for one in self.announcing(today).of_event("tanssit") if one.channel.id == channel]
        assert len(found) == 1
        return found[0]


@pytest.fixture
def region(tmp_path: Path) -> Region:
    made = Region(tmp_path / "project")
    made.commit(5, EVENT.replace("lähetetty 10.1.2027", ""))
    made.commit(11, EVENT)
    return made


TODAY = date(2027, 1, 14)


def test_what_was_told_stands(region: Region) -> None:
    entry = region.entry(TODAY)
    assert (entry.state, entry.told_on, entry.issue.id) == ("sent", date(2027, 1, 10), "2027-01-20")
    assert entry.told is not None
    assert entry.told.facts == "klo 18–21; –; Vimpeli; 5 €"


def test_another_hour_is_a_change_to_tell(region: Region) -> None:
    region.commit(13, EVENT.replace("klo 18", "klo 19"))
    entry = region.entry(TODAY)
    assert (entry.state, entry.mark) == ("changed", "changed")
    assert entry.change is not None
    assert [(one.name, one.told, one.now) for one in entry.change.differences] == [("time", "klo 18–21", "klo 19–21")]
    assert entry.correction is not None
    assert entry.correction.id == "2027-01-20"


@pytest.mark.parametrize(
    "text",
    [
        EVENT.replace("Tervetuloa.", "Kahvit ja pullat."),
        EVENT.replace("30.1.2027 klo 18", "30.1.2027 kello 18.00"),
        EVENT + "linkit: [{verkko-osoite: https://example.org/tanssit, nimi: Lisää}]\n",
    ],
)
def test_other_words_are_no_change(region: Region, text: str) -> None:
    region.commit(13, text)
    assert region.entry(TODAY).state == "sent"


def test_a_change_undone_is_none(region: Region) -> None:
    region.commit(13, EVENT.replace("klo 18", "klo 19"))
    region.commit(14, EVENT)
    assert region.entry(date(2027, 1, 15)).state == "sent"


def test_a_change_before_it_was_told_is_none(region: Region) -> None:
    region.commit(12, EVENT.replace("lähetetty 10.1.2027", ""))
    region.commit(13, EVENT.replace("klo 18", "klo 19").replace("lähetetty 10.1.2027", "lähetetty 14.1.2027"))
    assert region.entry(date(2027, 1, 15)).state == "sent"


def test_a_change_that_is_not_committed_counts_today(region: Region) -> None:
    region.repository.write("events/tanssit.yml", EVENT.replace("klo 18", "klo 19"))
    assert region.entry(TODAY).state == "changed"


def test_the_change_is_told_by_hand(region: Region) -> None:
    changed = EVENT.replace("klo 18", "klo 19")
    region.commit(13, changed)
    told = "lehti: {lähetetty: 10.1.2027, korjattu: 14.1.2027}"
    region.commit(14, changed.replace("lehti: lähetetty 10.1.2027", told))
    assert region.entry(date(2027, 1, 15)).state == "corrected"
    region.commit(16, changed.replace("lehti: lähetetty 10.1.2027", told).replace("hinta: 5 €", "hinta: 8 €"))
    entry = region.entry(date(2027, 1, 17))
    assert entry.state == "changed"
    assert entry.change is not None
    assert [one.name for one in entry.change.differences] == ["price"]


def test_a_move_told_by_hand_leaves_the_new_day_to_be_told(region: Region) -> None:
    moved = EVENT.replace("30.1.2027 klo 18", "6.2.2027 klo 18")
    region.commit(13, moved)
    found = {entry.key[1]: (entry.state, entry.mark) for entry in region.announcing(TODAY).of_event("tanssit")}
    assert found == {date(2027, 1, 30): ("changed", "moved"), date(2027, 2, 6): ("planned", "none")}
    told = "lehti: {lähetetty: 10.1.2027, korjattu: 14.1.2027}"
    region.commit(14, moved.replace("lehti: lähetetty 10.1.2027", told))
    found = {
        entry.key[1]: (entry.state, entry.mark) for entry in region.announcing(date(2027, 1, 15)).of_event("tanssit")
    }
    assert found == {date(2027, 1, 30): ("corrected", "moved"), date(2027, 2, 6): ("planned", "none")}


def test_a_version_that_nobody_can_read_says_nothing(region: Region) -> None:
    region.commit(9, "otsikko: [\n")
    region.commit(12, EVENT.replace("klo 18", "klo 19"))
    entry = region.entry(TODAY)
    assert (entry.state, entry.told) == ("sent", None)


def test_a_former_name_is_the_same_event(region: Region) -> None:
    (region.repository.folder / "events" / "tanssit.yml").unlink()
    region.repository.commit(13, humppa=EVENT.replace("klo 18", "klo 19") + "entinen tunnus: tanssit\n")
    (entry,) = region.announcing(TODAY).of_event("humppa")
    assert (entry.state, entry.change is not None) == ("changed", True)


def test_without_a_history_nothing_is_claimed(region: Region) -> None:
    shutil.rmtree(region.repository.folder / ".git")
    entry = region.entry(TODAY)
    assert (entry.state, entry.told, entry.told_on) == ("sent", None, date(2027, 1, 10))
