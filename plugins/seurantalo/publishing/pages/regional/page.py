"""The page on what a regional calendar takes of our events, what is kept back and whom to ask, and what is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.model.event import Event, Format
from seurantalo.model.fields.words import value_word
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CHANNELS, channel_address
from seurantalo.publishing.api.regional.report import LOST, RegionalReport, Telling, regional_report
from seurantalo.publishing.api.regional.rules import WORDS, Fault, Rule, Who
from seurantalo.publishing.api.regional.terms import Standing, read_snapshot, snapshot_path
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import headings
from seurantalo.publishing.pages.shared.view import Link, Notice, Tone
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

BELOW: Final = "aluekalenteri/"
#: Events of one reason; the rest is counted.
MOST: Final = 100
#: Keywords and places that are named because they were not found.
_MOST_NAMES: Final = 20


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event that is kept back, and whom to ask; nobody where the editors can mend it themselves."""

    event: Link
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class KeptView:
    """A reason, and the events that are kept back by it."""

    reason: str
    number: str
    hint: str
    events: tuple[KeptEvent, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalView:
    """What becomes of the events."""

    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    taken: str
    places: str
    kept: tuple[KeptView, ...]
    kept_title: str
    lost: tuple[str, ...]


def regional_pages(ctx: PageContext) -> Pages:
    """Return the pages of all regional calendars; none for a site that does not know its own address."""
    channels = {
        name: one for name, one in ctx.community.channels.items() if one.regional is not None and ctx.site.url
    }
    return Pages(sorted_by_address(channels), lambda name: regional_page(ctx, channels[name]))


def regional_page(ctx: PageContext, channel: Channel) -> Page:
    """Return the page of one regional calendar."""
    address = f"{channel_address(channel.id)}{BELOW}"
    view = regional_view(ctx, channel, depth_prefix(address))
    title = regional_title(ctx, channel)
    lead = ctx.say("Which of our events the calendar takes, which are kept back and whom to ask, and what is lost.")
    return Page(
        address=address,
        title=title,
        body=ctx.render("regional/page.html", title=title, lead=lead, view=view),
        description=lead,
        searchable=False,
        headings=headings(
            ("odottaa", ctx.say("Kept back"), view.kept),
            ("jaa-pois", ctx.say("What it has no place for"), view.lost),
        ),
    )


def regional_title(ctx: PageContext, channel: Channel) -> str:
    """Return what the page of a regional calendar is called."""
    return ctx.lang.say("What {calendar} takes", calendar=ctx.names[Kind.CHANNEL][channel.id])


def regional_view(ctx: PageContext, channel: Channel, root: str) -> RegionalView:
    """Return what the page of a regional calendar says today."""
    report = _report(ctx, channel)
    by_event: dict[str, list[Fault]] = {}
    for one in report.kept:
        by_event.setdefault(one.draft.event, []).extend(one.faults)
    count = ctx.lang.count
    events = {one.event for one in report.taken}
    entries = count("with {n} entry", "with {n} entries", len(report.taken))
    return RegionalView(
        crumbs=(
            Link(ctx.say("Announcing"), f"{root}{CHANNELS}"),
            Link(ctx.names[Kind.CHANNEL][channel.id], f"{root}{channel_address(channel.id)}"),
        ),
        notices=tuple(_notices(ctx, channel, report)),
        taken=f"{count('It takes {n} event', 'It takes {n} events', len(events))}, {entries}.",
        places=count("It gets {n} place from us.", "It gets {n} places from us.", len(report.places)),
        kept=tuple(_kept(ctx, by_event, root)),
        kept_title=count("{n} event is kept back", "{n} events are kept back", len(by_event)),
        lost=tuple(
            f"{ctx.say(words)}: {count('{n} event', '{n} events', report.lost[name])}"
            for name, words in LOST.items()
            if name in report.lost
        ),
    )


def _report(ctx: PageContext, channel: Channel) -> RegionalReport:
    values = Values(ctx.site, ctx.settings.language)
    briefs = Briefs(ctx.community, ctx.site, ctx.lang, ctx.settings.timezone)
    snapshot = read_snapshot(ctx.written(snapshot_path(channel)))
    now = datetime.combine(ctx.today, time(), ZoneInfo(ctx.settings.timezone))
    return regional_report(Telling(ctx.community, ctx.calendar, values, briefs), channel, snapshot, now)


def _notices(ctx: PageContext, channel: Channel, report: RegionalReport) -> Iterator[Notice]:
    snapshot = report.terms.snapshot
    if snapshot.looked_up is None:
        words = "Its keywords and places have not been looked up yet. Run: seurantalo regional {channel}"
        yield Notice(ctx.lang.say(words, channel=channel.id), tone=Tone.WARN)
        return
    day = wording.plain_day(snapshot.looked_up, ctx.lang)
    yield Notice(ctx.lang.say("Its keywords and places were looked up on {date}.", date=day), tone=Tone.INFO)
    wrong = [
        name
        for name, standing in sorted({**snapshot.keywords, **snapshot.places}.items())
        if standing is not Standing.HERE
    ]
    if wrong:
        words = "These are not in use in the regional calendar: {names}. Correct the channel's map."
        yield Notice(ctx.lang.say(words, names=", ".join(wrong[:_MOST_NAMES])), tone=Tone.WARN)


def _kept(ctx: PageContext, by_event: Mapping[str, Sequence[Fault]], root: str) -> Iterator[KeptView]:
    """Yield the reasons, that of most events first."""
    by_reason: dict[tuple[str, Rule], dict[str, list[Fault]]] = {}
    for name, faults in by_event.items():
        own = [one for one in dict.fromkeys(faults) if one.rule is not Rule.PARENT] or faults
        for fault in own:
            words = "" if fault.rule is Rule.KEYWORD else fault_words(ctx, fault)
            by_reason.setdefault((words, fault.rule), {}).setdefault(name, []).append(fault)
    for (words, rule), found in sorted(by_reason.items(), key=lambda one: (-len(one[1]), one[0])):
        who = WORDS[rule].who
        reason = words or _without_keyword(ctx, [fault for faults in found.values() for fault in faults])
        yield KeptView(
            reason,
            ctx.lang.count("{n} event", "{n} events", len(found)),
            ctx.say("The editors can correct this.") if who is Who.EDITOR else "",
            tuple(
                KeptEvent(
                    ctx.link(Kind.EVENT, name, root),
                    tuple(_contacts(ctx, ctx.community.events[name])) if who is Who.ORGANISER else (),
                )
                for name in list(found)[:MOST]
            ),
            max(0, len(found) - MOST),
        )


def _without_keyword(ctx: PageContext, faults: Sequence[Fault]) -> str:
    """Return what the map lacks, as it is to be written there: what most events wait for first."""
    counted = Counter(word for fault in dict.fromkeys(faults) for word in fault.found.split(", "))
    forms = {form.value: value_word(form, ctx.lang.code) for form in Format}
    words = ", ".join(forms.get(word, word) for word, _ in counted.most_common(_MOST_NAMES))
    return fault_words(ctx, Fault(Rule.KEYWORD, "keywords", words))


def fault_words(ctx: PageContext, fault: Fault) -> str:
    """Return what a fault says, in the language of the page."""
    return ctx.lang.say(WORDS[fault.rule].sentence, at=fault.at, found=fault.found, limit=fault.limit)


def _contacts(ctx: PageContext, event: Event) -> Iterator[ContactView]:
    """Yield whom to ask about an event: its own contact, else those of its organisers."""
    if event.contact is not None:
        yield contact_view(ctx, event.contact)
        return
    for name in event.organisers:
        contact = ctx.community.organisations[name].contact
        if contact is not None:
            yield contact_view(ctx, contact)
