"""A mail as octets: text, the same as HTML, and a calendar file. The same content makes the same octets.

All of it is ASCII and no line is longer than 78 (RFC 5322, 2.1.1), whatever its words are: it passes every server.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.sending.outcome import NotSentError

_LONGEST_ADDRESS: Final = 254
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
#: Shows nothing, and parts two signs for a program (Unicode, WORD JOINER).
_JOINER: Final = "\u2060"
#: Plain letters only: for others every server on the way would have to know RFC 6531.
_ADDRESS: Final = re.compile(
    r"""(?P<name>(?:"[^"<>@]*"|[^"<>@]*) <)?(?P<spec>[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)(?(name)>)""",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A calendar file. It has no METHOD, and its part none either: it is no invitation, and Outlook checks."""

    name: str
    octets: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail to one address. ``html`` is a fragment, ``""`` for a mail of plain text.

    ``answers`` is the Message-ID of the mail that this one follows.
    ``sender`` may have a name before the address: ``Järviseudun menot <menot@example.org>``.
    """

    sender: str
    recipient: str
    subject: str
    message_id: str
    date: datetime
    language: str
    text: str
    html: str
    calendar: Attachment | None = None
    answers: str = ""

    @property
    def sender_address(self) -> str:
        """The bare address of the sender."""
        return address_of(self.sender).addr_spec

    @property
    def octets(self) -> bytes:
        r"""The mail as it goes out, its lines ending in CR LF.

        >>> from datetime import UTC
        >>> mail = Mail(
        ...     sender="Menot <menot@example.org>", recipient="lehti@example.org", subject="Menot 24.–30.5.2027",
        ...     message_id="<lehti.2027-05-19.1@example.org>", date=datetime(2027, 5, 17, 6, 12, tzinfo=UTC),
        ...     language="fi", text="Iltatori klo 17–20\n", html="<p>Iltatori klo 17–20</p>",
        ... )
        >>> mail.octets.split(b"\r\n")[2]
        b'Subject: =?utf-8?b?TWVub3QgMjQu4oCTMzAuNS4yMDI3?='
        """
        message = EmailMessage(policy=SMTP)
        message["From"] = address_of(self.sender)
        message["To"] = address_of(self.recipient)
        message["Subject"] = _subject(self.subject)
        message["Date"] = format_datetime(self.date)
        message["Message-ID"] = self.message_id
        if self.answers:
            message["In-Reply-To"] = self.answers
            message["References"] = self.answers
        # No out-of-office reply, please (RFC 3834, 5).
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(_ended(self.text), cte="quoted-printable")
        if self.html:
            message.add_alternative(_page(self), subtype="html", cte="quoted-printable")
        if self.calendar is not None:
            message.add_attachment(
                self.calendar.octets,
                maintype="text",
                subtype="calendar",
                filename=self.calendar.name,
                params={"charset": "utf-8", "name": self.calendar.name},
            )
        # Setting the content takes away what was said of it before.
        message["Content-Language"] = self.language
        _set_boundaries(message, self.message_id)
        return message.as_bytes()


def address_of(written: str) -> Address:
    """Return an address with its name; raise NotSentError where it is none, or not of plain letters.

    >>> address_of("Menot <menot@example.org>").addr_spec
    'menot@example.org'
    """
    found = _ADDRESS.fullmatch(" ".join(written.split()))
    if found is None or len(found["spec"]) > _LONGEST_ADDRESS:
        raise NotSentError("This is no address that mail can be sent to.")
    try:
        return Address((found["name"] or "").strip('"< '), addr_spec=found["spec"])
    except (ValueError, IndexError):
        raise NotSentError("This is no address that mail can be sent to.") from None


def _subject(words: str) -> str:
    """Return a subject of one line in which nothing is a word in code.

    ``=?utf-8?q?=0D=0ABcc:_x?=`` as somebody's title would else be decoded by Python, and be a header of theirs.
    """
    return " ".join(_CONTROLS.sub(" ", words).split()).replace("=?", f"={_JOINER}?")


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _page(mail: Mail) -> str:
    """Return a page of what every mail reader shows: no style sheet, no script, nothing from elsewhere."""
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(mail.language)}">\n'
        f'<head><meta charset="utf-8"><title>{escape(mail.subject)}</title></head>\n'
        f"<body>\n{_ended(mail.html)}</body>\n</html>\n"
    )


def _set_boundaries(message: EmailMessage, seed: str) -> None:
    """Part the parts by what is in them; Python would throw dice.

    What begins with ``=_`` stands in no part: in quoted-printable a ``=`` has a digit or the end of the line behind
    it (RFC 2045, 6.7), and base64 has it at the very end only.
    """
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            pieces = [str(piece.get_payload()) for piece in part.walk() if not piece.is_multipart()]
            whole = "\n".join((seed, str(number), *pieces))
            part.set_boundary(f"=_{sha256(whole.encode()).hexdigest()[:32]}")
