"""Whom to ask: contacts of records."""

from __future__ import annotations

from seurantalo.frozen import dataclass
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


def ways(contact: Contact) -> list[Link]:
    """Return how to write and to ring, as far as somebody has told."""
    mail = [Link(contact.email, f"mailto:{contact.email}")] if contact.email else []
    return [*mail, Link(contact.phone, f"tel:{''.join(contact.phone.split())}")] if contact.phone else mail


def web_address(address: str) -> str:
    """Return a contributed address where it is http or https, else ``""``: no script in a link, whoever wrote it."""
    return address if address.startswith(("https://", "http://")) else ""


def web_links(address: str, title: str = "") -> tuple[Link, ...]:
    """Return a link to a contributed address, without a title named by itself; none to what is no web address."""
    safe = web_address(address)
    return (Link(title or safe.split("://", 1)[1].rstrip("/"), safe),) if safe else ()


def contact_view(ctx: PageContext, contact: Contact) -> ContactView:
    """Return a contact with the day on which it was checked, in words."""
    links = [*ways(contact), *web_links(contact.url)]
    checked = (
        ctx.lang.say("checked {date}", date=wording.plain_day(contact.checked, ctx.lang))
        if contact.checked is not None
        else ctx.say("nobody has checked this yet")
    )
    return ContactView(ctx.words(contact.role), tuple(links), checked, contact_is_old(contact, ctx.today))
