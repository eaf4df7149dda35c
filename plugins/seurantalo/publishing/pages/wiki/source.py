"""The documents that texts rest on, and what rests on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import Source
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.collation import by_initial
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import crumbs
from seurantalo.publishing.pages.shared.labels import SOURCE_KINDS
from seurantalo.publishing.pages.shared.mentions import mention_facts
from seurantalo.publishing.pages.shared.view import Fact, Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

#: Sources on the list; who looks for one of more than these has the search.
MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the list."""

    link: Link
    about: str
    cited: str


def _about(ctx: PageContext, source: Source) -> str:
    about = [source.publisher, ctx.say(SOURCE_KINDS[source.source_kind])]
    if source.published is not None:
        about.append(wording.plain_day(source.published, ctx.lang))
    return ", ".join(about)


def source_pages(ctx: PageContext) -> Pages:
    """Return a page for each source, by address."""
    sources = ctx.community.sources
    return Pages(sorted_by_address(sources), lambda name: _page(ctx, sources[name]))


def source_facts(ctx: PageContext, source: Source) -> tuple[Fact, ...]:
    """Return what is known of a document, and how to refer to it in a text."""
    say = ctx.lang.say
    facts = [
        Fact(say("Publisher"), (Link(source.publisher),)),
        Fact(say("Kind of document"), (Link(ctx.say(SOURCE_KINDS[source.source_kind])),)),
    ]
    if source.published is not None:
        facts.append(Fact(say("Published"), (Link(wording.plain_day(source.published, ctx.lang)),)))
    if source.url.startswith(("https://", "http://")):
        facts.append(Fact(say("On the web"), (Link(source.url.split("://", 1)[1].rstrip("/"), source.url),)))
    facts.append(Fact(say("How to refer to it"), (Link(f"[[lähde:{source.id}]]"),)))
    return tuple(facts)


def _page(ctx: PageContext, source: Source) -> Page:
    root = depth_prefix(address(source))
    title = ctx.names[Kind.SOURCE][source.id]
    return Page(
        address=address(source),
        title=title,
        body=ctx.render(
            "wiki/source.html",
            title=title,
            kicker=ctx.lang.say("Source"),
            crumbs=crumbs(ctx, root, Kind.SOURCE, ctx.lang.say("Sources")),
            facts=source_facts(ctx, source),
            mentions=mention_facts(ctx, source, root),
            edit=ctx.edit_url(source),
        ),
        description=_about(ctx, source),
        source=source.origin.path,
    )


def source_index(ctx: PageContext) -> Page:
    """Return the list of sources in alphabetical order."""
    folder = FOLDERS[Kind.SOURCE]
    root = depth_prefix(folder)
    entries = [
        SourceEntry(ctx.link(Kind.SOURCE, one.id, root), _about(ctx, one), _cited(ctx, one))
        for one in ctx.community.sources.values()
    ]
    ordered = [one for _, some in by_initial((one.link.text, one) for one in entries) for one in some]
    title = ctx.lang.say("Sources")
    lead = ctx.lang.say("The documents that these pages rest on, and what rests on each.")
    return Page(
        address=folder,
        title=title,
        body=ctx.render(
            "wiki/sources.html",
            title=title,
            lead=lead,
            entries=tuple(ordered[:MOST_LISTED]),
            more=max(len(ordered) - MOST_LISTED, 0),
            new=ctx.site.new_file_url("content/sources"),
        ),
        description=lead,
    )


def _cited(ctx: PageContext, source: Source) -> str:
    citing = {(one.KIND, one.id) for some in ctx.community.roles(source).values() for one in some}
    citing |= {(one.KIND, one.id) for one in ctx.mentions.get((Kind.SOURCE, source.id), ())}
    return ctx.lang.count("{n} page rests on it", "{n} pages rest on it", len(citing)) if citing else ""
