"""Whom to ask about a clash, and who of the two is to ask: roles with their addresses, never a private person."""

from __future__ import annotations

from collections.abc import Container

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.parts import Contact
from seurantalo.model.text import Text
from seurantalo.planner.clashes.finding import Finding


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask: an organisation or municipality, and its contact; None where none is known.

    >>> from dataclasses import replace
    >>> reachable = replace(event, contact=Contact(role=Text.plain("sihteeri"), email="martat@example.org"))
    >>> [(ask.name.in_language("fi"), ask.contact.email) for ask in whom_to_ask(community, reachable)]
    [('Vimpelin Martat ry', 'martat@example.org')]
    """

    name: Text
    contact: Contact | None


def whom_to_ask(community: Community, event: Event) -> tuple[Ask, ...]:
    """Return whom to ask about an event: its own contact, else its organisers', else the municipality's.

    Organisers without a contact are named too, as long as no other way to reach somebody is known.

    >>> [(ask.name.in_language("fi"), ask.contact) for ask in whom_to_ask(community, event)]
    [('Vimpelin Martat ry', None)]
    """
    organisers = [community.organisations[name] for name in event.organisers]
    if event.contact is not None and organisers:
        return (Ask(organisers[0].name, event.contact),)
    reachable = tuple(Ask(one.name, one.contact) for one in organisers if one.contact is not None)
    if reachable:
        return reachable
    place = community.municipalities[event.municipality]
    named = tuple(Ask(one.name, None) for one in organisers)
    return (*named, *(Ask(place.name, contact) for contact in place.contacts[:1]))


def sides(finding: Finding, changed: Container[str] = ()) -> tuple[Event, Event | None]:
    """Return the event whose organiser should look at a finding, and the other one.

    What was just ``changed`` (ids) comes first, else what was later in the calendar, else the first by id.

    >>> [side.id for side in sides(clashes.findings[0], changed={"tanssit"})]
    ['tanssit', 'konsertti']
    """
    first, second = finding.event, finding.other
    if second is None:
        return first, None
    if (first.id in changed) != (second.id in changed):
        return (first, second) if first.id in changed else (second, first)
    return (second, first) if finding.fact("first") == first.id else (first, second)
