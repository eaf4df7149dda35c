"""The body of an event's page: finished pieces, put together.

Thousands of these are made, so what most events have is written here and in ``rows`` as HTML, every value made safe;
that is five times as quick as a template. What few events have comes from ``event_sections``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.language.hyphenation import soft_hyphens
from seurantalo.model.event import Event, EventStatus, Format
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.proposing import FORM, Act
from seurantalo.publishing import wording
from seurantalo.publishing.pages.event import sections
from seurantalo.publishing.pages.event.acts import event_acts
from seurantalo.publishing.pages.event.cover import cover
from seurantalo.publishing.pages.event.dates import dates_section
from seurantalo.publishing.pages.event.facts import event_facts, first_facts
from seurantalo.publishing.pages.event.notices import event_notices
from seurantalo.publishing.pages.event.onwards import onwards_words
from seurantalo.publishing.pages.event.source import is_changed_by_form
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.shared.cards import status_badges
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import badges_html
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import FORMATS
from seurantalo.publishing.pages.shared.rows import escaped, notice_html, safe
from seurantalo.publishing.pages.shared.texts import language_mark
from seurantalo.publishing.pages.shared.theme_look import look_class, look_of_event
from seurantalo.publishing.prints.files import print_links
from seurantalo.publishing.status import moved_words
from seurantalo.publishing.zone_words import event_here, rhythm_words, with_own_time

MOST_NEIGHBOURS: Final = 5
#: Stands for the id of an event in pieces that many have; no HTML and no address says it.
_ID: Final = "{ID}"


def event_body(
    ctx: PageContext,
    around: Surroundings,
    event: Event,
    dates: Sequence[Occurrence],
    shown: Occurrence | None,
    *,
    when: str,
    description: Markup,
    long_over: bool,
) -> tuple[str, ...]:
    """Return the pieces of an event's page, from its ``h1`` to the way to its file.

    ``dates`` are all its occurrences, ``shown`` the one that matters now. One that is ``long_over`` has no
    picture of its day beside the words, and its calendars are on the pages of its place and organisers.
    """
    head = around.head(ctx, (shown.first_day, shown.last_day) if shown is not None else None)
    ahead = shown is not None and shown.last_day >= ctx.today and not shown.cancelled
    facts = event_facts(ctx, around, event, shown, followed=not long_over)
    return (
        _header(ctx, around, event, head.trail),
        *[notice_html(one) for one in event_notices(ctx, event, shown)],
        _when(ctx, event, dates, "" if long_over else head.date, _when_html(ctx, event, shown, when)),
        f'<dl class="st-facts st-facts--first">\n{first_facts(ctx, around, event, shown)}</dl>\n',
        event_acts(ctx, around, event, dates, shown) if ahead and shown is not None else "",
        cover(ctx, around, event),
        _prose(ctx, event, description) if description else "",
        f'<dl class="st-facts">\n{facts}</dl>\n' if facts else "",
        sections.agenda(ctx, around.root, event_here(event, ctx.settings.timezone).agenda) if event.agenda else "",
        dates_section(ctx, event, dates) if len(dates) > 1 else "",
        sections.outcome(ctx, around, event.outcome) if event.outcome is not None else "",
        sections.related(ctx, around, event),
        sections.clashes(ctx, around.root, event),
        sections.log(ctx, around, event.log) if event.log else "",
        _neighbours(ctx, around, event, shown) if shown is not None else "",
        _edit(ctx, around, event, shown, long_over=long_over),
    )


def when_words(ctx: PageContext, event: Event, shown: Occurrence | None) -> str:
    """Return when an event is, in words; the hours of another zone stand beside ours."""
    if shown is not None:
        ends = None if shown.ends_assumed else shown.ends_local
        return with_own_time(wording.when(shown.starts_local, ends, ctx.lang), shown, ctx.lang)
    if event.pending_month is not None:
        return wording.month_title(*event.pending_month, ctx.lang)
    return ctx.say("date not known")


def _header(ctx: PageContext, around: Surroundings, event: Event, trail: str) -> str:
    tongue = language_mark(ctx, event.title)
    title = ctx.words(event.title) if tongue else soft_hyphens(ctx.words(event.title), ctx.lang.tongue)
    key = (event.format, *(event.themes if event.format is Format.OTHER else ()))
    kicker = around.piece("kicker", key, lambda: _kicker(ctx, event))
    place = safe(ctx.names[Kind.MUNICIPALITY][event.municipality])
    return f'<header class="st-head">\n<h1{tongue}>{escaped(title)}</h1>\n{trail}\n{kicker}{place}</p>\n</header>\n'


def _kicker(ctx: PageContext, event: Event) -> str:
    """Return the form, with its drawing or, where it has none, that of the themes; the place is to follow."""
    form = ctx.say(FORMATS[event.format])
    look = look_class(look_of_event(event, ctx.themes))
    return f'<p class="st-kicker st-icon {look}">{safe(form[0].upper())}{safe(form[1:])} · '


def _when_html(ctx: PageContext, event: Event, shown: Occurrence | None, when: str) -> str:
    """Return when the date is that the page is about, with its status where that is another than the event's."""
    words = f"<s>{safe(when)}</s>" if shown is not None and shown.cancelled else safe(when)
    if shown is None or shown.status is event.status or event.repeats is None:
        return words
    moved = moved_words(shown, ctx.lang)
    note = f' <span class="st-note">{safe(moved)}</span>' if moved else ""
    return f"{words}{badges_html(status_badges(ctx, event, shown.status)[:1])}{note}"


def _when(ctx: PageContext, event: Event, dates: Sequence[Occurrence], block: str, words: str) -> str:
    """Return the day as a block, beside it when the event is, as HTML, and by what rule it repeats."""
    rule = ""
    if event.repeats is not None:
        repeated = [rhythm_words(event, dates, ctx.settings.timezone, ctx.lang), *onwards_words(ctx, event, dates)]
        rule = "".join([f'<p class="st-when__rule">{escaped(words)}</p>\n' for words in repeated if words])
    told = f'<p class="st-when__words">{words}</p>\n{rule}'
    return f'<div class="st-when">\n{block}<div>\n{told}</div>\n</div>\n' if block else told


def _prose(ctx: PageContext, event: Event, description: Markup) -> str:
    """Return the description; its paragraphs and items end where the next line begins (HTML, 13.1.2.4)."""
    html = str(description).replace("</p>\n", "\n").replace("</li>\n", "\n").removesuffix("</p>")
    return f'<div class="st-prose"{language_mark(ctx, event.description)}>\n{html}\n</div>\n'


def _neighbours(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence) -> str:
    """Return what else begins on the day in the municipality."""
    rows = around.neighbours(ctx, event, shown.first_day)[:MOST_NEIGHBOURS]
    if not rows:
        return ""
    title = ctx.lang.say("Also on {day}", day=wording.day(shown.first_day, ctx.lang))
    return (
        f'<section class="st-section st-noprint">\n<h2 id="samana-paivana">{safe(title)}</h2>\n'
        f'<ul class="st-links">\n{"".join(rows)}</ul>\n</section>\n'
    )


def _edit(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None, *, long_over: bool) -> str:
    """Return what is printed of the event, the forms of what can be proposed about it, and its file.

    Of what is kept elsewhere nothing is proposed here.
    """
    made = [_way(one.href, one.text) for one in print_links(ctx, event.id, around.root)]
    if event.external is None:
        acts = _acts(ctx, event, shown, long_over=long_over)
        if acts:
            forms = around.piece("forms", acts, lambda: " ".join([_form(ctx, around.root, act) for act in acts]))
            made.append(forms.replace(_ID, event.id))
        if address := ctx.edit_url(event):
            made.append(_way(address, ctx.say("Edit the file")))
    return f'<p class="st-edit st-acts">{" ".join(made)}</p>\n' if made else ""


def _form(ctx: PageContext, root: str, act: Act) -> str:
    """Return the way to the form of an act, with a mark where the event's id is to stand."""
    return _way(form_address(root, act, _ID), ctx.say(FORM[act].title))


def _way(address: str, words: str) -> str:
    return f'<a href="{escaped(address)}">{safe(words)}</a>'


def _acts(ctx: PageContext, event: Event, shown: Occurrence | None, *, long_over: bool) -> tuple[Act, ...]:
    """Return what can be proposed about an event: of one that has been, how it went; of what is long over nothing."""
    if long_over and not is_changed_by_form(ctx, event):
        return ()
    if shown is not None and shown.last_day < ctx.today:
        return (Act.OUTCOME, Act.CHANGE) if event.status is not EventStatus.CANCELLED else (Act.CHANGE,)
    if event.status is EventStatus.CANCELLED:
        return (Act.CHANGE,)
    confirm = (Act.CONFIRM,) if event.status is EventStatus.TENTATIVE else ()
    return (*confirm, Act.CHANGE, Act.MOVE, Act.CANCEL)
