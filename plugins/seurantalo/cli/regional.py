"""``seurantalo regional``: looks up the words and places of a regional calendar, and says what it would take.

What was looked up becomes a file of the project, so that builds need no network. The calendar is asked about the ids
of the channel's map alone, one by one: it may know tens of thousands of words.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import datetime, time
from typing import Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

import orjson

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.channel import Channel, RegionalMap
from seurantalo.model.community import Community
from seurantalo.project import Project
from seurantalo.publishing.api.regional.report import RegionalReport, Telling, regional_report
from seurantalo.publishing.api.regional.rules import WORDS
from seurantalo.publishing.api.regional.terms import Snapshot, Standing, read_snapshot, snapshot_path
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.report import format_text
from seurantalo.sending.ledger import go_on

#: Ids that are looked up at most, and octets and seconds of each answer.
MOST_IDS: Final = 500
OCTETS: Final = 65_536
SECONDS: Final = 10.0
_NO_ANSWER: Final = "The regional calendar did not answer about “{name}”: nothing was changed."


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``regional``."""
    parser = commands.add_parser(
        "regional", parents=[shared], help="look up the words and places of a regional calendar"
    )
    parser.add_argument("channel", metavar="CHANNEL", help="the id of its channel")
    parser.add_argument("--offline", action="store_true", help="look nothing up, and say what it would take")
    parser.set_defaults(command=_regional)


def _regional(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    channel, regional = _chosen(reading.community, options.channel)
    path = project.root / snapshot_path(channel)
    known = read_snapshot(path.read_bytes() if path.is_file() else None)
    if not options.offline:
        known = _looked_up(regional, project)
        go_on(path, known.written.decode())
    report = _report(project, reading.community, channel, known)
    _tell(project, report)
    wrong = [name for name, one in {**known.keywords, **known.places}.items() if one is not Standing.HERE]
    for name in sorted(wrong):
        instead = known.instead.get(name)
        message = "{name} is not in use there. Use {instead}." if instead else "{name} is not in use there."
        say(project.lang.say(message, name=name, instead=instead or ""))
    return ExitCode.ERRORS if wrong else ExitCode.CLEAN


def _chosen(community: Community, name: str) -> tuple[Channel, RegionalMap]:
    known = {one.id: (one, one.regional) for one in community.channels.values() if one.regional is not None}
    if name not in known:
        raise UsageError("No regional calendar is called “{name}”.", nearest(name, known), name=name)
    return known[name]


def _looked_up(regional: RegionalMap, project: Project) -> Snapshot:
    """Return what the calendar says today of the ids of the map."""
    words = sorted({*regional.keywords.values(), *regional.audiences.values()})
    places = sorted(set(regional.places.values()))
    number = len(words) + len(places)
    if number > MOST_IDS:
        raise UsageError("The map has {n} ids, and at most {limit} are looked up.", n=number, limit=MOST_IDS)
    address = f"{regional.address.rstrip('/')}/"
    if not address.startswith("https://"):
        raise UsageError("The address of the regional calendar must begin with https://.")
    instead: dict[str, str] = {}
    keywords = _standings(address, "keyword", words, instead)
    found = _standings(address, "place", places, instead)
    return Snapshot(project.today, keywords, found, instead)


def _standings(address: str, kind: str, names: list[str], instead: dict[str, str]) -> Mapping[str, Standing]:
    from seurantalo.cli.download import DownloadError, Limits, download  # noqa: PLC0415 (sockets and TLS)

    found: dict[str, Standing] = {}
    for name in names:
        try:
            content = download(f"{address}{kind}/{quote(name, safe=':')}/", Limits(octets=OCTETS, seconds=SECONDS))
        except DownloadError as error:
            status = error.values.get("status")
            if status not in ("404", "410"):
                raise UsageError(_NO_ANSWER, name=name) from None
            found[name] = Standing.UNKNOWN if status == "404" else Standing.GONE
            continue
        found[name] = _standing(content, name, instead)
    return found


def _standing(content: bytes, name: str, instead: dict[str, str]) -> Standing:
    """Return what an answer says of an id; one about another id says that this one was replaced."""
    try:
        told = orjson.loads(content)
    except ValueError:
        told = None
    if not isinstance(told, dict) or not isinstance(told.get("id"), str):
        raise UsageError(_NO_ANSWER, name=name)
    if told["id"] != name:
        instead[name] = told["id"][:100]
        return Standing.GONE
    return Standing.GONE if told.get("deprecated") or told.get("deleted") else Standing.HERE


def _report(project: Project, community: Community, channel: Channel, known: Snapshot) -> RegionalReport:
    calendar = project.calendar(community)
    settings = project.settings
    briefs = Briefs(community, project.site, project.lang, settings.timezone)
    now = datetime.combine(project.today, time(), ZoneInfo(settings.timezone))
    telling = Telling(community, calendar, Values(project.site, settings.language), briefs)
    return regional_report(telling, channel, known, now)


def _tell(project: Project, report: RegionalReport) -> None:
    """Say how much it would take, and by which rule how much is kept back."""
    lang = project.lang
    taken, kept = len(report.taken), len(report.kept)
    say(lang.say("{taken} entries go to the calendar, {kept} are kept back.", taken=taken, kept=kept))
    for rule, number in report.reasons.items():
        one = next(fault for each in report.kept for fault in each.faults if fault.rule is rule)
        words = lang.say(WORDS[rule].sentence, at=one.at, found=one.found, limit=one.limit)
        say(f"  {number}: {words} [{rule.value}]")
