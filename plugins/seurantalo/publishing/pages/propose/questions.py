"""The questions of a form as its template shows them: label, hint, control, the choices there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.event import Format
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.words import value_word
from seurantalo.model.kinds import KINDS
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.place import VenueKind
from seurantalo.model.record import Kind
from seurantalo.proposing import ActForm, Ask, Control, control_of, groups_of, input_names
from seurantalo.proposing.acts import fields_of, label_of
from seurantalo.proposing.asking import inside_of
from seurantalo.proposing.issue_forms import plain_hint
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext

#: Choices of which none is more or comes before another.
_IN_NO_ORDER: Final = (Format, OrganisationType, VenueKind)
#: Weekdays as proposals name them, Monday first.
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question. ``id`` is unique on the page, ``names`` are those of its inputs; ``options`` are (value, words).

    ``target`` is the kind of record that is named, ``example`` are days as one writes them. ``plain`` says how all of
    it is written in the one box that stands there without a script.
    """

    id: str
    field: str
    control: Control
    label: str
    hint: str
    names: tuple[str, ...]
    needed: bool
    maximum: int
    many: bool
    target: str
    options: tuple[tuple[str, str], ...]
    example: str
    plain: str
    inside: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions that belong together, with their heading."""

    heading: str
    questions: tuple[Question, ...]
    folded: bool


def question_groups(ctx: PageContext, form: ActForm, prefix: str) -> tuple[QuestionGroup, ...]:
    """Return the groups of a form; ``prefix`` begins the ids of its inputs."""
    fields = fields_of(form.kind)
    groups = (
        QuestionGroup(
            heading=ctx.say(group.heading) if group.heading else "",
            folded=group.folded,
            questions=tuple(_question(ctx, ask, fields[ask.field], prefix) for ask in group.asks),
        )
        for group in groups_of(form)
    )
    # A site without channels has nothing to choose from.
    return tuple(
        one for one in groups if one.questions[0].control is not Control.CHANNELS or one.questions[0].options
    )


def _question(ctx: PageContext, ask: Ask, field: Field, prefix: str, before: str = "") -> Question:
    names, control = input_names(ask, field, before), control_of(field)
    inside = (
        _question(ctx, one, each, prefix, before=f"{before}{ask.field}_") for one, each in inside_of(ask, field)
    )
    return Question(
        id=f"{prefix}-{before}{ask.field}",
        field=field.name,
        control=control,
        label=label_of(ask, field, ctx.lang),
        hint=ctx.say(ask.hint) if ask.hint else "",
        names=names,
        needed=ask.needed,
        maximum=field.maximum,
        many=field.many,
        target=field.target.value if field.target else "",
        options=tuple(_options(ctx, ask, field)),
        example=_example(ctx) if control is Control.REPEATS else "",
        plain=_plain(ctx, ask, field),
        inside=tuple(inside),
    )


def _plain(ctx: PageContext, ask: Ask, field: Field) -> str:
    """Return how all is written in one box; of what is chosen from the words of a vocabulary, which there are."""
    hint = plain_hint(ask, field, ctx.lang).removeprefix(ctx.say(ask.hint) if ask.hint else "").strip()
    if hint and control_of(field) in (Control.BOXES, Control.CHANNELS) and field.choices is None:
        return f"{hint} {', '.join(words for _, words in _options(ctx, ask, field))}"
    return hint


def _example(ctx: PageContext) -> str:
    return ", ".join(wording.plain_day(ctx.today + timedelta(days=days), ctx.lang) for days in (7, 14))


def _options(ctx: PageContext, ask: Ask, field: Field) -> Iterator[tuple[str, str]]:
    if control_of(field) is Control.REPEATS:
        yield from zip(WEEKDAYS, ctx.lang.weekdays, strict=True)
    elif field.choices is not None:
        members = [one for one in field.choices if not ask.choices or one.value in ask.choices]
        words = {one.value: value_word(one, ctx.lang.code) for one in members}
        found = [(value, word[:1].upper() + word[1:]) for value, word in words.items()]
        yield from sorted(found, key=_by_word) if field.choices in _IN_NO_ORDER else found
    elif field.target is not None and control_of(field) is not Control.NAME:
        names = ctx.names[field.target]
        yield from ((name, names[name]) for name in _in_order(ctx, field.target, names))


def _by_word(option: tuple[str, str]) -> tuple[bool, tuple[str, str]]:
    """Order what has no order of its own by its word in the language of the page; the rest of all stands last."""
    value, word = option
    return value == "other", sort_key(word)


def _in_order(ctx: PageContext, kind: Kind, names: Iterable[str]) -> list[str]:
    """Return words of a vocabulary in alphabetical order, the widest of all first."""
    wide = set()
    if KINDS[kind].vocabulary:
        wide = {one.broader for one in ctx.community.audiences.values() if kind is Kind.AUDIENCE and one.broader}
    return sorted(names, key=lambda name: (name not in wide, sort_key(ctx.names[kind][name])))
