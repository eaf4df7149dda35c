"""A feed subscribed to over HTTP by programs that people use: vdirsyncer fetches it, khal shows it.

What changes in the files arrives at the next synchronisation; nothing doubles, and nothing stays that is gone.
"""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.conformance.comparison import Expected
from tests.conformance.life import Life

from _environment import clean_environment

PLACE = "järjestäjä: kylayhdistys\npaikka: kylatalo\n"


def event(title: str, starts: str, ends: str, more: str = "") -> str:
    return f"otsikko: {title}\nalkaa: {starts}\npäättyy: {ends}\n{more}{PLACE}"


FIRST = {
    "sarja": event("Kuoro", "2.2.2027 klo 18", "klo 20", "toistuu: {joka: viikko, kertoja: 6}\n"),
    "siirtyy": event("Torikahvit", "5.2.2027 klo 10", "klo 12"),
    "perutaan": event("Hiihtoretki", "6.2.2027 klo 10", "klo 12"),
    "poistetaan": event("Vahingossa lisätty", "7.2.2027 klo 10", "klo 12"),
    "nimetaan": event("Ilta", "8.2.2027 klo 18", "klo 20"),
    "vaihtaa-tiedostoa": event("Tanssit, pullaa; kahvia", "9.2.2027 klo 20", "10.2.2027 klo 1"),
    "pysyy": event("Siivouspäivä kellojen siirrossa", "28.3.2027", "28.3.2027"),
}
CONFIGURATION = """\
[general]
status_path = "{folder}/status"

[pair feed]
a = "remote"
b = "local"
collections = null

[storage remote]
type = "http"
url = "{address}"

[storage local]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""
KHAL = """\
[calendars]
[[feed]]
path = {folder}/calendar
type = calendar

[sqlite]
path = {folder}/khal.db

[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y%m%d
longdateformat = %Y%m%d
datetimeformat = %Y%m%dT%H%M00Z
longdatetimeformat = %Y%m%dT%H%M00Z
"""
SHOWN = "{start-long}\t{end-long}\t{status}\t{title}"


class Subscriber:
    """A person's computer: a folder that vdirsyncer fills from an address, and khal, which shows it."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "calendar").mkdir()
        (folder / "vdirsyncer").write_text(CONFIGURATION.format(folder=folder, address=address), encoding="utf-8")
        (folder / "khal").write_text(KHAL.format(folder=folder), encoding="utf-8")
        self._run("vdirsyncer", "--config", str(folder / "vdirsyncer"), "discover")

    def _run(self, program: str, *words: str) -> str:
        done = subprocess.run(
            [str(Path(sys.executable).with_name(program)), *words],
            env=clean_environment() | {"TZ": "UTC", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def synchronise(self) -> None:
        """Fetch the feed."""
        self._run("vdirsyncer", "--config", str(self.folder / "vdirsyncer"), "sync")

    def shown(self) -> list[tuple[str, ...]]:
        """What the person sees in khal: start, end, status and title of every occurrence."""
        lines = self._run(
            *("khal", "--config", str(self.folder / "khal"), "list", "--notstarted"),
            *("--day-format", "", "--format", SHOWN, "20270101", "20270601"),
        ).splitlines()
        return sorted(_row(*line.split("\t")) for line in lines if line.strip())

    @property
    def files(self) -> set[bytes]:
        """The fetched events, each with all of its exceptions."""
        return {file.read_bytes() for file in (self.folder / "calendar").iterdir()}


def _row(starts: str, ends: str, status: str, title: str) -> tuple[str, ...]:
    if len(ends) == len("20270328"):  # of whole days khal names the last
        ends = f"{date.fromisoformat(ends) + timedelta(days=1):%Y%m%d}"
    return (starts, ends, status.strip(), title)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield the address of its top."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def wanted(feed: Path) -> list[tuple[str, ...]]:
    """What must be seen: the occurrences as the calendar has them, in the form of `Subscriber.shown`."""
    return sorted(row[1:] for row in Expected.beside(feed).occurrences)


def uids(feed: Path) -> set[str]:
    return {uid for uid, _, _, _ in Expected.beside(feed).texts}


def titles(feed: Path) -> set[str]:
    return {summary for _, summary, _, _ in Expected.beside(feed).texts}


@pytest.fixture
def life(tmp_path: Path) -> Life:
    return Life(tmp_path / "source")


def test_what_changes_arrives_and_nothing_doubles(life: Life, tmp_path: Path) -> None:
    feed = life.site / "ical" / "kaikki.ics"
    life.commit(**FIRST)
    life.feed(date(2027, 1, 20))

    def check(subscriber: Subscriber) -> None:
        subscriber.synchronise()
        rows = subscriber.shown()
        assert [row[:3] for row in rows] == wanted(feed)
        assert {row[3] for row in rows} == titles(feed)
        # Each event is there once, whatever it was before.
        assert len(list((subscriber.folder / "calendar").iterdir())) == len(uids(feed))

    with served(life.site) as address:
        subscriber = Subscriber(tmp_path / "computer", f"{address}ical/kaikki.ics")
        check(subscriber)
        before, first = subscriber.files, uids(feed)
        assert len(before) == len(FIRST)

        life.repository.git("rm", "--quiet", "events/poistetaan.yml")
        life.repository.git("mv", "events/vaihtaa-tiedostoa.yml", "events/uusi-nimi.yml")
        life.commit(
            **{"uusi-nimi": FIRST["vaihtaa-tiedostoa"] + "entinen tunnus: vaihtaa-tiedostoa\n"},
            sarja=FIRST["sarja"]
            + "muutokset:\n"
            + "  - {päivä: 9.2.2027, alkaa: 10.2.2027 klo 17, päättyy: 10.2.2027 klo 19}\n"
            + "  - {päivä: 16.2.2027, tilanne: peruttu}\n",
            siirtyy=FIRST["siirtyy"].replace("5.2.2027 klo 10", "12.2.2027 klo 11"),
            perutaan=FIRST["perutaan"] + "tilanne: peruttu\n",
            nimetaan=FIRST["nimetaan"].replace("Ilta", "Runoilta, teetä; \\\\ kynttilät"),
        )
        life.commit(uusi=event("Uusi", "1.3.2027 klo 18", "klo 19"))
        life.feed(date(2027, 1, 20))
        check(subscriber)
        after = subscriber.files
        # The series, the moved, the cancelled and the retitled one came anew, one is gone and one is new.
        assert (len(before - after), len(after - before)) == (4 + 1 + 1, 4 + 1 + 1)
        # A new file name with its former id is no new event: its entry changed, as the address of its page did.
        new = [uid for uid, title, _, _ in Expected.beside(feed).texts if title.startswith("Uusi ")]
        assert uids(feed) - first == set(new)

        # And once more, with nothing changed: nothing arrives.
        life.commit()
        life.feed(date(2027, 1, 20))
        check(subscriber)
        assert subscriber.files == after

        # Somebody restores what was cancelled, and the deleted one comes back.
        life.commit(perutaan=FIRST["perutaan"], poistetaan=FIRST["poistetaan"], sarja=FIRST["sarja"])
        life.feed(date(2027, 1, 20))
        check(subscriber)
        assert len(subscriber.files) == len(FIRST) + 1
        assert uids(feed) > first
