"""Organisations, venues, municipalities, practices and words of the vocabularies as JSON."""

from __future__ import annotations

from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.practice import Practice
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.publishing.api.values import Json, Values, without_empty


def organisation_json(values: Values, one: Organisation) -> Json:
    """Return an organisation; its contact is a role."""
    return values.common(one) | without_empty(
        {
            "name": values.text(one.name),
            "type": one.organisation_type.value,
            "founded": one.founded,
            "active": values.period(one.active) if one.active else None,
            "municipality": one.municipality,
            "region": one.region,
            "part_of": one.part_of,
            "member_of": list(one.member_of),
            "themes": list(one.themes),
            "contact": values.contact(one.contact),
            "links": values.links(one.links),
            "text": values.text(one.text) if one.text else None,
        }
    )


def venue_json(values: Values, one: Venue) -> Json:
    """Return a venue with its rooms."""
    place = one.coordinates
    rooms = [
        without_empty({"id": room.id, "name": values.text(room.name), "capacity": room.capacity})
        for room in one.rooms
    ]
    return values.common(one) | without_empty(
        {
            "name": values.text(one.name),
            "kind": one.venue_kind.value,
            "address": one.address,
            "municipality": one.municipality,
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "capacity": one.capacity,
            "rooms": rooms,
            "owner": one.owner,
            "private": one.private or None,
            "accessibility": values.text(one.accessibility) if one.accessibility else None,
            "text": values.text(one.text) if one.text else None,
        }
    )


def municipality_json(values: Values, one: Municipality) -> Json:
    """Return a municipality with its contacts and school holidays."""
    contacts = [found for contact in one.contacts if (found := values.contact(contact))]
    return values.common(one) | without_empty(
        {
            "name": values.text(one.name),
            "locative": values.text(one.locative),
            "code": one.code,
            "population": one.population,
            "languages": list(one.languages),
            "region": one.region,
            "neighbours": list(one.neighbours),
            "contacts": contacts,
            "school_breaks": [values.period(period) for period in one.school_breaks],
            "text": values.text(one.text) if one.text else None,
        }
    )


def practice_json(values: Values, one: Practice) -> Json:
    """Return a practice: what it is and whose; its page tells the whole story."""
    return values.common(one) | without_empty(
        {
            "title": values.text(one.title),
            "kinds": [kind.value for kind in one.kinds],
            "stage": one.stage.value,
            "lead": values.text(one.lead),
            "why": values.text(one.why) if one.why else None,
            "how": values.text(one.how) if one.how else None,
            "period": values.period(one.period) if one.period else None,
            "benefits": values.texts(one.benefits),
            "barriers": values.texts(one.barriers),
            "conditions": values.texts(one.conditions),
            "lessons": values.texts(one.lessons),
            "themes": list(one.themes),
            "municipalities": list(one.municipalities),
            "implementers": list(one.implementers),
            "partners": list(one.partners),
            "funders": list(one.funders),
            "based_on": list(one.based_on),
            "replaces": list(one.replaces),
            "combines": list(one.combines),
            "contact": values.contact(one.contact),
            "reviewed": one.reviewed.isoformat() if one.reviewed else None,
        }
    )


def term_json(values: Values, one: Theme | Audience) -> Json:
    """Return a theme or an audience."""
    return values.common(one) | without_empty(
        {
            "name": values.text(one.name),
            "broader": one.broader,
            "aliases": list(one.aliases),
            "keyword": one.keyword,
        }
    )
