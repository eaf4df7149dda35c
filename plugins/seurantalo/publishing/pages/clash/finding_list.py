"""Clashes as they stand in a list, on the pages of events and on their own."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from seurantalo.publishing.pages.clash.finding_card import FindingCard, Party
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import badge_html, escaped, link_html, safe
from seurantalo.publishing.pages.shared.view import Badge, Tone


def finding_list(ctx: PageContext, cards: Iterable[FindingCard], *, folded: bool = True) -> Markup:
    """Return findings as a list; ``folded=False`` where only organisers look: what they can do stands open."""
    rows = "\n".join([_row(ctx, card, folded=folded) for card in cards])
    return Markup(f'<ul class="st-findings">\n{rows}\n</ul>\n')  # noqa: S704 (every value is made safe below)


def _row(ctx: PageContext, card: FindingCard, *, folded: bool) -> str:
    level = Badge(ctx.say("agreed"), Tone.GOOD) if card.agreed else card.level
    keys = f' data-keys="{escaped(card.keys)}"' if card.keys else ""
    more = f" <span>{safe(card.more)}</span>" if card.more else ""
    where = f' <span class="st-finding__where">{safe(card.municipality)}</span>' if card.municipality else ""
    tone = "agreed" if card.agreed else level.tone
    return (
        f'<li class="st-finding st-finding--{tone}" id="{escaped(card.anchor)}"{keys}>\n'
        f'<p class="st-finding__head">{badge_html(level)}{_days(card.days, filtered=True)}{more}{where}</p>\n'
        f'<p class="st-finding__what">{escaped(card.sentence)}</p>\n'
        f"{_parties(ctx, card.events)}{_free(ctx, card)}"
        f"{_note(ctx, card, folded=folded)}"
        "</li>\n"
    )


def _note(ctx: PageContext, card: FindingCard, *, folded: bool) -> str:
    """Return why it is all right; else what those who arrange the two can do: readers have no files: ``folded``."""
    if card.agreed or not folded:
        return f'<p class="st-note">{escaped(card.agreed or card.advice)}</p>\n'
    return (
        f'<details class="st-more"><summary>{safe(ctx.say("For organisers and the editors"))}</summary>\n'
        f'<p class="st-note">{escaped(card.advice)}</p>\n</details>\n'
    )


def _days(days: Iterable[tuple[str, str]], *, filtered: bool = False) -> str:
    """Return days after a space; ``filtered``: a script hides those that are over when the page is read."""
    if filtered:
        return ",".join([f' <time datetime="{iso}" data-date>{safe(words)}</time>' for iso, words in days])
    return ",".join([f' <time datetime="{iso}">{safe(words)}</time>' for iso, words in days])


def _parties(ctx: PageContext, parties: Iterable[Party]) -> str:
    rows = []
    for one in parties:
        ask = [f'<span class="st-finding__ask">{safe(ctx.say("Ask:"))} {link_html(who)}</span>' for who in one.ask]
        rows.append(f'<li><a href="{escaped(one.href)}">{escaped(one.text)}</a>{"".join(ask)}</li>\n')
    return f'<ul class="st-links">\n{"".join(rows)}</ul>\n' if rows else ""


def _free(ctx: PageContext, card: FindingCard) -> str:
    if not card.free:
        return ""
    words = (
        ctx.lang.say("Nearest free days for “{event}”:", event=card.free_for)
        if card.free_for
        else ctx.say("Nearest free days:")
    )
    return f'<p class="st-finding__free">{escaped(words)}{_days(card.free)}</p>\n'
