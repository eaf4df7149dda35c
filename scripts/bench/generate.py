"""An invented region of any size: `python3 scripts/bench/generate.py EVENTS DIR [--past-years 10]`.

A whole project as people would write it: 300 municipalities, an organisation for every 20 events, a venue for every
25, events of about 2 kB clustered on evenings and weekends over three years, a tenth of them repeating. The same
numbers give the same files. With ``--past-years 10`` the same number of events lies over ten past years and the two
to come; ``--channels`` adds papers that tell of them; ``--history`` makes a git repository of it, in which every
event came in a commit of its own and a third of them were corrected once.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Final

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.history import commit_history

TODAY: Final = date(2027, 3, 1)
#: Whole years before this one of which events are known, and the days of this year and the next.
PAST_YEARS: Final = 1
DAYS_TO_COME: Final = 2 * 365
EVENTS_PER_ORGANISATION: Final = 20
EVENTS_PER_VENUE: Final = 25
PLACES: Final = 300

FRONTS: Final = "Ahven Haapa Hauki Hirvi Honka Joutsen Karhu Kataja Kivi Koivu Kuusi Leppä Lohi Metso Mänty Petäjä Pihlaja Salmi Suvi Vuori".split()  # fmt: skip  # noqa: E501, SIM905 (a table)
# The end of a place's name, and the form in which something happens there.
ENDS: Final = {
    "harju": "harjulla", "joki": "joella", "järvi": "järvellä", "kangas": "kankaalla", "koski": "koskella",
    "kylä": "kylässä", "lahti": "lahdella", "mäki": "mäellä", "niemi": "niemellä", "pelto": "pellolla",
    "ranta": "rannalla", "saari": "saaressa", "salo": "salossa", "suo": "suolla", "vaara": "vaarassa",
}  # fmt: skip

FORMS: Final = "aamiainen kerho kilpailu kokous konsertti kurssi luento markkinat muu näyttely retki talkoot teatteri työpaja".split()  # fmt: skip  # noqa: E501, SIM905 (a table)
SUBJECTS: Final = ("Kevään", "Kylän", "Lasten", "Naapurien", "Perinteinen", "Seudun", "Syksyn", "Yhteinen", "Uusi", "Vanhan ajan")  # fmt: skip  # noqa: E501 (a table)
THINGS: Final = ("kuoroilta", "lukupiiri", "marjaretki", "pihapelit", "talkoopäivä", "tarinatupa", "toripäivä", "tupailta", "yhteislaulu", "ääniverstas")  # fmt: skip  # noqa: E501 (a table)
AUDIENCES: Final = ("kaikki", "lapset", "lapsiperheet", "nuoret", "aikuiset", "ikaihmiset", "yhdistykset")
THEMES: Final = ("kulttuuri", "kyla", "liikunta", "luonto", "musiikki", "perinne", "ruoka", "yhteiso")
SENTENCES: Final = (
    "Tervetuloa mukaan, yksin tai yhdessä!",
    "Kahvi on kuumaa ja pulla tuoretta.",
    "Tilaisuus on maksuton, eikä ennakkoon tarvitse ilmoittautua.",
    "Ovet aukeavat puoli tuntia ennen alkua.",
    "Ota mukaan sään mukaiset vaatteet ja hyvää mieltä.",
    "Kyydin saa kysymällä: kerro, mistä tulet, niin etsimme naapurin, joka ajaa ohi.",
    "Illan aikana kuullaan, mitä kylällä on tehty ja mitä ensi vuonna aiotaan.",
    "Lapset saavat puuhaa, ja isovanhemmat pääsevät kertomaan, miten ennen oli.",
    "Paikalle pääsee pyörätuolilla, ja sisällä on induktiosilmukka.",
    "Tuotto käytetään kylätalon katon korjaukseen, joka alkaa heti, kun routa on sulanut.",
    "Viime kerralla meitä oli yli neljäkymmentä, ja puhetta riitti pimeään asti.",
    "Järjestelyissä ovat mukana nuorisoseura, marttayhdistys ja metsästysseura.",
)
#: What every fifth text has besides: most people write plain prose.
MARKDOWN: Final = "Mukana ovat **nuorisoseura** ja *marttayhdistys*:\n\n- laulua\n- [kahvia](https://kahvi.example/)"
LONGEST_TEXT: Final = 44  # sentences
#: A paper of one town that appears on Wednesdays.
CHANNEL: Final = """\
lehti-{number}:
  nimi: Lehti {number}
  tyyppi: lehti
  ilmestyy: keskiviikkoisin
  kattaa: seuraava viikko
  määräaika: saman viikon maanantaina klo 12
  enimmäispituus: 200
  enintään: 25
  oletus: kyllä
  kunnat: [{town}]
"""


@dataclass(frozen=True)
class Event:
    """One invented event. ``text`` is Markdown, ``yaml`` the whole record."""

    id: str
    title: str
    day: date
    text: str
    yaml: str
    facts: tuple[tuple[str, str], ...]
    #: Id and name of its municipality.
    town: tuple[str, str]
    #: The pages that list it besides its own and those of its dates: folder, id and title.
    lists: tuple[tuple[str, str, str], ...]
    #: In how many weeks, one after the other, it is held.
    times: int = 1

    @property
    def path(self) -> str:
        """Where its file stands in the folder of events."""
        return f"{self.day.year}/{self.day.month:02}/{self.id}.yml"

    @property
    def days(self) -> list[date]:
        """All days on which it is held."""
        return [self.day + timedelta(weeks=number) for number in range(self.times)]


def plain_id(name: str) -> str:
    """A name as an id."""
    return name.lower().replace(" ", "-").translate(str.maketrans("äöå", "aoa"))


def municipalities() -> list[tuple[str, str, str]]:
    """Id, name and locative of the 300 municipalities."""
    return [
        (plain_id(f"{front}{end}"), f"{front}{end}", f"{front}{locative}")
        for front, (end, locative) in product(FRONTS, ENDS.items())
    ]


def make_events(count: int, places: int = PLACES, past_years: int = PAST_YEARS) -> list[Event]:
    """Make the events of so many municipalities and past years."""
    chance = Random(count)  # noqa: S311 - invented data, the same every time
    towns = municipalities()[:places]
    organisations = max(count // EVENTS_PER_ORGANISATION, 1)
    venues = max(count // EVENTS_PER_VENUE, 1)
    return [_event(number, chance, towns, organisations, venues, past_years) for number in range(count)]


def _event(
    number: int,
    chance: Random,
    towns: list[tuple[str, str, str]],
    organisations: int,
    venues: int,
    past_years: int,
) -> Event:
    day = date(TODAY.year - past_years, 1, 1) + timedelta(days=chance.randrange(past_years * 365 + DAYS_TO_COME))
    # Two in three are moved to the days on which people are free.
    if chance.random() < 0.66:
        day += timedelta(days=(chance.choice((4, 5, 5, 6)) - day.weekday()) % 7)
    hour = chance.choice((10, 11, 12, 13, 14, 18)) if day.weekday() >= 5 else chance.choice((17, 18, 18, 18, 19))
    minute = chance.choice(("", ".30"))
    organisation = chance.randrange(organisations)
    venue = chance.randrange(venues)
    slug, town, place = towns[venue % len(towns)]
    title = f"{chance.choice(SUBJECTS)} {chance.choice(THINGS)} {place}"
    text = _text(chance)
    form = chance.choice(FORMS)
    audience = chance.choice(AUDIENCES)
    themes = sorted(chance.sample(THEMES, 2))
    lines = [
        f"otsikko: {title}",
        f"alkaa: {day.day}.{day.month}.{day.year} klo {hour}{minute}",
        f"päättyy: {day.day}.{day.month}.{day.year} klo {hour + 2}{minute}",
        f"järjestäjä: [yhdistys-{organisation}]",
        f"paikka: talo-{venue}",
        f"muoto: {form}",
        f"kenelle: [{audience}]",
        f"teemat: [{', '.join(themes)}]",
        "hinta: Vapaa pääsy",
    ]
    times = 1 if number % 10 else chance.randrange(4, 30)
    if times > 1:
        lines.append(f"toistuu: {{joka: viikko, kertoja: {times}}}")
    facts = (
        ("Milloin", f"{day.day}.{day.month}.{day.year} klo {hour}{minute}"),
        ("Missä", f"Talo {venue}, {place}"),
        ("Järjestäjä", f"Yhdistys {organisation}"),
        ("Muoto", form),
    )
    lists = (
        ("vapaat-paivat", slug, town),
        ("kenelle", audience, audience.capitalize()),
        *(("teemat", theme, theme.capitalize()) for theme in themes),
        ("kunnat", slug, town),
        ("paikat", f"talo-{venue}", f"{town}n talo {venue}"),
        ("yhdistykset", f"yhdistys-{organisation}", f"Yhdistys {organisation}"),
    )
    body = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
    yaml = "\n".join(lines) + f"\nkuvaus: |\n{body}"
    return Event(f"{plain_id(title)}-{number}", title, day, text, yaml, facts, (slug, town), lists, times)


def _text(chance: Random) -> str:
    paragraphs = []
    left = chance.randrange(8, LONGEST_TEXT)
    while left > 0:
        size = min(chance.randrange(2, 6), left)
        left -= size
        paragraphs.append(" ".join(chance.choice(SENTENCES) for _ in range(size)))
    if chance.random() < 0.2:
        paragraphs.append(MARKDOWN)
    return "\n\n".join(paragraphs)


def write_project(
    count: int, root: Path, places: int = PLACES, past_years: int = PAST_YEARS, channels: int = 0
) -> list[Event]:
    """Write the project into ``root``; return its events. Each of few municipalities touches the one before it."""
    towns = municipalities()[:places]
    content = root / "content"
    for name in ("municipalities", "organisations", "venues", "vocabulary"):
        (content / name).mkdir(parents=True, exist_ok=True)
    for number, (slug, name, locative) in enumerate(towns):
        touches = f"naapurit: [{towns[number - 1][0]}]\n" if number and places < PLACES else ""
        text = f"---\nnimi: {name}\nmissä: {locative}\nasukkaita: {900 + number * 37}\n{touches}---\nKunta.\n"
        (content / f"municipalities/{slug}.md").write_text(text, encoding="utf-8")
    for number in range(max(count // EVENTS_PER_ORGANISATION, 1)):
        slug, name, _ = towns[number % len(towns)]
        text = f"---\nnimi: {name}n seura {number}\ntyyppi: yhdistys\nkunta: {slug}\n---\nSeura toimii kylällä.\n"
        (content / f"organisations/yhdistys-{number}.md").write_text(text, encoding="utf-8")
    for number in range(max(count // EVENTS_PER_VENUE, 1)):
        slug, name, _ = towns[number % len(towns)]
        text = f"nimi: {name}n talo {number}\nkunta: {slug}\npaikkoja: {40 + number % 200}\n"
        (content / f"venues/talo-{number}.yml").write_text(text, encoding="utf-8")
    for name, ids in (("themes", THEMES), ("audiences", AUDIENCES)):
        broader = "\n  yläkäsite: kaikki" if name == "audiences" else ""
        lines = [f"{each}:\n  nimi: {each.capitalize()}{broader if each != 'kaikki' else ''}\n" for each in ids]
        (content / f"vocabulary/{name}.yml").write_text("".join(lines), encoding="utf-8")
    if channels:
        lines = [CHANNEL.format(number=number, town=towns[number % len(towns)][0]) for number in range(channels)]
        (content / "vocabulary/channels.yml").write_text("".join(lines), encoding="utf-8")
    (content / "index.md").write_text("# Maakunta\n\nTapahtumat yhdessä paikassa.\n", encoding="utf-8")
    options = (
        "site_name: Maakunnan seurantalo\nsite_url: https://maakunta.example/\ndocs_dir: content\n"
        "edit_uri: https://git.example/maakunta/edit/main/content/\n"
        "theme:\n  name: material\n  language: fi\n  font: false\n"
        f"plugins:\n  - search\n  - seurantalo:\n      today: {TODAY}\nnav: [index.md]\n"
    )
    (root / "mkdocs.yml").write_text(options, encoding="utf-8")
    events = make_events(count, places, past_years)
    for event in events:
        path = root / "events" / event.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(event.yaml, encoding="utf-8")
    return events


def main() -> None:
    """Write the project that the arguments ask for."""
    parser = argparse.ArgumentParser(description="Write an invented region.")
    parser.add_argument("events", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--municipalities", type=int, default=PLACES, help=f"at most {PLACES}")
    parser.add_argument("--past-years", type=int, default=PAST_YEARS, help="whole years before this one")
    parser.add_argument("--channels", type=int, default=0)
    parser.add_argument("--history", action="store_true", help="make a git repository of it")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    places, years = options.municipalities, options.past_years
    events = write_project(options.events, options.folder, places, years, options.channels)
    if options.history:
        commit_history(options.folder, {f"events/{event.path}": event.day for event in events}, TODAY)
    size = sum(len(event.yaml.encode()) for event in events) // max(len(events), 1)
    print(f"{len(events)} events of {size} bytes on average in {options.folder}")


if __name__ == "__main__":
    main()
