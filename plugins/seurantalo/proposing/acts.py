"""What can be proposed, and what is asked for it: the one table of which forms, issue forms and guides are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.fields.field import Field
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act, ActForm, Ask, Control, Group, control_of, inside_of
from seurantalo.proposing.event_acts import EVENT_ACTS
from seurantalo.proposing.other_acts import OTHER_ACTS

#: Every act with its form, in the order in which people need them.
FORM: Final[Mapping[Act, ActForm]] = MappingProxyType({form.act: form for form in (*EVENT_ACTS, *OTHER_ACTS)})

#: What no form asks: what the site or other acts write, what has a question of its own in another act, and what
#: only those who know the files need.
LEFT_OUT: Final[Mapping[Kind, frozenset[str]]] = MappingProxyType(
    {
        Kind.EVENT: frozenset(
            {
                "cancelled", "changes", "clash_ok", "date", "demo", "duration", "external", "former_ids",
                "log", "month", "on_holiday", "outcome", "planned_starts", "process", "sources", "stage",
                "time", "timezone", "uid",
            }
        ),
        Kind.ORGANISATION: frozenset({"active", "demo"}),
        Kind.VENUE: frozenset({"coordinates", "demo"}),
        Kind.PRACTICE: frozenset(
            {
                "answers", "budget", "combines", "created", "decision", "demo", "design_choices",
                "endorsements", "effective_from", "hypothesis", "legal_basis", "log", "replaces", "reviewed",
                "sources", "stub", "text",
            }
        ),
        Kind.ADOPTION: frozenset({"demo", "reviewed"}),
        Kind.IDEA: frozenset({"demo"}),
        Kind.COMMENT: frozenset({"demo"}),
    }
)  # fmt: skip

#: Names that a forge takes for its own in the address of a new issue.
RESERVED: Final = frozenset({"assignees", "body", "labels", "milestone", "projects", "template", "title"})
#: The heading of what the schema knows and no group names.
REST: Final = "More"


def groups_of(form: ActForm) -> tuple[Group, ...]:
    """Return the groups of a form; where it is whole, with one more for all that no group names.

    >>> [ask.field for ask in groups_of(FORM[Act.EVENT])[0].asks]
    ['title', 'organisers', 'venue', 'starts', 'ends', 'description', 'audience']
    """
    if not form.whole:
        return form.groups
    named = {ask.field for group in form.groups for ask in group.asks} | set(form.given) | LEFT_OUT[form.kind]
    rest = tuple(
        Ask(field=field.name, needed=field.required) for field in RECORDS[form.kind] if field.name not in named
    )
    return (*form.groups, Group(heading=REST, asks=rest)) if rest else form.groups


def asked(form: ActForm) -> Iterator[tuple[Ask, Field]]:
    """Yield the questions of a form in their order, each with the field that it is about.

    >>> [(ask.question, field.shape.value) for ask, field in asked(FORM[Act.MOVE])]
    [('New day and time', 'moment'), ('Ends', 'moment')]
    """
    fields = fields_of(form.kind)
    return ((ask, fields[ask.field]) for group in groups_of(form) for ask in group.asks)


def fields_of(kind: Kind) -> Mapping[str, Field]:
    """Return the fields of a kind by name."""
    return {field.name: field for field in RECORDS[kind]}


def input_names(ask: Ask, field: Field, before: str = "") -> tuple[str, ...]:
    """Return the names of the inputs of a question, which are the ids of an issue form too.

    A day and its time are two, of a part there are those of its fields; ``before`` is the name of the part. They
    stand in addresses, so they last.

    >>> event = FORM[Act.EVENT]
    >>> [input_names(ask, field) for ask, field in asked(event)][:5]
    [('name',), ('organisers',), ('venue',), ('starts_day', 'starts_time'), ('ends_day', 'ends_time')]
    """
    name = f"{before}{'name' if ask.field in RESERVED and not before else ask.field}"
    control = control_of(field)
    if control is Control.MOMENT:
        return (f"{name}_day", f"{name}_time")
    if control is Control.PERIOD:
        return (f"{name}_first", f"{name}_last")
    if control is Control.PART:
        return tuple(each for one in inside_of(ask, field) for each in input_names(*one, before=f"{name}_"))
    return (name,)


def words_of_forms() -> frozenset[str]:
    """Return every message of the catalogues that the forms show."""
    found = {REST}
    for form in FORM.values():
        found |= {form.title, form.lead, form.send}
        for group in form.groups:
            found.add(group.heading)
            for ask in group.asks:
                found |= {text for one in (ask, *ask.inside) for text in (one.question, one.hint)}
    return frozenset(found - {""})


def label_of(ask: Ask, field: Field, lang: Language) -> str:
    """Return what stands above the inputs of a question: its words, or the name of its field with a capital.

    >>> from seurantalo.language import language
    >>> [label_of(ask, field, language("fi")) for ask, field in asked(FORM[Act.MOVE])]
    ['Uusi päivä ja aika', 'Päättyy']
    """
    if ask.question:
        return lang.say(ask.question)
    word = field.called.in_language(lang.code)[0]
    return word[:1].upper() + word[1:]


def only(form: ActForm, *names: str) -> ActForm:
    """Return a form that asks the given fields alone, in one open group: what is added beside something else.

    >>> [ask.field for ask, _ in asked(only(FORM[Act.VENUE], "name", "address"))]
    ['name', 'address']
    """
    asks = tuple(ask for group in form.groups for ask in group.asks if ask.field in names)
    return replace(form, groups=(Group(asks=asks, folded=False),), whole=False)
