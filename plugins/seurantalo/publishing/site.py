"""The whole site: the parts that it is made of become one Publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Final

from seurantalo.publishing.api.kinds import FILES as OPEN_DATA
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.feeds.kinds import FILES as FEEDS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.other_language import all_said_so
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.calendar.kinds import FILES as CALENDARS
from seurantalo.publishing.pages.calendar.kinds import KINDS as CALENDAR
from seurantalo.publishing.pages.calendar.subscribe.calendars import CalendarList
from seurantalo.publishing.pages.calendar.subscribe.limits import cut_problems
from seurantalo.publishing.pages.channels.kinds import FILES as CHANNEL_FILES
from seurantalo.publishing.pages.channels.kinds import KINDS as CHANNELS
from seurantalo.publishing.pages.clash.kinds import KINDS as CLASH
from seurantalo.publishing.pages.embed.kinds import FILES as EMBED_FILES
from seurantalo.publishing.pages.embed.kinds import KINDS as EMBED
from seurantalo.publishing.pages.event.kinds import FILES as FORMER_ADDRESSES
from seurantalo.publishing.pages.event.kinds import KINDS as EVENT
from seurantalo.publishing.pages.event.surroundings import by_beginning
from seurantalo.publishing.pages.offline.kinds import FILES as OFFLINE_LISTS
from seurantalo.publishing.pages.offline.kinds import KINDS as OFFLINE
from seurantalo.publishing.pages.offline.root_files import root_files
from seurantalo.publishing.pages.participation.kinds import KINDS as PARTICIPATION
from seurantalo.publishing.pages.people.kinds import FILES as CONTACTS
from seurantalo.publishing.pages.people.kinds import KINDS as PEOPLE
from seurantalo.publishing.pages.propose.kinds import FILES as PROPOSAL_DATA
from seurantalo.publishing.pages.propose.kinds import KINDS as PROPOSE
from seurantalo.publishing.pages.regional.kinds import KINDS as REGIONAL
from seurantalo.publishing.pages.search.kinds import KINDS as SEARCH
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.pages.shared.linked_events import links_of_events
from seurantalo.publishing.pages.shared.telling_title import shared_titles
from seurantalo.publishing.pages.site.kinds import KINDS as SITE
from seurantalo.publishing.pages.wiki.kinds import KINDS as WIKI
from seurantalo.publishing.parts import Parts
from seurantalo.publishing.photos.kinds import FILES as PHOTOS
from seurantalo.publishing.previews import Previews
from seurantalo.publishing.prints.kinds import FILES as PRINTS
from seurantalo.publishing.prints.preview_files import IS_DRAWN
from seurantalo.publishing.publication import KindPages, Later, LazyPages, Publication
from seurantalo.publishing.traces.answers import Answers
from seurantalo.publishing.traces.recorder import Traces
from seurantalo.publishing.traces.told_pages import kept_pages

#: Every kind of page of ours, by subject.
PAGE_KINDS: Final = (
    *SITE,
    *SEARCH,
    *CALENDAR,
    *EVENT,
    *CLASH,
    *PEOPLE,
    *WIKI,
    *PARTICIPATION,
    *REGIONAL,
    *PROPOSE,
    *CHANNELS,
    *EMBED,
    *OFFLINE,
)
#: Every kind of file of ours but style sheets and the like. Those made of what a build finds out, and keeps, while it
#: makes others are the last: calendars, of the events that fit.
FILE_KINDS: Final = (
    *CONTACTS,
    *OPEN_DATA,
    *FEEDS,
    *FORMER_ADDRESSES,
    *PRINTS,
    *PHOTOS,
    *PROPOSAL_DATA,
    *CHANNEL_FILES,
    *EMBED_FILES,
    *OFFLINE_LISTS,
    *CALENDARS,
)


def publish(parts: Parts, own_pages: Iterable[PageKind] = (), own_files: Iterable[FileKind] = ()) -> Publication:
    """Return the site's pages and files. Same parts, same bytes.

    ``own_pages`` and ``own_files`` are kinds that a site brings itself: these are held to what they declare to read.

    >>> publication = publish(parts)
    >>> publication.pages[1].address, publication.pages[1].title
    ('kalenteri/', 'Kalenteri')
    >>> [page.title for kind in publication.bulk if kind.kind == "event" for page in kind]
    ['Kevätkonsertti', 'Tanssit']
    """
    code = parts.settings.language
    ours = sorted(PAGE_KINDS, key=attrgetter("order"))
    theirs = [(kind, parts.limited(kind.reads)) for kind in sorted(own_pages, key=attrgetter("order", "name"))]
    kinds = [*((kind, parts) for kind in ours), *theirs]
    files = [*((kind, parts) for kind in FILE_KINDS), *((kind, parts.limited(kind.reads)) for kind in own_files)]
    ctx = in_language(parts, code)
    give = Previews(parts.site, lambda name: bool(IS_DRAWN.ask(ctx, name)), pictures=parts.settings.previews > 0)
    pages = [_given(kind.all(code, readable), give) for kind, readable in kinds]
    if parts.main_language:
        pages = [all_said_so(each, ctx.lang) for each in pages]
    bulk = frozenset(kind.name for kind, _ in kinds if kind.bulk)
    return Publication(
        pages=LazyPages(kept_pages(each, parts.facts) for each in pages if each.kind not in bulk),
        bulk=tuple(each for each in pages if each.kind in bulk),
        files=(*asset_files(), *root_files(ctx)),
        bulk_files=tuple(kind.bulk_files(code, readable) for kind, readable in files),
        problems=Later(lambda: cut_problems(ctx.plain)),
        traces=_traces(parts, ctx),
        look_up=partial(_look_up, ctx.plain),
        let_go=ctx.plain.let_go,
        look_up_for_few=partial(_look_up_for_few, ctx.plain),
    )


def _look_up(ctx: PageContext) -> None:
    for table in (by_beginning, links_of_events, shared_titles):
        ctx.once(table)
    _ = ctx.by_day, ctx.mentions


def _look_up_for_few(ctx: PageContext) -> None:
    ctx.once(CalendarList).made.current()


def _traces(parts: Parts, ctx: PageContext) -> Traces | None:
    if parts.recorder is None:
        return None
    answers = ctx.plain.once(Answers)
    return Traces(parts.recorder, answers.now, parts.facts, lambda: answers.ground)


def _given(kind: KindPages, give: Previews) -> KindPages:
    return replace(kind, pages=give.of_all(kind.pages))
