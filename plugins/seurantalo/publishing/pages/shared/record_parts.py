"""The pieces that pages of records share: contacts, feeds, periods, lists by letter, and events by record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from seurantalo.model.community import AnyRecord
from seurantalo.model.event import Weight
from seurantalo.model.parts import Contact, Period
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FEED_GROUPS, FOLDERS, feed, own_calendar
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.feeds.news import news_links
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import event_rows
from seurantalo.publishing.pages.shared.other_language import other_language
from seurantalo.publishing.pages.shared.view import Badge, Link, Notice, Tone
from seurantalo.publishing.prose import ProseContext, plain_text, render_prose
from seurantalo.publishing.publication import FeedLink, Heading, Site
from seurantalo.wiki import contact_is_old

#: Events listed on a record's page; the rest are in its calendar.
MOST_COMING: Final = 30
#: Weekly groups listed on a record's page.
MOST_WEEKLY: Final = 60
#: From this many on, a list gets links to its letters.
LETTERS_FROM: Final = 40
DESCRIPTION: Final = 200


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask: a role, how to reach it, and when somebody last made sure."""

    role: str
    links: tuple[Link, ...]
    checked: str
    old: bool


@dataclass(frozen=True, slots=True)
class FeedView:
    """A calendar to subscribe to: the page with a button for each app, and the plain file."""

    title: str
    page: str
    file: str


@dataclass(frozen=True, slots=True)
class ComingView:
    """What is ahead: single dates in order, how many more there are, and weekly groups once each."""

    events: Sequence[Occurrence]
    events_html: Markup
    more: int
    weekly: Sequence[Occurrence]
    weekly_html: Markup
    more_weekly: int
    feed: FeedView


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a heading."""

    title: str
    anchor: str
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of a narrowing form: its label, its name in the address, and (value, words) options."""

    label: str
    name: str
    options: tuple[tuple[str, str], ...]


def contact_view(ctx: PageContext, contact: Contact) -> ContactView:
    """Return a contact with the day on which it was checked, in words."""
    links = []
    if contact.email:
        links.append(Link(contact.email, f"mailto:{contact.email}"))
    if contact.phone:
        links.append(Link(contact.phone, f"tel:{''.join(contact.phone.split())}"))
    if contact.url.startswith(("https://", "http://")):
        links.append(Link(contact.url.split("://", 1)[1].rstrip("/"), contact.url))
    checked = (
        ctx.lang.say("checked {date}", date=wording.plain_day(contact.checked, ctx.lang))
        if contact.checked is not None
        else ctx.say("nobody has checked this yet")
    )
    return ContactView(ctx.words(contact.role), tuple(links), checked, contact_is_old(contact, ctx.today))


def feed_view(record: AnyRecord, root: str, title: str) -> FeedView:
    """Return the calendar of a record for a page whose way to the site's root is ``root``."""
    group = FEED_GROUPS[record.KIND]
    return FeedView(title, f"{root}{own_calendar(group, record.id)}", f"{root}{feed(group, record.id)}")


def coming_view(
    ctx: PageContext,
    dates: Iterable[Occurrence],
    root: str,
    feed: FeedView,
    *,
    most: int = MOST_COMING,
    in_place: bool = False,
) -> ComingView:
    """Return what is ahead. ``in_place`` leaves the municipality out of the cards: the page says it.

    A weekly group stands once with its rhythm in words: its dates would bury everything else.
    """
    single: list[Occurrence] = []
    weekly: dict[str, Occurrence] = {}
    for found in dates:
        event = found.event
        if event.repeats is None or event.weight is not Weight.ROUTINE:
            single.append(found)
        elif not found.cancelled:
            weekly.setdefault(event.id, found)
    rows = event_rows(ctx, root)
    events, groups = single[:most], list(weekly.values())[:MOST_WEEKLY]
    return ComingView(
        events=events,
        events_html=rows.of(events, in_place=in_place),
        more=max(len(single) - most, 0),
        weekly=groups,
        weekly_html=rows.weekly(groups, in_place=in_place),
        more_weekly=len(weekly) - len(groups),
        feed=feed,
    )


def feed_links(ctx: PageContext, record: AnyRecord) -> tuple[FeedLink, ...]:
    """Return the calendar and the news of a record for the head of its page."""
    name = ctx.names[record.KIND][record.id]
    calendar = FeedLink(feed(FEED_GROUPS[record.KIND], record.id), name)
    return (calendar, *news_links(ctx.site, ctx.lang, record.KIND, record.id, name))


def webcal(site: Site, path: str) -> str:
    """Return the address of a feed that opens in a calendar app; ``""`` where the site's address is not known."""
    return f"webcal://{site.url.split('://', 1)[1]}{path}" if "://" in site.url else ""


def google(site: Site, path: str) -> str:
    """Return the address that adds a feed to Google's calendar; ``""`` where the site's address is not known."""
    if "://" not in site.url:
        return ""
    return f"https://calendar.google.com/calendar/r?cid={_quoted(webcal(site, ''))}{_quoted(path)}"


def outlook(site: Site, path: str, title: str) -> str:
    """Return the address that adds a feed to Outlook on the web; ``""`` where the site's address is not known."""
    if "://" not in site.url:
        return ""
    found = f"url={_quoted(site.url)}{_quoted(path)}&name={quote(title, safe='')}"
    return f"https://outlook.live.com/calendar/0/addfromweb?{found}"


@lru_cache(maxsize=64)
def _quoted(part: str) -> str:
    """Return a part of an address as it stands inside another; one page has the same ones in many."""
    return quote(part, safe="")


def prose(ctx: PageContext, text: Text | None, root: str, id_prefix: str, level: int = 3) -> Markup:
    """Return a contributed text as clean HTML; nothing for none."""
    if text is None:
        return Markup()
    context = ProseContext(ctx.community, ctx.lang.code, root, level, id_prefix)
    made = render_prose(text.in_language(ctx.lang.code), context)
    other = other_language(ctx, text)
    return Markup('<div lang="{}">{}</div>').format(other, made) if other else made


def summary(ctx: PageContext, text: Text | None, limit: int = DESCRIPTION) -> str:
    """Return a contributed text in a few plain words."""
    return plain_text(ctx.words(text), limit, ProseContext(ctx.community, ctx.lang.code)) if text else ""


def period_words(ctx: PageContext, period: Period) -> str:
    """Return a period in words; an open end is open in words too."""
    if period.starts is not None and period.ends is not None:
        return wording.plain_days(period.starts, period.ends, ctx.lang)
    if period.starts is not None:
        return ctx.lang.say("from {date}", date=wording.plain_day(period.starts, ctx.lang))
    if period.ends is not None:
        return ctx.lang.say("until {date}", date=wording.plain_day(period.ends, ctx.lang))
    return ""


def demo_notice(ctx: PageContext, record: AnyRecord, text: str) -> tuple[Notice, ...]:
    """Return the notice of an invented record; none for a real one."""
    return (Notice(ctx.say("Invented example."), text, Tone.DEMO),) if record.demo else ()


def demo_badges(ctx: PageContext, record: AnyRecord) -> tuple[Badge, ...]:
    """Return the badge of an invented record in a list; none for a real one."""
    return (Badge(ctx.say("example"), Tone.DEMO),) if record.demo else ()


def crumbs(ctx: PageContext, root: str, kind: Kind, title: str) -> tuple[Link, ...]:
    """Return the way back from a record's page to the list of its kind."""
    return (Link(ctx.say("Front page"), root or "./"), Link(title, f"{root}{FOLDERS[kind]}"))


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in alphabetical order."""
    return tuple(sorted(links, key=lambda link: sort_key(link.text)))


def headings(*found: tuple[str, str, object]) -> tuple[Heading, ...]:
    """Return the table of contents out of (anchor, title, what stands under it); empty sections have no line."""
    return tuple(Heading(anchor, title) for anchor, title, content in found if content)


#: Further from a day than any zone's clock is from UTC, in seconds (they reach from -12 to +14 hours).
_ANY_ZONE: Final = 15 * 3600
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of a record that are over, and those that are not; both in order of start."""

    past: list[Occurrence]
    coming: list[Occurrence]


@lru_cache(maxsize=1)
def _dealt(calendar: Calendar) -> Mapping[tuple[Kind, str], _Dates]:
    """Deal every date of a calendar out to its records; the pages of several kinds ask for the same."""
    today = calendar.today
    midnight = (today.toordinal() - _EPOCH_DAY) * 86_400
    over, ahead = midnight - _ANY_ZONE, midnight + _ANY_ZONE
    dates: Mapping[tuple[Kind, str], _Dates] = defaultdict(lambda: _Dates([], []))
    for found in calendar.occurrences:
        event, venue = found.event, found.venue
        records = [dates[Kind.MUNICIPALITY, event.municipality]]
        records += [dates[Kind.ORGANISATION, name] for name in event.organisers]
        records += [dates[Kind.PRACTICE, name] for name in event.practices]
        if venue is not None:
            records.append(dates[Kind.VENUE, venue])
        # Local days cost more to find out than seconds: they are asked for around today only.
        coming = found.starts_at >= ahead or (found.ends_at > over and found.last_day >= today)
        for record in records:
            (record.coming if coming else record.past).append(found)
    return dict(dates)


class EventsBy:
    """The calendar's dates by municipality, organiser, venue and practice, each list in order of start."""

    __slots__ = ("_dates",)

    def __init__(self, ctx: PageContext) -> None:
        """Deal every date out once."""
        self._dates = _dealt(ctx.calendar)

    def coming(self, record: AnyRecord) -> tuple[Occurrence, ...]:
        """Return the dates of a record that are not over."""
        dates = self._dates.get((record.KIND, record.id))
        return tuple(dates.coming) if dates else ()

    def past(self, record: AnyRecord) -> tuple[Occurrence, ...]:
        """Return the dates of a record that are over and were not cancelled, latest first."""
        dates = self._dates.get((record.KIND, record.id))
        return tuple([found for found in reversed(dates.past) if not found.cancelled]) if dates else ()

    def around_today(self, record: AnyRecord) -> tuple[Occurrence, ...]:
        """Return the next date alone, or all past ones: to tell whether something is alive no more is needed."""
        dates = self._dates.get((record.KIND, record.id))
        if dates is None:
            return ()
        return next(((found,) for found in dates.coming if not found.cancelled), tuple(dates.past))


def by_year(dates: Iterable[Occurrence]) -> tuple[tuple[int, int], ...]:
    """Return (year, events) for dates, latest year first; an event that repeats counts once a year."""
    found: dict[int, set[str]] = defaultdict(set)
    for one in dates:
        found[one.first_day.year].add(one.event.id)
    return tuple((year, len(found[year])) for year in sorted(found, reverse=True))


def day_or_none(ctx: PageContext, day: date | None) -> str:
    """Return a day in words; ``""`` for none."""
    return "" if day is None else wording.plain_day(day, ctx.lang)
