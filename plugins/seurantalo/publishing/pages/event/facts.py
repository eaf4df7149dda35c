"""The facts of an event as terms and links: where, who, for whom, how much, and what it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Final, TypeAlias

from seurantalo.model.event import Event
from seurantalo.model.fields.event import EVENT, EVENT_FACTS
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.parts import Contact
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, day_of
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.field_values import WORDS, is_told
from seurantalo.publishing.pages.event.announced import announced_row
from seurantalo.publishing.pages.event.surroundings import SERIES, Surroundings
from seurantalo.publishing.pages.shared.cards import event_day_words
from seurantalo.publishing.pages.shared.contact import ways, web_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import cut
from seurantalo.publishing.pages.shared.mentions import Told, mention_facts
from seurantalo.publishing.pages.shared.rows import fact_row
from seurantalo.publishing.pages.shared.texts import marked, other_language
from seurantalo.publishing.pages.shared.view import Fact, Link
from seurantalo.publishing.record_names import names_home
from seurantalo.publishing.zone_words import event_here

#: What :func:`related_facts` tells by itself.
_TOLD: Told = frozenset({(Kind.EVENT, "joint_with"), (Kind.EVENT, "part_of"), (Kind.IDEA, "raised_at")})

Related: TypeAlias = tuple[Fact, ...]

#: Other events named in one fact; a longer list is cut with its rest counted.
MOST_RELATED = 12


def first_facts(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None) -> str:
    """Return the lines of what everybody asks: where, how much, who arranges it, whom to ask."""
    return "".join([fact(ctx, around, event, shown) for fact in _FIRST])


def event_facts(
    ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None, *, followed: bool
) -> str:
    """Return the lines of the rest of the facts; those that nobody gave are left out.

    ``followed`` adds the calendars in which an event with a date stands.
    """
    facts = [fact(ctx, around, event, shown) for fact in _REST]
    if followed and shown is not None:
        facts.append(around.calendars(ctx.say("Follow in your calendar"), event))
    return "".join(facts)


def _place(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None) -> str:
    name = shown.venue if shown is not None else event.venue
    if name is None:
        return around.row(ctx.say("Municipality"), Kind.MUNICIPALITY, (event.municipality,))
    venue = ctx.community.venues[name]
    room = (shown.room if shown is not None else event.room) or ""
    key = (name, room, event.municipality)
    place = around.shared_row(
        ctx.say("Place"), key, lambda: _inside_out(ctx, around, venue, room, event.municipality)
    )
    return f"{place}{around.venues[name]}"


def _inside_out(
    ctx: PageContext, around: Surroundings, venue: Venue, room: str, municipality: str
) -> tuple[Link, ...]:
    """Return the venue, the room in it, and the municipality around it where the venue's name does not say it."""
    name = next((ctx.words(one.name) for one in venue.rooms if one.id == room), room)
    inside = (Link(name),) if name else ()
    named = names_home(ctx.words(venue.name), ctx.names[Kind.MUNICIPALITY][municipality])
    around_it = () if named else (around.links[Kind.MUNICIPALITY, municipality],)
    return around.links[Kind.VENUE, venue.id], *inside, *around_it


def _accessibility(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None) -> str:
    """Return the event's own words, else those of the venue."""
    name = shown.venue if shown is not None else event.venue
    words = event.accessibility or (ctx.community.venues[name].accessibility if name is not None else None)
    return fact_row(ctx.say("Accessibility"), (Link(marked(ctx, words, around.root)),)) if words is not None else ""


def is_open_to_sign_up(ctx: PageContext, event: Event, shown: Occurrence | None) -> bool:
    """Tell whether one can still sign up: the date is not over, nor the last day for it."""
    until = event.registration.until if event.registration is not None else None
    over = shown is not None and shown.last_day < ctx.today
    return not over and (until is None or day_of(until) >= ctx.today)


def _registration(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None) -> str:
    registration = event_here(event, ctx.settings.timezone).registration
    if registration is None or (shown is not None and shown.last_day < ctx.today):
        return ""
    until = wording.when(registration.until, None, ctx.lang) if registration.until is not None else ""
    if not is_open_to_sign_up(ctx, event, shown):
        return fact_row(ctx.say("Registration"), (Link(ctx.lang.say("ended {until}", until=until)),))
    found: list[Link] = []
    if registration.text is not None:
        found.append(Link(marked(ctx, registration.text, around.root)))
    if registration.url:
        found.append(Link(ctx.say("Sign up"), web_address(registration.url)))
    if until:
        found.append(Link(ctx.lang.say("at the latest {until}", until=until)))
    return fact_row(ctx.say("Registration"), found)


def _contact(ctx: PageContext, around: Surroundings, event: Event, _: Occurrence | None) -> str:
    """Return whom to ask: as the event tells, else the first of its organisers that has told."""
    if event.contact is not None:
        return _asked(ctx, event.contact)
    return next((row for name in event.organisers if (row := around.asked(ctx, name, _asked))), "")


def _asked(ctx: PageContext, contact: Contact) -> str:
    website = (Link(ctx.say("website"), web_address(contact.url)),) if contact.url else ()
    return fact_row(ctx.say("Ask more"), (Link(ctx.words(contact.role)), *ways(contact), *website))


def _links(ctx: PageContext, _: Surroundings, event: Event, __: Occurrence | None) -> str:
    if not event.links:
        return ""
    links = [Link(ctx.words(one.title) or one.url, web_address(one.url)) for one in event.links]
    return fact_row(ctx.say("Links"), links)


def _external(ctx: PageContext, _: Surroundings, event: Event, __: Occurrence | None) -> str:
    source = event.external
    if source is None:
        return ""
    return fact_row(ctx.say("From the calendar"), (Link(source.calendar, web_address(source.url)),))


def _sources(ctx: PageContext, around: Surroundings, event: Event, _: Occurrence | None) -> str:
    if not event.sources:
        return ""
    return fact_row(ctx.say("Sources"), [_source(ctx, name, around.root) for name in event.sources])


def _source(ctx: PageContext, name: str, root: str) -> Link:
    source = ctx.community.sources[name]
    note = source.publisher
    if source.published is not None:
        note = f"{note}, {wording.plain_day(source.published, ctx.lang)}"
    link = ctx.link(Kind.SOURCE, name, root)
    return Link(link.text, web_address(source.url) or link.href, f"({note})")


def related_facts(ctx: PageContext, around: Surroundings, event: Event) -> Related:
    """Return what an event belongs to and what belongs to it: umbrella, parts, joint events, practices, process."""
    say, community = ctx.say, ctx.community
    own = event.part_of or event.joint_with or event.series or event.practices or event.process
    if not own and not community.roles(event) and (Kind.EVENT, event.id) not in ctx.mentions:
        return ()
    facts: list[Fact] = []
    if event.part_of is not None:
        facts.append(Fact(say("Part of"), _event_links(ctx, around, (community.events[event.part_of],))))
    pointing = community.backlinks(event)
    parts = [one.record for one in pointing if one.field == "part_of" and isinstance(one.record, Event)]
    if parts:
        facts.append(Fact(say("Programme"), _event_links(ctx, around, parts)))
    joint = {name: community.events[name] for name in event.joint_with}
    joint |= {
        one.record.id: one.record for one in pointing if one.field == "joint_with" and isinstance(one.record, Event)
    }
    if joint:
        facts.append(Fact(say("Together with"), _event_links(ctx, around, [joint[name] for name in sorted(joint)])))
    if event.series:
        others = [one for one in SERIES.ask(ctx, event.series) if one.id != event.id]
        if others:
            facts.append(Fact(say("In the same series"), _event_links(ctx, around, others)))
    if event.practices:
        facts.append(Fact(say("Good practice"), tuple(around.links[Kind.PRACTICE, name] for name in event.practices)))
    if event.process is not None:
        facts.append(Fact(say("Process"), (_process(ctx, event, event.process, around.root),)))
    ideas = [one.record for one in pointing if one.record.KIND is Kind.IDEA and one.field == "raised_at"]
    if ideas:
        facts.append(Fact(say("Ideas raised here"), tuple(around.links[Kind.IDEA, one.id] for one in ideas)))
    return (*facts, *mention_facts(ctx, event, around.root, _TOLD))


def _process(ctx: PageContext, event: Event, name: str, root: str) -> Link:
    process = ctx.community.processes[name]
    stage = next((one for one in process.stages if one.n == event.stage), None)
    note = ctx.lang.say("stage {n}: {name}", n=stage.n, name=ctx.words(stage.name)) if stage is not None else ""
    link = ctx.link(Kind.PROCESS, name, root)
    return Link(link.text, link.href, note)


def _event_links(ctx: PageContext, around: Surroundings, events: Iterable[Event]) -> tuple[Link, ...]:
    found = sorted(events, key=lambda one: (day_of(one.starts).isoformat() if one.starts else "9999", one.id))
    links = [
        Link(
            ctx.words(one.title),
            f"{around.root}{EVENTS}{one.id}/",
            event_day_words(ctx, one),
        )
        for one in found
    ]
    return cut(ctx, links, MOST_RELATED)


#: Returns the line of one fact; ``""`` where nobody gave it.
Presenter: TypeAlias = Callable[[PageContext, Surroundings, Event, Occurrence | None], str]

#: Facts that are shown in a way of their own, by the names of their fields.
_OWN: Final[Mapping[str, Presenter]] = {
    "accessibility": _accessibility,
    "channels": announced_row,
    "contact": _contact,
    "external": _external,
    "links": _links,
    "registration": _registration,
    "sources": _sources,
    "venue": _place,
}


def _text(ctx: PageContext, around: Surroundings, field: Field, value: Text) -> str:
    key = (ctx.words(value), other_language(ctx, value))
    return around.shared_row(ctx.say(field.heading), key, lambda: (Link(marked(ctx, value, around.root)),))


def _url(ctx: PageContext, _: Surroundings, field: Field, value: str) -> str:
    return fact_row(ctx.say(field.heading), (Link(value, web_address(value)),))


def _records(ctx: PageContext, around: Surroundings, field: Field, value: tuple[str, ...]) -> str:
    if field.target is None:
        raise TypeError(field.name)
    return around.row(ctx.say(field.heading), field.target, value)


def _words(ctx: PageContext, _: Surroundings, field: Field, value: object) -> str:
    return fact_row(ctx.say(field.heading), (Link(WORDS[field.shape](value, ctx.lang)),))


#: How a value of a type is shown as a fact.
_BY_SHAPE: Final[Mapping[Shape, Callable[[PageContext, Surroundings, Field, Any], str]]] = {
    **dict.fromkeys(WORDS, _words),
    Shape.REFERENCE: _records,
    Shape.TEXT: _text,
    Shape.URL: _url,
}


def fact_by_type(field: Field) -> Presenter:
    """Return what shows a field of an event by the type of its value."""
    show, value_of = _BY_SHAPE[field.shape], attrgetter(field.target_attribute)

    def fact(ctx: PageContext, around: Surroundings, event: Event, _: Occurrence | None) -> str:
        value = value_of(event)
        return show(ctx, around, field, value) if value is not None and is_told(value) else ""

    return fact


_KNOWN: Final = by_name(EVENT)
#: What stands on the first screen of a phone, in its order.
_ASKED_FIRST: Final = ("venue", "price", "organisers", "contact")


def _presenters(names: Iterable[str]) -> tuple[Presenter, ...]:
    return tuple(_OWN.get(name) or fact_by_type(_KNOWN[name]) for name in names)


_FIRST: Final = _presenters(_ASKED_FIRST)
_REST: Final = _presenters(name for name in EVENT_FACTS if name not in _ASKED_FIRST)
