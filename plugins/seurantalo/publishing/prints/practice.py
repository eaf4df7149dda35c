"""A good practice as a sheet of A4: what it is, step by step, who has tried it and whom to ask."""

from __future__ import annotations

from typing import Final

from seurantalo.announcing.sentences import sentences
from seurantalo.frozen import dataclass
from seurantalo.model.parts import Contact
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.publishing.addresses import address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.labels import ADOPTION_STATUSES, PRACTICE_KINDS
from seurantalo.publishing.pages.shared.texts import bare, summary
from seurantalo.publishing.parts import Kept
from seurantalo.publishing.prints.foot import Foot, foot_of, told_of
from seurantalo.publishing.prints.signs import breakable, printable
from seurantalo.publishing.prints.typesetting import Format, typeset, unkept
from seurantalo.publishing.prose import shorten
from seurantalo.wiki import adoptions_of

#: Of each at most so many, and characters of them: in their smallest letters all of it is one sheet.
_STEPS: Final = 10
_GOOD: Final = 4
_USERS: Final = 8
_TITLE: Final = 110
_LEAD: Final = 320
_TEXT: Final = 180
_HOW: Final = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSheet:
    """The words of a sheet; ``""`` and ``()`` are what nobody has told.

    >>> from dataclasses import replace
    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> practice_sheet(in_language(replace(parts, community=library), "fi"), practice).lead
    'Yhdistykset ja kunta samassa pöydässä.'
    """

    language: str
    heading: str
    kicker: str
    name: str
    lead: str
    how_words: str
    how: tuple[str, ...]
    """In sentences, where there are no steps."""
    steps_words: str
    steps: tuple[tuple[str, str], ...]
    """(title, text)"""
    more: str
    good_words: str
    good: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    """Who uses it, and whom to ask."""
    foot: Foot


def practice_paper(made: PracticeSheet, form: Format = Format.PDF, kept: Kept = unkept) -> bytes:
    """Return a sheet of A4 as a file, by ``kept`` where it was made before.

    >>> from dataclasses import replace
    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> practice_paper(practice_sheet(in_language(replace(parts, community=library), "fi"), practice))[:8]
    b'%PDF-1.7'
    """
    return typeset("practice.typ", told_of(made, made.foot), form, kept=kept)


def practice_sheet(ctx: PageContext, one: Practice) -> PracticeSheet:
    """Return the words of the sheet of a practice, in the language of ``ctx``.

    >>> from dataclasses import replace
    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> practice_sheet(in_language(replace(parts, community=library), "fi"), practice).heading
    'Pyöreä pöytä: hyvä käytäntö'
    """
    say, lang = ctx.say, ctx.lang
    name = _short(ctx.name(one), _TITLE)
    steps = tuple((_short(ctx.words(step.title), _TITLE), _plain(ctx, step.text)) for step in one.steps)
    left = len(steps) - _STEPS
    return PracticeSheet(
        language=lang.code,
        heading=lang.say("{title}: a good practice", title=name),
        kicker=_capital(", ".join(say(PRACTICE_KINDS[kind]).lower() for kind in one.kinds)),
        name=name,
        lead=_short(summary(ctx, one.lead, _LEAD), _LEAD),
        how_words=say("How"),
        how=() if steps else tuple(map(printable, sentences(summary(ctx, one.how, _HOW), lang.tongue))),
        steps_words=say("Steps"),
        steps=steps[:_STEPS],
        more=lang.count("and {n} more step on the web", "and {n} more steps on the web", left) if left > 0 else "",
        good_words=say("What good it does"),
        good=tuple(_short(bare(ctx, text), _TEXT) for text in one.benefits[:_GOOD]),
        facts=tuple(
            (term, _short(words, _LEAD))
            for term, words in (
                (say("Where"), lang.listed([ctx.names[Kind.MUNICIPALITY][each] for each in one.municipalities])),
                (say("Who uses this"), _users(ctx, one)),
                (say("Whom to ask"), _contact(ctx, one.contact)),
            )
            if words
        ),
        foot=foot_of(
            ctx,
            name,
            address(one),
            ask=say("All about it, and what others say of it:"),
            demo=say("Example: this practice is invented.") if one.demo else "",
        ),
    )


def _users(ctx: PageContext, one: Practice) -> str:
    found = adoptions_of(ctx.community, one)
    names = ctx.names[Kind.ORGANISATION]
    told = [f"{names[each.adopter]} ({ctx.say(ADOPTION_STATUSES[each.status])})" for each in found[:_USERS]]
    return ", ".join(told) + (" …" if len(found) > _USERS else "")


def _contact(ctx: PageContext, contact: Contact | None) -> str:
    if contact is None:
        return ""
    return ", ".join(part for part in (ctx.words(contact.role), contact.email, contact.phone) if part)


def _plain(ctx: PageContext, text: Text | None) -> str:
    return _short(summary(ctx, text, _TEXT), _TEXT)


def _short(words: str, most: int) -> str:
    return breakable(printable(shorten(words, most)))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
