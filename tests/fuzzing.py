"""Files as nobody would write them: real ones, changed by chance, and what has to hold of what is read from them.

Nothing raises, nothing takes long, every problem has a file and a line of it and words in each language, and a
project of all files without an error becomes a calendar.
"""

from __future__ import annotations

import random
import re
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from seurantalo.importing import Defaults, Request, import_calendar
from seurantalo.language import LANGUAGES, language
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.reading import read_community
from seurantalo.reading.report import format_github, format_text, problem_objects

TESTS: Final = Path(__file__).resolve().parent
BASE: Final = TESTS / "reading" / "base"
TODAY: Final = date(2027, 1, 4)
SETTINGS: Final = Settings()
#: Seconds of processor time that one file may take, and more at once while it is looked for which one.
MOST_SECONDS: Final = 2.0
_ENDS: Final = (".yml", ".yaml", ".md")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
#: What breaks readers of texts, dates, numbers, YAML, Markdown and calendars.
_NASTY: Final = (
    *(": ", " :", "- ", "#", " #", "|", ">", "'", '"', "[", "]", "{", "}", "&a", "*a", "!!x", "%", "@", "`"),
    *("\t", "\n", "\r", "---\n", "...\n", "\x00", "\x1b[2J", "\u202e", "\u200b", "\ufeff", "\xa0", "\u2028"),
    *("a\u0308", "\U0001f600", "31.2.2027", "29.2.2027", "0.0.0000", "99.99.9999", "1.1.0001", "31.12.9999"),
    *("klo 24", "klo 99.99", "12:30:99", "9" * 20, "-1", "1e999", "0x10", "1_000", "٣", "½", "NaN", "null"),
    *("~", "on", "kyllä", "joka", "viikko", "–", "[[", "]]", "[[x:y]]", "![](x)", "](", "```\n", "<b", "<!--"),
    *("&#0;", "{{", "{%", "~~", "[^1]", "https://", "a" * 3_000, "(" * 300, "[" * 40, "*a" * 200, "0 " * 300),
    *("1." * 200, "> " * 100, "  - " * 50, "x@" * 100, "FREQ=SECONDLY", "INTERVAL=0", "COUNT=999999999"),
    *("UNTIL=00000101", "BYSETPOS=-366", "DTSTART:99999999T999999Z", "BEGIN:VEVENT\n", "END:VCALENDAR\n"),
    *("TZID=Foo/Bar:", "RDATE;VALUE=PERIOD:", "DURATION:-P99999W", "\n ", ";"),
)
#: What a file name means; other files get names of their own.
_NAMED: Final = ("vocabulary", "handbook")

#: A channel and a file of the ledger that say all that there is to say.
_CHANNELS: Final = """\
lehti:
  nimi: {fi: Lehti, sv: Tidningen}
  tyyppi: lehti
  ilmestyy: keskiviikkoisin
  kattaa: seuraava viikko
  määräaika: saman viikon maanantaina klo 12
  muistutus: samana päivänä klo 8
  poikkeukset: [{ilmestyy: 22.12.2027, määräaika: 16.12.2027 klo 16}, {ilmestyy: 29.12.2027, jää-väliin: kyllä}]
  enimmäispituus: 200
  enintään: 25
  järjestys: päivä, kunta
  ei-ota: [kokoukset, viikoittaiset]
  maksu: {ilmainen-asti: 150, rivi: 3.50}
  pohja: palsta
  kuka: {kokoaa: toimitus, lähettää: järjestäjä}
  lähetys: sähköposti
  kielet: suomi, sv
  oletus: {paino: [suuri, tavallinen], muodot: kaikki}
  kunnat: [vimpeli]
tiedote:
  nimi: Tiedote
  tyyppi: uutiskirje
  numerot:
    - {ilmestyy: 14.6.2027, määräaika: edellinen viikko}
    - 16.8.2027
  määräaika: edellisen kuukauden 15. päivänä
  aluekalenteri:
    osoite: https://kalenteri.example.org/v1/
    avainsanat: {musiikki: yso:p1808, konsertti: yso:p11185}
    paikat:
      seurantalo: tprek:7
"""
_LEDGER: Final = """\
lähetetty: 3.1.2027 klo 9.12
kerrottu:
  kevatkonsertti 2027-03-20: klo 18–20; Seurantalo; Vimpeli; 10 €
  retki 2027-03-21: klo 9; Kylätalo
julkaisut:
  kaikki: $abc:example.org
  retki 2027-03-21: 1234567890
"""

_Attempt = Callable[[dict[str, bytes]], tuple[int, list[str]]]


@dataclass(slots=True)
class Outcome:
    """How many files were tried, how many of them were taken, and what was wrong, with the file that shows it."""

    tried: int = 0
    taken: int = 0
    slowest: float = 0.0
    wrong: list[tuple[str, str, bytes]] = field(default_factory=list)


class _TooSlowError(BaseException):
    """Not caught by what catches whatever a library raises."""


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def record_seeds(*regions: Path) -> list[tuple[str, bytes]]:
    """Return (path, content) of the records and pages of regions, and of the cases of the tests of reading."""
    found: list[tuple[str, bytes]] = []
    # The small region comes often: what its files lean on is there.
    for region in (*(BASE,) * 12, *regions):
        for folder in ("content", "events"):
            files = [path for path in sorted((region / folder).rglob("*")) if path.is_file() and path.suffix in _ENDS]
            found += [(path.relative_to(region).as_posix(), path.read_bytes()) for path in files]
    for case in sorted((TESTS / "reading" / "problems").glob("*.yml")):
        written = yaml.safe_load(case.read_text(encoding="utf-8")).get("files") or {}
        found += [(name, str(text).encode()) for name, text in written.items() if name.endswith(_ENDS)]
    channels = ("content/vocabulary/channels.yml", _CHANNELS.encode())
    ledger = ("content/announcements/lehti/2027-01-04.yml", _LEDGER.encode())
    return [*found, *(channels, ledger) * 8]


def calendar_seeds() -> list[bytes]:
    """Return the calendars of the tests of the import."""
    cases = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in (TESTS / "importing/cases").glob("*.yml"))
    return sorted(str(case["calendar"]).encode() for case in cases if "calendar" in case)


def changed(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a file after one to six changes; ``other`` is one that pieces may come from."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        content = chance.choice(_CHANGES)(content[:60_000], other, chance)
    return content


def _span(content: bytes, chance: random.Random, most: int = 40) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randrange(1, most))


def _nasty(content: bytes, _: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    piece = chance.choice(_NASTY).encode() * chance.choice((1, 1, 1, 2, 30))
    return content[:start] + piece + content[chance.choice((start, end)) :]


def _value(content: bytes, _: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    key, colon, _rest = lines[at].partition(b":")
    lines[at] = key + colon + b" " + chance.choice(_NASTY).encode()
    return b"\n".join(lines)


def _number(content: bytes, _: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb"\d+", content))
    if not found:
        return content
    one = chance.choice(found)
    put = chance.choice((b"0", b"00", b"13", b"32", b"99", b"2027", b"9999", b"10000", b"-1", b"9" * 30))
    return content[: one.start()] + put + content[one.end() :]


def _line(content: bytes, other: bytes, chance: random.Random) -> bytes:
    lines, foreign = content.split(b"\n"), other.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines[at], lines[to] = lines[to], lines[at]
        case 2:
            lines[at:at] = [lines[to]] * chance.choice((1, 2, 50))
        case 3:
            lines[at] = chance.choice((b"  ", b"\t", b"      ", b"- ")) + lines[at].lstrip()
        case _:
            lines[at:at] = foreign[: chance.randrange(1, 6)]
    return b"\n".join(lines)


def _bytes(content: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance, 300)
    match chance.randrange(6):
        case 0:
            return content[:start]
        case 1:
            return content[:start] + content[end:]
        case 2:
            return content[:end] + content[start:end] * chance.choice((1, 3, 60)) + content[end:]
        case 3:
            return content[:start] + bytes(chance.randrange(256) for _ in range(4)) + content[end:]
        case 4:
            begin = chance.randrange(len(other) + 1)
            return content[:start] + other[begin : begin + 300] + content[end:]
        case _:
            code = chance.choice(("latin-1", "utf-16", "cp437"))
            return content.decode("utf-8", "replace").encode(code, "replace")


_CHANGES: Final = (_nasty, _nasty, _value, _value, _number, _number, _line, _line, _bytes)


def fuzz_records(seeds: list[tuple[str, bytes]], count: int, seed: int, batch: int = 60) -> Outcome:
    """Try changed records and pages, several in one project; those of a project in which something is wrong alone."""
    chance, outcome = random.Random(seed), Outcome()
    while outcome.tried < count:
        files: dict[str, bytes] = {}
        for number in range(min(batch, count - outcome.tried)):
            path, content = chance.choice(seeds)
            folder, _, name = path.rpartition("/")
            content = changed(content, chance.choice(seeds)[1], chance)
            if any(word in path for word in _NAMED):
                _tried(outcome, {path: content}, _try_records, MOST_SECONDS)
            else:
                files[f"{folder}/koe-{number}{name[name.rfind('.') :]}"] = content
        _tried(outcome, files, _try_records, MOST_SECONDS * 5)
    return outcome


def _tried(
    outcome: Outcome,
    files: dict[str, bytes],
    attempt: Callable[[dict[str, bytes]], tuple[int, list[str]]],
    seconds: float,
) -> None:
    began = time.process_time()
    try:
        with _at_most(seconds):
            taken, wrong = attempt(files)
    except _TooSlowError:
        taken, wrong = 0, [f"takes more than {seconds:g} s"]
    except Exception:  # noqa: BLE001 (what is looked for)
        taken, wrong = 0, [traceback.format_exc(limit=-4)]
    if wrong and len(files) > 1:
        for name, content in files.items():
            _tried(outcome, {name: content}, attempt, MOST_SECONDS)
        return
    outcome.tried += len(files)
    outcome.taken += taken
    outcome.slowest = max(outcome.slowest, (time.process_time() - began) / len(files))
    outcome.wrong += [(name, each, content) for each in wrong for name, content in files.items()]


def _try_records(files: dict[str, bytes]) -> tuple[int, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        reading = read_community(root, root / "content", SETTINGS, TODAY)
        wrong = list(_told_badly(reading.problems, files))
        bad = {problem.path for problem in reading.errors}
        good = [name for name in files if name not in bad]
        for name in bad & files.keys():
            (root / name).unlink()
            if (BASE / name).exists():
                shutil.copy(BASE / name, root / name)
        community = read_community(root, root / "content", SETTINGS, TODAY).community
        if community is not None:
            for series in make_calendar(community, SETTINGS, TODAY).series:
                wrong += [f"ends before it starts: {one}" for one in series if one.ends_at < one.starts_at]
        return len(good), wrong


def fuzz_calendars(seeds: list[bytes], count: int, seed: int) -> Outcome:
    """Try changed calendars of others, each alone."""
    chance, outcome = random.Random(seed), Outcome()
    community = read_community(BASE, BASE / "content", SETTINGS, TODAY).community
    if community is None:
        raise AssertionError
    calendar = make_calendar(community, SETTINGS, TODAY)
    request = Request(path="kalenteri.ics", defaults=Defaults(organisation="vimpelin-martat"))

    def attempt(files: dict[str, bytes]) -> tuple[int, list[str]]:
        found: Any = import_calendar(files[request.path], request, community, calendar, SETTINGS)
        return len(found.events), list(_told_badly(found.problems, files))

    while outcome.tried < count:
        content = changed(chance.choice(seeds), chance.choice(seeds), chance)
        _tried(outcome, {request.path: content}, attempt, MOST_SECONDS)
    return outcome


def _told_badly(problems: tuple[Problem, ...], files: dict[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with the words or the place of problems."""
    lines = {name: len(re.split(rb"\r\n|\r|\n", content)) for name, content in files.items()}
    for problem in problems:
        if not problem.path and problem.severity is Severity.ERROR:
            yield f"{problem.code} has no file"
        if problem.path in lines and not 0 <= problem.line <= lines[problem.path]:
            yield f"{problem.code} is on line {problem.line} of {lines[problem.path]}"
    for code in LANGUAGES:
        lang = language(code)
        for words in (format_text(problems, lang), "\n".join(format_github(problems, lang))):
            if found := _CONTROLS.search(words):
                yield f"a report in {code} holds {found[0]!r}"
        problem_objects(problems, lang)
