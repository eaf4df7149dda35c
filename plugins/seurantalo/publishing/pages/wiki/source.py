"""The documents that texts rest on, and what rests on each."""

from __future__ import annotations

from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import Source
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.pages.shared.contact import web_links
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import by_name, list_page
from seurantalo.publishing.pages.shared.labels import SOURCE_KINDS
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import day_or_none
from seurantalo.publishing.pages.shared.view import Entry, Fact, fact_list
from seurantalo.publishing.publication import Page, depth_prefix

#: Sources on the list; who looks for one of more than these has the search.
MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source."""

    frame: Frame
    facts: tuple[Fact, ...]
    id: str


def about_source(ctx: PageContext, source: Source) -> str:
    """Return what is known of a document in a few words: who published it, what it is, when."""
    about = [source.publisher, ctx.say(SOURCE_KINDS[source.source_kind])]
    if source.published is not None:
        about.append(wording.plain_day(source.published, ctx.lang))
    return ", ".join(about)


def source_facts(ctx: PageContext, source: Source) -> tuple[Fact, ...]:
    """Return what is known of a document."""
    say = ctx.say
    return fact_list(
        (say("Publisher"), source.publisher),
        (say("Kind of document"), say(SOURCE_KINDS[source.source_kind])),
        (say("Published"), day_or_none(ctx, source.published)),
        (say("On the web"), web_links(source.url)),
    )


def _page(ctx: PageContext, source: Source) -> Page:
    around = frame(ctx, source, ctx.say("Sources"), kicker=ctx.say("Source"))
    view = SourceView(around, source_facts(ctx, source), source.id)
    return record_page(ctx, source, "wiki/source.html", view, about_source(ctx, source))


#: A page for each source, by address.
source_pages: Final = record_pages(lambda community: community.sources, _page)


def source_index(ctx: PageContext) -> Page:
    """Return the list of sources in alphabetical order."""
    folder = FOLDERS[Kind.SOURCE]
    root, sources = depth_prefix(folder), ctx.community.sources
    ordered = by_name(sources, ctx.names[Kind.SOURCE])
    return list_page(
        ctx,
        folder,
        "wiki/sources.html",
        ctx.say("Sources"),
        ctx.say("The documents that these pages are based on, and the pages that refer to each."),
        entries=tuple(_entry(ctx, sources[name], root) for name in ordered[:MOST_LISTED]),
        more=max(len(ordered) - MOST_LISTED, 0),
        new=ctx.new_file_url("content/sources"),
    )


def _entry(ctx: PageContext, source: Source, root: str) -> Entry:
    citing = {(one.KIND, one.id) for some in ctx.community.roles(source).values() for one in some}
    citing |= {(one.KIND, one.id) for one in ctx.mentions.get((Kind.SOURCE, source.id), ())}
    cited = (ctx.lang.count("{n} page refers to it", "{n} pages refer to it", len(citing)),) if citing else ()
    return Entry(ctx.name(source), f"{root}{address(source)}", (about_source(ctx, source), *cited))
