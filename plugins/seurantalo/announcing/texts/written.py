"""What comes out: the text of an entry, and that of an issue, with what a person has to know before pasting."""

from __future__ import annotations

from seurantalo.announcing.entry import Entry
from seurantalo.announcing.texts.manners import Counting
from seurantalo.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The text of one entry.

    ``length`` is in characters, or in septets of a text message (units of UTF-16 where ``odd`` has signs that the
    GSM alphabet lacks); ``over`` is by how much it is too long, 0 where it fits; ``parts`` in how many messages it
    goes. ``dropped`` names what fell for length, ``questions`` are sentences to the organiser about what the file
    does not say. ``lost`` names facts that ought to be in the text and are not: a template of the site's
    own is at fault, and the first question says so.

    >>> from seurantalo.announcing.texts import entry_text, manner_named
    >>> made = entry_text(entry, facts, manner_named("tekstiviesti", lang))
    >>> made.text, made.length, made.over, made.parts
    ('Kevätkonsertti la 20.3. klo 18-20, Seurantalo, Vimpeli.', 55, 0, 1)
    """

    text: str
    length: int
    counting: Counting = Counting.CHARACTERS
    limit: int | None = None
    over: int = 0
    parts: int = 1
    odd: str = ""
    dropped: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueText:
    r"""The text of an issue in one block, as it is pasted, and as an e-mail has it around it.

    ``html`` is the block as a fragment, with spaces that do not break inside dates and sums.

    >>> IssueText(subject="Menot", heading="Menot viikolle.", text="Maanantai 24.5.", foot="", html="").letter
    'Menot viikolle.\n\nMaanantai 24.5.\n'
    """

    subject: str
    heading: str
    text: str
    foot: str
    html: str
    entries: tuple[tuple[Entry, Written], ...] = ()
    left_out: tuple[tuple[Entry, str], ...] = ()
    """What is not told in it, and why, in a sentence."""
    questions: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """The whole of an e-mail: heading, text and foot."""
        return "\n\n".join(part for part in (self.heading, self.text, self.foot) if part) + "\n"
