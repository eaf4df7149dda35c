"""The register of contacts: whose they are, who is still there to answer, and which have to be asked about again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import Contact
from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind, Record
from seurantalo.wiki.activity import activity
from seurantalo.wiki.dates import DatesOf
from seurantalo.wiki.staleness import contact_is_old


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldContact:
    """A contact that is on show, the record whose file holds it, and whose role it is.

    >>> HeldContact(record=event, contact=Contact(role=event.title)).contact.checked is None
    True
    """

    record: Record
    contact: Contact
    who: Organisation | Municipality | None = None


def contacts_of(community: Community) -> Iterator[HeldContact]:
    """Yield every contact of a community.

    >>> from dataclasses import replace
    >>> martat = replace(community.organisations["martat"], contact=Contact(role=event.title))
    >>> alone = Community([*community.municipalities.values(), martat])
    >>> [one.record.id for one in contacts_of(alone)]
    ['martat']
    """
    for one in community.organisations.values():
        if one.contact is not None:
            yield HeldContact(record=one, contact=one.contact, who=one)
    for place in community.municipalities.values():
        for contact in place.contacts:
            yield HeldContact(record=place, contact=contact, who=place)
    for practice in community.practices.values():
        if practice.contact is not None:
            yield HeldContact(record=practice, contact=practice.contact)
    for channel in community.channels.values():
        if channel.contact is not None:
            yield HeldContact(record=channel, contact=channel.contact)


def is_over(one: Organisation, today: date) -> bool:
    """Tell whether an organisation has ceased, as its file says.

    >>> is_over(community.organisations["martat"], today)
    False
    """
    return one.active is not None and one.active.ends is not None and one.active.ends < today


def is_alive(community: Community, one: Organisation, dates_of: DatesOf, today: date) -> bool:
    """Tell whether an organisation is still there to answer.

    An association is, that has a date within twelve months or whose activity has begun and not ended, as its file
    says; of offices, schools and the like it is taken for granted.

    >>> is_alive(library, library.organisations["martat"], dates_of, today)
    True
    """
    if is_over(one, today):
        return False
    if one.organisation_type is not OrganisationType.ASSOCIATION or (one.active and one.active.ends is None):
        return True
    events = community.roles(one).get((Kind.EVENT, "organisers"), ())
    dates = (day for event in events if isinstance(event, Event) for day in dates_of(event.id))
    return activity(dates, today).active


def contacts_to_check(community: Community, dates_of: DatesOf, today: date) -> tuple[HeldContact, ...]:
    """Return the contacts that nobody has checked for a year, or ever, of those who are still there to answer.

    >>> from dataclasses import replace
    >>> board = Contact(role=event.title, checked=date(2026, 1, 4))
    >>> martat = replace(community.organisations["martat"], contact=board)
    >>> asked = Community([*community.municipalities.values(), *community.venues.values(), martat, event])
    >>> [len(contacts_to_check(asked, calendar.of_event, date(2027, 1, day))) for day in (4, 5)]
    [0, 1]
    """
    return tuple(
        one
        for one in contacts_of(community)
        if contact_is_old(one.contact, today)
        and not (isinstance(one.record, Organisation) and not is_alive(community, one.record, dates_of, today))
    )
