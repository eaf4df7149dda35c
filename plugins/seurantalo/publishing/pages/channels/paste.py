"""A text ready to paste: in one block to select, with a button that copies it, and as a letter that is begun."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from seurantalo.frozen import dataclass
from seurantalo.publishing.pages.shared.context import PageContext

#: Characters of an address that every mail program opens; some stop at 2,000.
LONGEST_MAIL: Final = 1_900


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """A text to paste. ``id`` is that of its block in the page, ``of`` what it is the text of, for who hears it only.

    ``about`` are remarks below it: how long it is, what is too long.
    """

    id: str
    text: str
    of: str
    about: tuple[str, ...] = ()
    mail: str = ""
    """The address of a letter; ``""`` where there is nobody to write to."""
    mail_note: str = ""
    """What to do where the text does not fit into that address."""


def paste(
    ctx: PageContext, name: str, text: str, of: str, *, about: tuple[str, ...] = (), to: str = "", subject: str = ""
) -> Paste:
    """Return a text to paste; ``to`` is the address of an office, ``""`` for none."""
    mail, fits = mail_link(to, subject or of, text)
    return Paste(
        id=name,
        text=text,
        of=of,
        about=about,
        mail=mail,
        mail_note="" if fits or not mail else ctx.say("The text is too long to go with the link: copy it first."),
    )


def mail_link(to: str, subject: str, text: str) -> tuple[str, bool]:
    r"""Return the address of a letter (RFC 6068), and whether the text fitted into it; ``""`` without a recipient.

    >>> mail_link("toimitus@example.org", "Menot", "SOINI. Iltatori.\nVIMPELI. Leikit.")[0]
    'mailto:toimitus@example.org?subject=Menot&body=SOINI.%20Iltatori.%0D%0AVIMPELI.%20Leikit.'
    """
    if not to:
        return "", True
    head = f"mailto:{quote(to, safe='@')}?subject={quote(' '.join(subject.split()), safe='')}"
    body = quote("\r\n".join(text.splitlines()), safe="")
    whole = f"{head}&body={body}"
    return (whole, True) if len(whole) <= LONGEST_MAIL else (head, False)
