"""The page that tells how events are put on another site, with the lines to copy and what they show."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from markupsafe import escape

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import ASSETS_ASIDE, EMBEDS
from seurantalo.publishing.pages.embed.frames import frame_address, frame_title, has_coming
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Heading, Page, Pages, depth_prefix
from seurantalo.publishing.record_names import words_of
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: The groups of the page: kind, heading, anchor.
_GROUPS: Final = (
    (Kind.MUNICIPALITY, "The events of a municipality", "kunta"),
    (Kind.ORGANISATION, "The events of an association", "yhdistys"),
    (Kind.THEME, "The events of a theme", "teema"),
)
#: Records that can be chosen in each; of more than so many, those with events come first.
_MOST: Final = 320
_CODE: Final = (
    '<iframe src="{base}{path}" title="{title}" style="width:100%;height:480px;border:0" loading="lazy"></iframe>\n'
    '<script src="{base}{script}" async></script>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The lines to copy for one kind. ``quoted`` is the title as it stands between quotation marks of HTML."""

    id: str
    anchor: str
    heading: str
    path: str
    title: str
    quoted: str
    code: str
    choices: tuple[Link, ...]
    """What can be chosen: its name, the path of its frame, and its title as in ``quoted``."""


def embed_pages(ctx: PageContext) -> Pages:
    """Return the one page; none where the site has switched frames off."""
    return Pages(("",) if ctx.settings.embeds else (), lambda _: _page(ctx))


def _page(ctx: PageContext) -> Page:
    title, lead = ctx.say("Embed events"), ctx.say("Two lines put coming events on another site.")
    # Without its own address a site has no lines to give to others.
    samples = tuple(one for group in _GROUPS for one in _samples(ctx, *group)) if ctx.site.url else ()
    root = depth_prefix(EMBEDS)
    host = urlsplit(ctx.site.url).netloc
    body = ctx.render("embed/page.html", title=title, lead=lead, samples=samples, root=root, host=host)
    return Page(
        address=EMBEDS,
        title=title,
        body=body,
        description=lead,
        headings=(
            *(Heading(one.anchor, one.heading) for one in samples),
            *((Heading("ohjeet", ctx.say("How it is done")),) if samples else ()),
        ),
        head=f'<script type="module" src="{root}{ASSETS_ASIDE}embed-choose.js"></script>',
    )


def _choices(ctx: PageContext, kind: str) -> tuple[str, ...]:
    """Return the records of a kind that can be chosen: those first that have something ahead."""
    found = Kind(kind)
    names = {name: words_of(one, ctx.lang.code) for name, one in ctx.community.by_kind[found].items()}
    ordered = sorted(names, key=lambda name: (not has_coming(ctx, found, name), names[name].casefold(), name))
    return tuple(ordered[:_MOST])


CHOICES: Final = Question("choices of frames", _choices, since=Change.OUTLINE)


def _samples(ctx: PageContext, kind: Kind, heading: str, anchor: str) -> tuple[Sample, ...]:
    names, ordered = ctx.names[kind], CHOICES.ask(ctx, kind.value)
    if not ordered:
        return ()
    titles = {name: frame_title(ctx, kind, name) for name in ordered}
    first = ordered[0]
    path, quoted = frame_address(kind, first), str(escape(titles[first]))
    return (
        Sample(
            id=f"upotus-{anchor}",
            anchor=anchor,
            heading=ctx.say(heading),
            path=path,
            title=titles[first],
            quoted=quoted,
            code=_CODE.format(base=ctx.site.url, path=path, title=quoted, script=f"{ASSETS_ASIDE}upota.js"),
            choices=tuple(
                Link(names[name], frame_address(kind, name), str(escape(titles[name]))) for name in ordered
            ),
        ),
    )
