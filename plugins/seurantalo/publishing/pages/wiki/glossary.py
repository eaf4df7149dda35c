"""The glossary: words of the trade, explained so that everyone understands them."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.language.collation import by_initial
from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import Term
from seurantalo.publishing.addresses import GLOSSARY
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.mentions import Told, mention_facts
from seurantalo.publishing.pages.shared.texts import prose
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page, depth_prefix

#: What the words near it say by themselves.
_TOLD: Final[Told] = frozenset({(Kind.TERM, "see")})


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word with its explanation, other words for it, and where to go from here."""

    anchor: str
    name: str
    aliases: str
    text: Markup
    see: tuple[Link, ...]
    practices: tuple[Link, ...]
    sources: tuple[Link, ...]
    used: tuple[Link, ...]


def term_entries(ctx: PageContext, root: str) -> tuple[TermEntry, ...]:
    """Return all words in alphabetical order."""
    found = ((ctx.names[Kind.TERM][one.id], _entry(ctx, one, root)) for one in ctx.community.terms.values())
    return tuple(one for _, some in by_initial(found) for one in some)


def _entry(ctx: PageContext, term: Term, root: str) -> TermEntry:
    return TermEntry(
        anchor=term.id,
        name=ctx.names[Kind.TERM][term.id],
        aliases=", ".join(term.aliases),
        text=prose(ctx, term.explanation, root, f"{term.id}-", 3),
        see=tuple(Link(ctx.names[Kind.TERM][name], f"#{name}") for name in term.see),
        practices=tuple(ctx.links(Kind.PRACTICE, term.practices, root)),
        sources=tuple(_source(ctx, name, root) for name in term.sources),
        used=tuple(link for fact in mention_facts(ctx, term, root, _TOLD) for link in fact.links),
    )


def _source(ctx: PageContext, name: str, root: str) -> Link:
    """Return a link to a source; its publisher tells it from a practice of the same name."""
    link = ctx.link(Kind.SOURCE, name, root)
    return Link(f"{link.text} ({ctx.community.sources[name].publisher})", link.href)


def glossary_page(ctx: PageContext) -> Page:
    """Return the glossary."""
    return list_page(
        ctx,
        GLOSSARY,
        "wiki/glossary.html",
        ctx.say("Glossary"),
        ctx.say("Difficult words in plain language."),
        entries=term_entries(ctx, depth_prefix(GLOSSARY)),
        edit=f"{ctx.site.edit_url}{ctx.placed('content/vocabulary/terms.yml')}" if ctx.site.edit_url else "",
    )
