"""Contacts of organisations as vCards: roles and organisations, never persons.

Version 3.0 (RFC 2426), because the address books that offices use read it, and not all of them read 4.0.
"""

from __future__ import annotations

from uuid import uuid5

from seurantalo.model.organisation import Organisation
from seurantalo.model.parts import Contact
from seurantalo.publishing.feeds.lines import escape, fold, one_line, text_line, uri_line
from seurantalo.publishing.feeds.uid import NAMESPACE


def vcard(
    one: Organisation, contact: Contact, language: str, calendar_id: str, url: str = "", place: str = ""
) -> bytes:
    """Return the card of an organisation's role; ``url`` is its page, ``place`` its municipality or region.

    REV is the day the contact was checked: the only change of it that anybody has vouched for.
    """
    name = one_line(one.name.in_language(language))
    role = one_line(contact.role.in_language(language))
    uid = uuid5(NAMESPACE, f"{calendar_id}/organisation/{one.id}")
    lines = [
        b"BEGIN:VCARD\r\nVERSION:3.0\r\n",
        text_line(b"FN", name),
        # RFC 2426, 3.1.2 asks for N; with all five parts empty but the first, every app files it by that.
        fold(b"N:%b;;;;" % escape(name)),
        fold(b"ORG:%b" % escape(name)),
        text_line(b"TITLE", role),
        b"X-ABShowAs:COMPANY\r\n",
    ]
    if contact.email:
        lines.append(text_line(b"EMAIL;TYPE=INTERNET", one_line(contact.email)))
    if contact.phone:
        lines.append(text_line(b"TEL;TYPE=WORK", one_line(contact.phone)))
    if place:
        # ADR (3.2.1): box, extended, street, locality, region, code, country. Only the locality is known.
        lines.append(fold(b"ADR;TYPE=WORK:;;;%b;;;" % escape(one_line(place))))
    addresses = (one for one in (contact.url, url) if one.startswith(("https://", "http://")))
    lines += [uri_line(b"URL", address) for address in addresses]
    if contact.checked is not None:
        lines.append(f"REV:{contact.checked.isoformat()}\r\n".encode())
    lines.append(f"UID:urn:uuid:{uid}\r\nEND:VCARD\r\n".encode())
    return b"".join(lines)
