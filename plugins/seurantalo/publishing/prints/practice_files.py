"""Which practices have a sheet on the site, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from seurantalo.model.practice import Practice
from seurantalo.publishing.addresses import practice_file
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.prints.practice import practice_paper, practice_sheet
from seurantalo.publishing.publication import File, sorted_by_address

#: A sheet takes 20 ms of the build that draws it.
_MOST: Final = 200


def practice_files(ctx: PageContext) -> Iterator[File]:
    """Yield the sheets by path."""
    for name in sorted_by_address(ctx.once(_with_sheet)):
        made = practice_sheet(ctx, ctx.community.practices[name])
        yield File(practice_file(name), practice_paper(made, kept=ctx.kept))


def practice_link(ctx: PageContext, one: Practice, root: str) -> Link | None:
    """Return the way to a practice's sheet, where it has one."""
    if one.id not in ctx.once(_with_sheet):
        return None
    return Link(ctx.say("Print as a sheet (PDF)"), f"{root}{practice_file(one.id)}")


def _with_sheet(ctx: PageContext) -> Sequence[str]:
    """Return the practices of which more is told than a name."""
    return list(islice((name for name, one in ctx.community.practices.items() if not one.stub), _MOST))
