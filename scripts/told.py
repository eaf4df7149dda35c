"""What does each output say of an event that is not as it was to be? `.venv/bin/python scripts/told.py`.

Makes a small region with one cancelled, one postponed and one moved event, one moved date of a series and one event
of another time zone, publishes it, and prints as a table what every page, feed and table says of each. A line of a
page that names one of them and keeps its status to itself is a fault: :func:`silent` finds those on every page.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

import feedparser

from seurantalo.mkdocs_plugin.search import entry
from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.publication import Page, Site

TODAY: Final = "2027-01-04"
SITE: Final = Site(name="Järviseutu", url="https://seutu.example.org/", description="Yhteinen kalenteri")
#: What each of the events is, with its title.
SUBJECTS: Final[Mapping[str, str]] = {
    "cancelled": "Talvikonsertti",
    "postponed": "Laskiaisrieha",
    "moved": "Pilkkikisat",
    "moved date": "Tanssikurssi",
    "other zone": "Etäilta",
}
#: What a line that names the event must say, whatever else it says; of the course most dates are as they were to be.
MUST: Final[Mapping[str, str]] = {
    "cancelled": r"peruttu",
    "postponed": r"lykätty",
    "moved": r"siirretty",
    "moved date": r"siirretty|^(?!.*[57]\.1\.)",
    "other zone": r"^(?!.*(?<!aikaa )\b18\b)",
}
#: Pages on which days are planned: they show what is held and when, and nothing of what is not.
PLANNING: Final = ("vapaat-paivat/", "vuosi/")
#: Items, rows and cells in which no other begins. Where one ends may be told by what follows (HTML, 13.1.2.4).
_ROW: Final = re.compile(
    r"<(?:li|tr|dd)\b[^>]*>((?:(?!<(?:li|tr|dd|dt|ul|ol|dl|table)\b|</(?:li|tr|dd|ul|ol|dl|table)>).)*)"
    r"(?=<(?:li|tr|dd|dt)\b|</(?:li|tr|dd|ul|ol|dl|table)>)",
    re.DOTALL,
)
_EVENT: Final = """\
järjestäjä: seura
paikka: talo
kenelle: [kaikki]
teemat: [kyla]
käytännöt: [aamiainen]
prosessi: raha
vaihe: 1
kanavat: [lehti]
sarja: talvi
"""
_EVENTS: Final = {
    "konsertti": "otsikko: Talvikonsertti\nalkaa: 9.1.2027 klo 18\npäättyy: klo 20\ntilanne: peruttu\n",
    "rieha": "otsikko: Laskiaisrieha\nalkaa: 10.1.2027 klo 12\npäättyy: klo 15\ntilanne: lykätty\n",
    "kisat": "otsikko: Pilkkikisat\nalkaa: 6.2.2027 klo 10\npäättyy: klo 14\ntilanne: siirretty\n"
    "piti alkaa: 7.1.2027 klo 10\n",
    "kurssi": "otsikko: Tanssikurssi\nalkaa: 29.12.2026 klo 18\npäättyy: klo 20\npainoarvo: tavallinen\n"
    "toistuu: {joka: viikko, kertoja: 4}\nmuutokset: [{päivä: 5.1.2027, alkaa: 7.1.2027 klo 19}]\n",
    "etailta": "otsikko: Etäilta\nalkaa: 8.1.2027 klo 18\npäättyy: klo 20\naikavyöhyke: Europe/Stockholm\n",
}
_RECORDS: Final = {
    "docs/municipalities/vimpeli.md": "---\nnimi: Vimpeli\nmissä: Vimpelissä\n---\n",
    "docs/organisations/seura.md": "---\nnimi: Kyläseura ry\ntyyppi: yhdistys\nkunta: vimpeli\n---\n",
    "docs/venues/talo.yml": "nimi: Kylätalo\nkunta: vimpeli\n",
    "docs/vocabulary/audiences.yml": "kaikki:\n  nimi: Kaikki\n",
    "docs/vocabulary/themes.yml": "kyla:\n  nimi: Kylä\n",
    "docs/vocabulary/channels.yml": "lehti:\n  nimi: Paikallislehti\n  tyyppi: lehti\n",
    "docs/practices/aamiainen.md": "---\notsikko: Aamiainen\nlajit: [kokeilu]\ntiivistelmä: Syödään yhdessä.\n"
    "miksi: Ruoka kokoaa.\nmiten: Katetaan pöytä.\nvaihe: käynnissä\nteemat: [kyla]\n"
    "yhteystieto: {rooli: Sihteeri}\nkatselmoitu: 1.1.2027\n---\n",
    "docs/processes/raha.md": "---\notsikko: Kyläraha\nvastuutaho: seura\nkunta: vimpeli\n"
    "vaiheet:\n  - {nro: 1, nimi: Illat, alkaa: 1.1.2027, päättyy: 28.2.2027}\n---\n",
}


def published() -> tuple[dict[str, Page], dict[str, bytes]]:
    """Return the pages of the region by address and its files by path; raise ValueError for what the files lack."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        events = {f"events/{name}.yml": text + _EVENT for name, text in _EVENTS.items()}
        for name, text in {**_RECORDS, **events}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        project = Project.open(root, root / "docs", Settings(today=TODAY, calendar_id="seutu"), SITE)
        made, problems = project.publish()
        if made is None:
            raise ValueError([(one.path, one.line, one.code, one.values) for one in problems])
        pages = {page.address: page for page in chain(made.pages, *made.bulk)}
        return pages, {file.path: file.content for file in chain(made.files, *made.bulk_files)}


def words(markup: str) -> str:
    """Return HTML as words on one line; where elements of a line meet stands a space."""
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", markup, flags=re.DOTALL)
    # Places where a word may break are none of its letters.
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).replace("\u00ad", "").split())


def lines(page: Page, title: str) -> list[str]:
    """Return the lines of a page that name an event: items of its lists, rows of its tables, cells of its grid."""
    return [line for line in map(words, _ROW.findall(page.body)) if title in line]


def silent(pages: Mapping[str, Page]) -> Iterator[tuple[str, str]]:
    """Yield (address, line) of each line, of any page, that names an event and does not say what is with it."""
    for address, page in pages.items():
        for subject, title in SUBJECTS.items():
            for line in lines(page, title):
                if not (subject.startswith("moved") and address.startswith(PLANNING)) and not re.search(
                    MUST[subject], line
                ):
                    yield address, line


def _vevents(feed: bytes, title: str) -> str:
    text = feed.decode().replace("\r\n ", "").replace("\r\n", "\n")
    found = []
    for event in text.split("BEGIN:VEVENT\n")[1:]:
        told = dict(re.findall(r"^(SUMMARY|STATUS|DTSTART|RECURRENCE-ID|DESCRIPTION)[;:](.*)$", event, re.MULTILINE))
        if title in told["SUMMARY"]:
            note = told["DESCRIPTION"].partition("\\n\\n")[0]
            again = [told["RECURRENCE-ID"]] if "RECURRENCE-ID" in told else []
            parts = (told["SUMMARY"], told["DTSTART"], *again, told["STATUS"], note)
            found.append(", ".join(part for part in parts if not part.startswith("Järjestäjä")))
    return " / ".join(found)


def _atom(feed: bytes, title: str) -> str:
    one = next(item for item in feedparser.parse(feed).entries if title in item.title)
    return f"{one.title}: {one.content[0].value.partition('Kylätalo')[0].strip()}".replace("\n", " / ")


def _json_feed(feed: bytes, title: str) -> str:
    one = next(item for item in json.loads(feed)["items"] if title in item["title"])
    own = one["_seurantalo"]
    return ", ".join([one["title"], own["starts"], own.get("status", "")]).removesuffix(", ")


def _table(table: bytes, title: str) -> str:
    rows = csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";")
    return " / ".join(", ".join([row[0], row[1], row[9]]).removesuffix(", ") for row in rows if row[4] == title)


def _dates(listing: bytes, title: str) -> str:
    found = [one for one in json.loads(listing)["items"] if one["title"]["fi"] == title]
    told = [(one["starts"], one["status"], one.get("planned_starts", "")) for one in found]
    return " / ".join(", ".join(part for part in parts if part) for parts in told)


def _json_ld(page: Page) -> str:
    found = re.search(r"ld\+json\">(.*?)</script>", page.body, re.DOTALL)
    told: dict[str, Any] = json.loads(found[1]) if found else {}
    status = told["eventStatus"].removeprefix("https://schema.org/")
    parts = [told["startDate"], status, told.get("previousStartDate", "")]
    plans = told.get("eventSchedule", [])
    plans = plans if isinstance(plans, list) else [plans]
    parts += [f"except {', '.join(one['exceptDate'])}" if "exceptDate" in one else one["startDate"] for one in plans]
    return ", ".join(part for part in parts if part)


def table() -> dict[str, dict[str, str]]:
    """Return what each output says of each event: output -> subject -> words."""
    pages, files = published()
    pages_of = dict(zip(SUBJECTS, ("konsertti", "rieha", "kisat", "kurssi", "etailta"), strict=True))
    search = {address: entry(page) for address, page in pages.items()}

    def listed(*addresses: str) -> Callable[[str], str]:
        def of(subject: str) -> str:
            found = [line for address in addresses for line in lines(pages[address], SUBJECTS[subject])]
            return " / ".join(dict.fromkeys(found))

        return of

    def own(show: Callable[[Page], str]) -> Callable[[str], str]:
        return lambda subject: show(pages[f"tapahtumat/{pages_of[subject]}/"])

    def file(path: str, show: Callable[[bytes, str], str]) -> Callable[[str], str]:
        return lambda subject: show(files[path], SUBJECTS[subject])

    outputs: dict[str, Callable[[str], str]] = {
        "title": own(lambda page: page.title),
        "description": own(lambda page: page.description),
        "search": lambda subject: search[f"tapahtumat/{pages_of[subject]}/"]["title"],
        "event page": own(
            lambda page: words(page.body.partition('<dl class="st-facts">')[0].partition("</header>")[2])
        ),
        "JSON-LD": own(_json_ld),
        "front page": listed(""),
        "agenda": listed("kalenteri/"),
        "month": listed("kalenteri/2027-01/", "kalenteri/2027-02/"),
        "date pending": listed("paivamaara-avoinna/"),
        "municipality": listed("kunnat/vimpeli/"),
        "organisation": listed("yhdistykset/seura/"),
        "venue": listed("paikat/talo/"),
        "practice": listed("kaytannot/aamiainen/"),
        "theme": listed("teemat/kyla/"),
        "audience": listed("kenelle/kaikki/"),
        "process": listed("osallistuminen/raha/"),
        "another's page": lambda subject: listed(f"tapahtumat/{'kisat' if subject == 'postponed' else 'rieha'}/")(
            subject
        ),
        "calendar feed": file("ical/kaikki.ics", _vevents),
        "Atom": file("syotteet/kaikki.atom", _atom),
        "JSON Feed": file("syotteet/kaikki.json", _json_feed),
        "table": file("api/v1/occurrences/2027.csv", _table),
        "JSON dates": file("api/v1/coming.json", _dates),
    }
    return {output: {subject: say(subject) for subject in SUBJECTS} for output, say in outputs.items()}


def markdown(cells: Mapping[str, Mapping[str, str]]) -> str:
    """Return the table as Markdown."""
    rows = [["output", *SUBJECTS], ["---"] * (len(SUBJECTS) + 1)]
    rows += [[output, *(told[subject] or "–" for subject in SUBJECTS)] for output, told in cells.items()]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    print(markdown(table()), end="")
