"""What points at a record, for the foot of its page: links that others own, and links in running text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.language.collation import sort_key
from seurantalo.model.handbook import Comment
from seurantalo.model.participation import WellbeingTree
from seurantalo.model.practice import Adoption
from seurantalo.model.record import Kind, Record
from seurantalo.publishing.addresses import FOLDERS, comment_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import cut
from seurantalo.publishing.pages.shared.view import Fact, Link

#: Records of one kind that are named; the rest are counted.
MOST_MENTIONS: Final = 12

#: The kinds in the order of the page, with the source texts of their headings.
_HEADINGS: Final[Mapping[Kind, str]] = {
    Kind.PRACTICE: "Good practices",
    Kind.EVENT: "Events",
    Kind.PROCESS: "Processes",
    Kind.IDEA: "Ideas",
    Kind.CAMPAIGN: "Good-deed campaigns",
    Kind.ADOPTION: "Adoptions",
    Kind.QUESTION: "Questions of the handbook",
    Kind.COMMENT: "Comments",
    Kind.WELLBEING_TREE: "Well-being trees",
    Kind.ORGANISATION: "Organisations",
    Kind.VENUE: "Venues",
    Kind.MUNICIPALITY: "Municipalities",
    Kind.TERM: "Words of the glossary",
}

#: What a page tells in a section of its own: kind and field of who points.
Told = frozenset[tuple[Kind, str]]


def mention_facts(ctx: PageContext, record: Record, root: str, told: Told = frozenset()) -> tuple[Fact, ...]:
    """Return who points at a record besides what its page has ``told`` already; a fact for each kind."""
    by_kind: dict[Kind, dict[str, Record]] = {}
    for role, others in ctx.community.roles(record).items():
        if role not in told and role[0] in _HEADINGS:
            by_kind.setdefault(role[0], {}).update((other.id, other) for other in others)
    here = ctx.mentions.get((record.KIND, record.id), ())
    if not here and not by_kind:
        return ()
    said = {
        (kind, other.id)
        for (kind, field), others in ctx.community.roles(record).items()
        if (kind, field) in told
        for other in others
    }
    for other in here:
        if (other.KIND, other.id) not in said and other.KIND in _HEADINGS:
            by_kind.setdefault(other.KIND, {})[other.id] = other
    return tuple(
        Fact(ctx.say(title), _links(ctx, tuple(by_kind[kind].values()), root))
        for kind, title in _HEADINGS.items()
        if kind in by_kind
    )


def _links(ctx: PageContext, records: tuple[Record, ...], root: str) -> tuple[Link, ...]:
    links = sorted((_link(ctx, one, root) for one in records), key=lambda link: (sort_key(link.text), link.href))
    return cut(ctx, links, MOST_MENTIONS)


def commented(ctx: PageContext, comment: Comment, root: str) -> Link:
    """Return a link to what a comment is on: a practice, or a question of the handbook."""
    if comment.on_practice is not None:
        return ctx.link(Kind.PRACTICE, comment.on_practice, root)
    return ctx.link(Kind.QUESTION, comment.on_question or "", root)


def comment_href(ctx: PageContext, comment: Comment, root: str) -> str:
    """Return the address at which a comment is read."""
    return f"{commented(ctx, comment, root).href}#{comment_anchor(comment.id)}"


def _link(ctx: PageContext, record: Record, root: str) -> Link:
    """Return a link to a record, or to the page on which one without a page of its own is shown."""
    if isinstance(record, Comment):
        return Link(f"{record.by}: {commented(ctx, record, root).text}", comment_href(ctx, record, root))
    if isinstance(record, Adoption):
        practice = ctx.link(Kind.PRACTICE, record.practice, root)
        return Link(f"{ctx.names[Kind.ORGANISATION][record.adopter]}: {practice.text}", practice.href)
    if isinstance(record, WellbeingTree):
        name = ctx.names[Kind.MUNICIPALITY][record.municipality]
        folder = FOLDERS.get(Kind.WELLBEING_TREE) or FOLDERS[Kind.MUNICIPALITY]
        return Link(name, f"{root}{folder}{record.municipality}/")
    return ctx.link(record.KIND, record.id, root)
