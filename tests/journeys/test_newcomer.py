"""A newcomer follows the guide's own words on the real region, and finds the event wherever a neighbour would look.

The region is copied and built twice, with the clock, the zone and Python's hashing told otherwise; then the
newcomer's file is spoiled and built over the first site.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "content" / "ohjeet" / "tapahtuman-tiedosto.md"
TODAY = "2027-01-04"

#: The event that holds the hall already on the evening of the guide's sample.
RIVAL = "kevatkonsertti-kuikanlaulu"


def sample() -> str:
    """The first file that the guide gives to copy."""
    found = re.search(r"^```yaml\n(otsikko: .*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def file_name() -> str:
    """The name that the guide proposes: `2027/03/….yml`."""
    found = re.search(r"`(\d{4}/\d{2}/[a-z0-9-]+\.yml)`", GUIDE.read_text(encoding="utf-8"))
    assert found
    return found[1]


def build(project: Path, site: str, **environment: str) -> subprocess.CompletedProcess[str]:
    quiet = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site],
        cwd=project,
        env=os.environ | quiet | {"SEURANTALO_TODAY": TODAY} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def every_file(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@dataclass(frozen=True, slots=True)
class Built:
    """The newcomer's project, its event's id, and the site that was built of it, file by file."""

    project: Path
    event: str
    site: dict[str, bytes]

    def page(self, address: str) -> str:
        return self.site[f"{address}index.html"].decode()

    def feed(self, path: str) -> list[Event]:
        """Events of a feed whose title is the sample's, as another program reads them."""
        found = Calendar.from_ical(self.site[path]).walk("VEVENT")
        return [one for one in found if isinstance(one, Event) and str(one["SUMMARY"]) == "Kuoron kevätkonsertti"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = tmp_path_factory.mktemp("newcomer")
    for folder in ("content", "events"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    path = project / "events" / file_name()
    path.write_text(sample(), encoding="utf-8")
    done = build(project, "site", SOURCE_DATE_EPOCH="0", PYTHONHASHSEED="1", TZ="UTC")
    assert done.returncode == 0, done.stdout
    return Built(project, path.stem, every_file(project / "site"))


class Text(HTMLParser):
    """What a page says, without its tags; and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def __str__(self) -> str:
        return " ".join(" ".join(self.said).split())


def main_of(page: str) -> str:
    """The page's own part, without the theme's way-finding."""
    return page.split("<article", 1)[1].split("</article>", 1)[0]


def test_the_event_has_a_page_of_its_own(built: Built) -> None:
    page = Text(main_of(built.page(f"tapahtumat/{built.event}/")))
    for words in (
        "Kuoron kevätkonsertti",
        "la 13.3.2027 klo 18–20",
        "Savonjärven kappeli",
        "Vimpeli",
        "Sekakuoro Kuikanlaulu ry",
        "Vapaa pääsy, kahvi 3 €",
        "Liuska pääovella.",
        "Uudet laulajat, tulkaa juttelemaan konsertin jälkeen!",
    ):
        assert words in str(page), words


@pytest.mark.parametrize(
    "address",
    [
        "kalenteri/2027-03/",
        "kunnat/vimpeli/",
        "yhdistykset/sekakuoro-kuikanlaulu/",
        "paikat/savonjarven-kappeli/",
        "paallekkaisyydet/",
        f"tapahtumat/{RIVAL}/",
    ],
)
def test_the_event_is_found_where_a_neighbour_looks(built: Built, address: str) -> None:
    page = Text(main_of(built.page(address)))
    up = "../" * address.count("/")
    assert f"{up}tapahtumat/{built.event}/" in [link.partition("#")[0] for link in page.links]
    assert "Kuoron kevätkonsertti" in str(page)


@pytest.mark.parametrize(
    "path",
    [
        "ical/kaikki.ics",
        "ical/kunta/vimpeli.ics",
        "ical/yhdistys/sekakuoro-kuikanlaulu.ics",
        "ical/paikka/savonjarven-kappeli.ics",
        "ical/teema/musiikki.ics",
    ],
)
def test_the_event_is_in_the_feeds(built: Built, path: str) -> None:
    (event,) = built.feed(path)
    zone = ZoneInfo("Europe/Helsinki")
    assert event.decoded("DTSTART") == datetime(2027, 3, 13, 18, tzinfo=zone)
    assert event.decoded("DTEND") == datetime(2027, 3, 13, 20, tzinfo=zone)
    assert "Savonjärven kappeli" in str(event["LOCATION"])
    (own,) = built.feed(f"tapahtumat/{built.event}/{built.event}.ics")
    assert event["UID"] == own["UID"]  # An app that follows two feeds shows it once.


def test_the_event_is_in_no_feed_of_others(built: Built) -> None:
    assert built.feed("ical/kunta/soini.ics") == []
    assert built.feed("ical/paikka/kurkihalli.ics") == []


@pytest.mark.parametrize("address", ["paallekkaisyydet/", f"tapahtumat/{RIVAL}/", "tapahtumat/{event}/"])
def test_the_clash_is_told_on_the_clash_page_and_on_both_events(built: Built, address: str) -> None:
    said = str(Text(main_of(built.page(address.format(event=built.event)))))
    # One choir, one chapel and one hour: it is asked whether it is one event.
    assert "Onko tämä sama tapahtuma kahteen kertaan? ”Kuoron kevätkonsertti” ja" in said or (
        "Onko tämä sama tapahtuma kahteen kertaan? ”Kuikanlaulun kevätkonsertti” ja" in said
    )
    assert re.search("”Kuikanlaulun kevätkonsertti” ja ”Kuoron kevätkonsertti”|”Kuoron kevätkonsertti” ja ”Kui", said)


def test_the_breakfasts_of_2018_are_there(built: Built) -> None:
    page = Text(main_of(built.page("kaytannot/kumppanuusaamiainen/")))
    held = {
        "kumppanuusaamiainen-lappajarvi-2017": "40 osallistujaa",
        "kumppanuusaamiainen-vimpeli-2018": "27 osallistujaa",
        "kumppanuuspoyta-kauhava-2018": "18 osallistujaa",
        "kumppanuusaamiainen-evijarvi-2018": "32 osallistujaa",
        "kumppanuusaamiainen-soini-2018": "37 osallistujaa",
        "kumppanuuspoyta-alajarvi-2018": "10 osallistujaa",
    }
    for event, people in held.items():
        assert f"../../tapahtumat/{event}/" in page.links
        assert people in str(page)
        assert people in str(Text(main_of(built.page(f"tapahtumat/{event}/"))))
    assert "yhteensä 164 osallistujaa" in str(page)


def test_what_was_planned_for_another_day_says_so(built: Built) -> None:
    log = str(Text(main_of(built.page("kaytannot/kumppanuusaamiainen/"))))
    assert "suunniteltu 18.4.2018, pidetty 17.4.2018" in log
    event = str(Text(main_of(built.page("tapahtumat/kumppanuuspoyta-alajarvi-2018/"))))
    assert "ti 17.4.2018" in event
    assert "Suunniteltu 18.4.2018, pidetty 17.4.2018." in event


@pytest.mark.nightly
def test_the_time_of_the_build_is_in_no_byte_of_the_region(built: Built) -> None:
    """The second build also finds the cache of the first, which must change nothing."""
    done = build(built.project, "again", SOURCE_DATE_EPOCH="2000000000", PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert done.returncode == 0, done.stdout
    again = every_file(built.project / "again")
    assert sorted(again) == sorted(built.site)
    assert [name for name, content in built.site.items() if again[name] != content] == []
    assert len(again) > 500


def test_a_broken_file_stops_the_build_and_leaves_the_site(built: Built) -> None:
    """The message is in Finnish, at the line; what was published yesterday still stands, byte for byte."""
    path = built.project / "events" / file_name()
    path.write_text(sample().replace("alkaa: la 13.3.2027", "alkaa: su 13.3.2027"), encoding="utf-8")
    try:
        done = build(built.project, "site")
    finally:
        path.write_text(sample(), encoding="utf-8")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    assert f"events/{file_name()}:2:8: virhe: 13.3.2027 on lauantai, ei ”su”." in done.stdout
    assert "kirjoita: alkaa: la 13.3.2027 klo 18." in done.stdout
    assert "Sivusto jäi ennalleen." in done.stdout
    assert every_file(built.project / "site") == built.site
