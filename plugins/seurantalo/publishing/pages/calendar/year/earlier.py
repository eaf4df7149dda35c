"""The years of a municipality that have few dates: one page for all earlier ones, this year's for the later ones."""

from __future__ import annotations

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad
from seurantalo.publishing.addresses import CALENDAR, YEARS, earlier_years_address, year_address, year_anchor
from seurantalo.publishing.pages.calendar.year.standing import YEAR_OF, YEARS_ALONE, earlier_years
from seurantalo.publishing.pages.calendar.year.weeks import event_line
from seurantalo.publishing.pages.calendar.year.words import meetings_counted, year_sentences
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Heading, Page, depth_prefix


@dataclass(frozen=True, slots=True)
class BriefYear:
    """A year with few dates: what is to say of it, and its dates as list items."""

    link: Link
    anchor: str
    sentences: tuple[str, ...]
    events: Markup


def earlier_years_page(ctx: PageContext, name: str) -> Page:
    """Return the page ``vuosi/vimpeli-aiemmat/``: every date of the years that share it."""
    address = earlier_years_address(name)
    root, together = depth_prefix(address), earlier_years(ctx, name)
    title = ctx.lang.say("Earlier years {where}", where=ctx.words(ctx.community.municipalities[name].locative))
    years = tuple(brief_year(ctx, name, year, root) for year in reversed(together))
    others = tuple(
        Link(str(year), f"{root}{year_address(year, name)}") for year in reversed(YEARS_ALONE.ask(ctx, name))
    )
    span = str(together[0]) if len(together) == 1 else f"{together[0]}–{together[-1]}"
    return Page(
        address=address,
        title=title,
        body=ctx.render(
            "calendar/year/earlier.html",
            title=title,
            years=years,
            others=others,
            crumbs=(
                Link(ctx.say("Calendar"), f"{root}{CALENDAR}"),
                Link(ctx.say("Year wheel"), f"{root}{YEARS}"),
                ctx.link(Kind.MUNICIPALITY, name, root),
            ),
        ),
        description=f"{title}: {span}",
        searchable=False,
        headings=tuple(Heading(one.anchor, one.link.text) for one in years),
    )


def brief_year(ctx: PageContext, name: str, year: int, root: str) -> BriefYear:
    """Return a municipality's year for a page on which it is not alone."""
    load = YEAR_OF.ask(ctx, name, str(year))
    return BriefYear(
        Link(str(year), f"{root}{year_address(year)}", ctx.say("The whole region")),
        year_anchor(year),
        brief_sentences(ctx, load) if load.events else brief_sentences(ctx, load)[1:],
        brief_events(ctx, load, root),
    )


def brief_sentences(ctx: PageContext, load: YearLoad) -> tuple[str, ...]:
    """Return what there is to say of a municipality's year that no picture shows, its weekly groups included."""
    meetings = sum(load.routine_by_week)
    of_groups = (f"{meetings_counted(meetings, ctx.lang)}.",) if meetings else ()
    return (*year_sentences(ctx, load), *of_groups)


def brief_events(ctx: PageContext, load: YearLoad, root: str) -> Markup:
    """Return the dates of a municipality's year as list items."""
    lines = [f"{event_line(ctx, one, root, regional=False)}\n" for one in load.events]
    return Markup("".join(lines))  # noqa: S704 - escaped part by part
