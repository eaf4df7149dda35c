"""The life of a feed: what subscribers get as people write, change, rename and delete files, commit by commit.

After every step: the UID is the one it was; SEQUENCE and LAST-MODIFIED rise where they must and nowhere else; the
bytes of what nobody touched are the bytes that they were.
"""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.conformance.conftest import HERE
from tests.conformance.life import Entry, Life
from tests.reading.repository import day

from seurantalo.publishing.feeds.modified import sequence_of

FILLER = "kuvaus: Laulamme yhdessä kevään lauluja. Kaikki ovat tervetulleita, eikä nuotteja tarvitse osata.\n"
BASE = f"järjestäjä: kylayhdistys\npaikka: kylatalo\n{FILLER}"
CHOIR = f"otsikko: Kuoro\nalkaa: 2.2.2027 klo 18\npäättyy: klo 20\ntoistuu: {{joka: viikko, kertoja: 6}}\n{BASE}"
OTHER = f"otsikko: Talkoot\nalkaa: 6.3.2027 klo 10\npäättyy: klo 14\n{BASE}"


@pytest.fixture
def life(tmp_path: Path) -> Life:
    return Life(tmp_path)


def test_a_whole_life(life: Life) -> None:
    life.commit(kuoro=CHOIR, talkoot=OTHER)
    first = life.entries()
    uid, untouched = first["kuoro"].uid, first["talkoot"]
    assert (first["kuoro"].sequence, first["kuoro"].modified) == (sequence_of(day(1)), day(1))

    def after(what: str, changed: int, **contents: str) -> Entry:
        """Commit, and hold the choir against the day of its last change."""
        life.commit(**contents)
        entries = life.entries()
        assert entries["talkoot"] == untouched, what
        choir = entries[what] if what in entries else entries["kuoro"]
        assert (choir.uid, choir.sequence, choir.modified) == (uid, sequence_of(day(changed)), day(changed)), what
        return choir

    assert after("nothing", 1).octets == first["kuoro"].octets
    retitled = after("retitled", 3, kuoro=(text := CHOIR.replace("Kuoro", "Kevätkuoro")))
    assert retitled.titles == ("Kevätkuoro",)
    after("moved", 4, kuoro=(text := text.replace("klo 18", "klo 17")))
    lapsed = text + "muutokset: [{päivä: 9.2.2027, tilanne: peruttu}]\n"
    assert after("one date cancelled", 5, kuoro=lapsed).titles == ("Kevätkuoro", "PERUTTU: Kevätkuoro")
    cancelled = text + "tilanne: peruttu\n"
    assert after("all cancelled", 6, kuoro=cancelled).titles == ("PERUTTU: Kevätkuoro",)
    restored = after("restored", 7, kuoro=text)
    assert restored.titles == ("Kevätkuoro",)
    life.repository.git("mv", "events/kuoro.yml", "events/kevatkuoro.yml")
    assert after("kevatkuoro", 8, kevatkuoro=f"{text}entinen tunnus: kuoro\n").titles == ("Kevätkuoro",)
    moved_too = text.replace("Kevätkuoro", "Kesäkuoro").replace("2.2.2027", "3.2.2027")
    moved_too += "entiset tunnukset: [kuoro, kevatkuoro]\n"
    (life.repository.folder / "events" / "2027").mkdir()
    life.repository.git("mv", "events/kevatkuoro.yml", "events/2027/kesakuoro.yml")
    life.repository.write("events/2027/kesakuoro.yml", moved_too)
    assert after("kesakuoro", 9).titles == ("Kesäkuoro",)
    life.repository.git("rm", "--quiet", "events/2027/kesakuoro.yml")
    life.commit()
    assert life.entries() == {"talkoot": untouched}
    # Somebody regrets: the same entry again, and newer than all that apps have seen of it.
    life.repository.write("events/2027/kesakuoro.yml", moved_too)
    after("kesakuoro", 11)


def test_without_a_history_every_event_is_the_one_it_was(life: Life) -> None:
    life.commit(kuoro=CHOIR, talkoot=OTHER)
    life.commit(kuoro=CHOIR.replace("klo 18", "klo 17"))
    before = life.entries()
    shutil.rmtree(life.repository.folder / ".git")
    after = life.entries(date(2027, 1, 20))
    assert {name: one.uid for name, one in after.items()} == {name: one.uid for name, one in before.items()}
    assert {one.modified for one in after.values()} == {datetime(2027, 1, 20, tzinfo=UTC)}


def test_an_identity_that_is_written_down_outlives_everything(life: Life) -> None:
    life.commit(kuoro=CHOIR)
    uid = life.entries()["kuoro"].uid
    life.repository.git("rm", "--quiet", "events/kuoro.yml")
    life.commit(**{"aivan-uusi": f"uid: {uid}\n{OTHER.replace(FILLER, '')}"})
    assert life.entries()["aivan-uusi"].uid == uid


def test_what_an_event_shows_of_others_makes_it_newer(life: Life) -> None:
    life.commit(kuoro=CHOIR, verkossa=OTHER.replace("paikka: kylatalo", "kunta: vimpeli"))
    before = life.entries()
    venue = (HERE / "torture" / "content" / "venues" / "kylatalo.yml").read_text(encoding="utf-8")
    organisation = (HERE / "torture" / "content" / "organisations" / "kylayhdistys.md").read_text(encoding="utf-8")

    life.repository.write("content/venues/kylatalo.yml", venue.replace("Rantatie 5", "Rantatie 7"))
    life.commit()
    moved = life.entries()
    assert (moved["kuoro"].sequence, moved["kuoro"].modified) == (sequence_of(day(2)), day(2))
    assert b"Rantatie 7" in moved["kuoro"].octets.replace(b"\r\n ", b"")
    assert moved["verkossa"] == before["verkossa"]

    # What no calendar shows of a place changes no calendar.
    life.repository.write("content/venues/kylatalo.yml", venue.replace("Rantatie 5", "Rantatie 7") + "paikkoja: 80\n")
    life.repository.write("content/organisations/kylayhdistys.md", organisation + "\nUusi esittely.\n")
    life.commit()
    assert life.entries() == moved

    life.repository.write("content/organisations/kylayhdistys.md", organisation.replace("ry;", "rf;"))
    life.commit()
    renamed = life.entries()
    assert {entry.modified for entry in renamed.values()} == {day(4)}


def test_a_theme_that_is_called_something_else_makes_its_events_newer_and_no_others(life: Life) -> None:
    themes = "content/vocabulary/themes.yml"
    life.repository.write(themes, "kuoro: {nimi: Kuoro}\ntalkoo: {nimi: Talkoot}\n")
    life.commit(kuoro=f"{CHOIR}teemat: [kuoro]\n", talkoot=f"{OTHER}teemat: [talkoo]\n", themes=OTHER)
    life.commit(themes=OTHER.replace("klo 10", "klo 11"))
    before = life.entries()
    assert before["themes"].modified == day(2)  # an event may be called so

    # What others do not show, another place in the file, and a new theme change no calendar.
    words = "uusi: {nimi: Uusi}\ntalkoo: {nimi: Talkoot}\nkuoro: {nimi: Kuoro, rinnakkaisnimet: [laulu]}\n"
    life.repository.write(themes, words)
    life.commit()
    assert life.entries() == before

    life.repository.write(themes, words.replace("nimi: Kuoro", "nimi: Kuorolaulu"))
    life.commit()
    after = life.entries()
    assert b"CATEGORIES:Kuorolaulu" in after["kuoro"].octets
    assert (after["kuoro"].sequence, after["kuoro"].modified) == (sequence_of(day(4)), day(4))
    assert (after["talkoot"], after["themes"]) == (before["talkoot"], before["themes"])


def test_time_alone_changes_an_entry_on_the_first_of_a_month_and_says_so(life: Life) -> None:
    endless = CHOIR.replace("joka: viikko, kertoja: 6", "joka: viikko")
    life.commit(kuoro=endless, talkoot=OTHER)
    helsinki = timezone(timedelta(hours=2))
    january, later, february = (life.entries(date(2027, *each)) for each in ((1, 9), (1, 31), (2, 1)))
    assert january == later
    assert january["kuoro"].modified == day(1)
    assert february["talkoot"] == january["talkoot"]
    assert february["kuoro"].octets != january["kuoro"].octets
    assert february["kuoro"].modified == datetime(2027, 2, 1, tzinfo=helsinki)
    assert february["kuoro"].sequence == sequence_of(february["kuoro"].modified) > january["kuoro"].sequence


def test_a_cancelled_date_leaves_its_series_and_says_so(life: Life) -> None:
    life.commit(kuoro=CHOIR + "muutokset: [{päivä: 9.2.2027, tilanne: peruttu}]\n")
    told, still, gone, later = (
        life.entries(date(2027, *each))["kuoro"] for each in ((2, 12), (3, 11), (3, 12), (3, 30))
    )
    assert told == still
    assert (len(told.titles), len(gone.titles)) == (2, 1)
    assert gone == later
    assert gone.modified == datetime(2027, 3, 12, tzinfo=timezone(timedelta(hours=2)))
