"""What people might fill in, by chance: values of every field by its shape, and what is read of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import fields_inside
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind

#: What every event of the tests leads to.
IDS = {
    Kind.ORGANISATION: ("vimpelin-martat",),
    Kind.VENUE: ("seurantalo",),
    Kind.MUNICIPALITY: ("vimpeli",),
    Kind.AUDIENCE: ("kaikki", "lapset"),
    Kind.THEME: ("musiikki",),
    Kind.CHANNEL: ("paikallislehti", "radio-jarvituuli"),
}
#: Fields that a person writes freely. Others have rules about each other, and are filled in one way that is good.
FREE = ("accessibility", "age_limit", "channels", "description", "format", "links", "price", "registration", "weight")

#: Signs that mean something to YAML, to Markdown or to the eye; what a phone types, and what is typed by mistake.
_SIGNS = "aäöåÅÖ09 .,:;#-–—'\"”!?&*@`|>{}[]()%=+/\\~$€½_<\t\n\r\u00a0\u2028\u202e\u0007😀ж"
_WORDS = (
    "Kahvia",
    "klo 18",
    "kyllä",
    "null",
    "~",
    "- pulla",
    "# otsikko",
    "a: b",
    "1.5.2027",
    "2027",
    "---",
    "|",
    "no",
)
TITLES = st.sampled_from(("Kesäjuhla", "Dans: alla", "Ilta #1", "“Kahvi” & pulla", "Jooga, alkeet", "Ei", "2027"))


def texts(most: int = 60) -> SearchStrategy[str]:
    """Texts that hold a letter, so that they say something."""
    chance = st.text(st.sampled_from(_SIGNS), max_size=most)
    pieces = st.lists(chance | st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
    return st.tuples(pieces, st.sampled_from(("juhla", "Ilta", "å")), pieces).map(" ".join)


def days() -> SearchStrategy[str]:
    """Days of next year."""
    return st.dates(min_value=date(2027, 1, 10), max_value=date(2027, 12, 20)).map(str)


def moments() -> SearchStrategy[str]:
    """Days, some with a time."""
    hours = st.tuples(st.integers(5, 22), st.sampled_from((0, 5, 30))).map(lambda at: f"T{at[0]:02}:{at[1]:02}")
    return st.tuples(days(), st.just("") | hours).map("".join)


def value_of(field: Field) -> SearchStrategy[Any]:
    """Values of a field, canonical."""
    if field.shape is Shape.CHANNELS:
        return plans(field)
    one = _one(field)
    return st.lists(one, min_size=1, max_size=3) if field.many else one


def _one(field: Field) -> SearchStrategy[Any]:
    shape = field.shape
    if field.name == "title":  # of titles the reader takes marks of other programs away
        return TITLES
    if shape in (Shape.TEXT, Shape.PROSE):
        words = texts()
        return words | st.fixed_dictionaries({"fi": words, "sv": words})
    if shape is Shape.CHOICE and field.choices is not None:
        return st.sampled_from([str(each.value) for each in field.choices])
    if shape is Shape.PART:
        inside = {one.name: value_of(one) for one in fields_inside(field)}
        needed = {one.name for one in fields_inside(field) if one.required}
        known = {name: inside[name] for name in inside if name in needed}
        return st.fixed_dictionaries(known, optional={name: inside[name] for name in inside if name not in needed})
    return _SIMPLE[shape](field)


_SIMPLE: Final[dict[Shape, Callable[[Field], SearchStrategy[Any]]]] = {
    Shape.DAY: lambda _: days(),
    Shape.MOMENT: lambda _: moments(),
    Shape.INTEGER: lambda field: st.integers(field.minimum, max(field.minimum, min(field.maximum or 99, 99))),
    Shape.BOOLEAN: lambda _: st.just(value=True),
    Shape.TIME: lambda _: st.sampled_from(("09:00", "18:30")),
    Shape.URL: lambda _: st.sampled_from(("https://example.org/a?b=c&d=%20#e", "http://example.org")),
    Shape.LINE: lambda _: texts(),
    Shape.IDENTIFIER: lambda _: st.sampled_from(("juhla", "kirppis-2027")),
    Shape.REFERENCE: lambda field: st.sampled_from(
        IDS[Kind.CHANNEL] if field.target is Kind.CHANNEL else ("vimpelin-martat", "seurantalo")
    ),
    Shape.EMAIL: lambda _: st.just("sihteeri@example.org"),
    Shape.PHONE: lambda _: st.just("+358 40 000 0000"),
    Shape.FILE: lambda _: st.just("kuvat/talo.gif"),
    Shape.MONEY: lambda _: st.just("12.50"),
    Shape.COORDINATES: lambda _: st.just("63.1, 24.2"),
    Shape.REPEATS: lambda _: repetitions(),
    Shape.PERIOD: lambda _: st.just({"starts": "2027-01-01", "name": "Talvi"}),
}


def plans(field: Field) -> SearchStrategy[Any]:
    """Where an event is announced: nowhere, by names alone, or with what was done for a channel."""
    inside = {one.name: value_of(one) for one in fields_inside(field)}
    past = st.sampled_from(("2026-12-30", "2027-01-02T09:05"))
    inside |= {"sent_on": past, "corrected": past, "skip": st.just(value=True) | texts().filter(_is_kept_on_a_line)}
    name = inside.pop("channel")
    told = st.fixed_dictionaries({}, optional=inside).filter(bool)
    choices = st.dictionaries(name, st.none() | told, min_size=1, max_size=2).map(
        lambda found: [each if said is None else {"channel": each, **said} for each, said in found.items()]
    )
    usual = st.tuples(st.sampled_from(([], ["default"])), choices).map(lambda both: [*both[0], *both[1]])
    return st.just("no") | usual


def _is_kept_on_a_line(text: str) -> bool:
    """Tell whether no sign of a text belongs to the line that it stands on."""
    return text.split(maxsplit=1)[0][0].isalpha()


def repetitions() -> SearchStrategy[Any]:
    """Rules as the form gives them, and words."""
    on = st.lists(st.sampled_from(("mon", "sun", "1 tue", "-1 fri", "-2 sat", "15", "-1", "-3", "ma")), max_size=3)
    rule = st.fixed_dictionaries(
        {"every": st.sampled_from(("day", "week", "2 weeks", "12 months", "1 year", "joka toinen viikko"))},
        optional={
            "on": on,
            "until": days(),
            "count": st.integers(1, 50),
            "except": st.lists(days(), max_size=9),
            "also": st.lists(st.fixed_dictionaries({"starts": moments()}, optional={"ends": moments()}), max_size=2),
            "skip_holidays": st.booleans(),
        },
    )
    return rule | st.lists(rule, max_size=2) | st.just("joka tiistai klo 18")


def events() -> SearchStrategy[dict[str, Any]]:
    """Values of a new event whose file is good."""
    fields = {field.name: field for field in RECORDS[Kind.EVENT]}
    return st.fixed_dictionaries(
        {
            "title": TITLES,
            "starts": moments(),
            "organisers": st.lists(st.sampled_from(IDS[Kind.ORGANISATION]), min_size=1, max_size=2, unique=True),
        },
        optional={
            "venue": st.sampled_from(IDS[Kind.VENUE]),
            "municipality": st.just("vimpeli"),
            "audience": st.lists(st.sampled_from(IDS[Kind.AUDIENCE]), min_size=1, unique=True),
            "themes": st.lists(st.sampled_from(IDS[Kind.THEME]), min_size=1, unique=True),
            **{name: value_of(fields[name]) for name in FREE},
        },
    )


def any_values(kind: Kind) -> SearchStrategy[tuple[str, dict[str, Any]]]:
    """Values of any fields of a kind: right ones, and what no form would give."""
    junk = st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-9, 9_999)
        | texts(20)
        | days()
        | st.text("2027-1TZ:;ae", max_size=16),
        lambda inside: (
            st.lists(inside, max_size=8) | st.dictionaries(st.sampled_from(("fi", "text", "x1", "starts")), inside)
        ),
        max_leaves=5,
    )
    fields = {field.name: junk | value_of(field) for field in RECORDS[kind]}
    return st.fixed_dictionaries({}, optional=fields).map(lambda values: (kind.value, values))
