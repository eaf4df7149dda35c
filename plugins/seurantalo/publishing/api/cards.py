"""Organisations in an address book: vCard 3.0 (RFC 2426), the version that every address book reads.

A card is a role, never a person: the organisation is the name, the role the title.
"""

from __future__ import annotations

from typing import Final

from seurantalo.model.organisation import Organisation
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.lines import ascii_uri, escape, fold, one_line
from seurantalo.publishing.feeds.vevent import utc_stamp

_OPENING: Final = b"BEGIN:VCARD\r\nVERSION:3.0\r\n"
#: Apple's address book then shows the organisation as a whole and not a person without a name.
_CLOSING: Final = b"X-ABShowAs:COMPANY\r\nEND:VCARD\r\n"


def card(values: Values, one: Organisation, municipality: str, uid: str) -> bytes:
    """Return the card of an organisation; ``b""`` where there is nothing to reach it by.

    ``municipality`` is a name. A contact that a person has consented to is left out (see ``Values.contact``).
    """
    contact = one.contact if values.contact(one.contact) else None
    if contact is None or not (contact.email or contact.phone or contact.url):
        return b""
    name = escape(one_line(one.name.in_language(values.language)))
    role = escape(one_line(contact.role.in_language(values.language)))
    lines = [_OPENING, fold(f"UID:{uid}"), fold(f"FN:{name}"), fold(f"N:{name};;;;"), fold(f"ORG:{name}")]
    if role:
        lines.append(fold(f"TITLE:{role}"))
    if contact.email:
        lines.append(fold(f"EMAIL;TYPE=INTERNET,WORK:{escape(one_line(contact.email))}"))
    if contact.phone:
        lines.append(fold(f"TEL;TYPE=WORK,VOICE:{escape(one_line(contact.phone))}"))
    lines.append(fold(f"ADR;TYPE=WORK:;;;{escape(one_line(municipality))};;;"))
    if contact.url:
        lines.append(fold(f"URL:{ascii_uri(contact.url)}"))
    if values.site.url:
        lines.append(fold(f"URL:{ascii_uri(values.url(f'{FOLDERS[one.KIND]}{one.id}/'))}"))
    lines += [fold(f"REV:{utc_stamp(one.revision.modified)}"), _CLOSING]
    return b"".join(lines)
