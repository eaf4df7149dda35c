"""Whom to ask: contacts of records."""

from __future__ import annotations

from dataclasses import dataclass

from seurantalo.model.parts import Contact
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.wiki import contact_is_old


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask: a role, how to reach it, and when somebody last made sure."""

    role: str
    links: tuple[Link, ...]
    checked: str
    old: bool


def contact_view(ctx: PageContext, contact: Contact) -> ContactView:
    """Return a contact with the day on which it was checked, in words."""
    links = []
    if contact.email:
        links.append(Link(contact.email, f"mailto:{contact.email}"))
    if contact.phone:
        links.append(Link(contact.phone, f"tel:{''.join(contact.phone.split())}"))
    if contact.url.startswith(("https://", "http://")):
        links.append(Link(contact.url.split("://", 1)[1].rstrip("/"), contact.url))
    checked = (
        ctx.lang.say("checked {date}", date=wording.plain_day(contact.checked, ctx.lang))
        if contact.checked is not None
        else ctx.say("nobody has checked this yet")
    )
    return ContactView(ctx.words(contact.role), tuple(links), checked, contact_is_old(contact, ctx.today))
