"""Letters that ask whether a contact is still right: one for each address, a few lines, ready to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from seurantalo.frozen import dataclass
from seurantalo.language import TONGUES, Language
from seurantalo.model.community import Community
from seurantalo.model.fields.names import CONTACT
from seurantalo.model.fields.parts import CONTACT as CONTACT_PART
from seurantalo.model.record import Record
from seurantalo.proposing.mail import mail_address
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.publication import Site
from seurantalo.publishing.record_names import words_of
from seurantalo.wiki import DatesOf, HeldContact, contacts_to_check


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A letter to one address, about every contact that it is. ``body`` has a line for each of its lines.

    ``invented``: some of it is an example, which nobody must be written to about.
    """

    address: str
    subject: str
    lines: tuple[str, ...]
    records: tuple[Record, ...]
    invented: bool = False

    @property
    def body(self) -> str:
        """The text, each line ended."""
        return "".join(f"{line}\n" for line in self.lines)


class Letters:
    """Writes reminders in a language. No clock: the day is an input, and the same day gives the same letters."""

    def __init__(self, site: Site, lang: Language, today: date) -> None:
        """Take what the letters name: the site, and the day on which they are written."""
        self._site, self._lang, self._today = site, lang, today

    def reminders(self, community: Community, dates_of: DatesOf) -> tuple[Reminder, ...]:
        """Return a letter for each address of the contacts that nobody has checked for a year, or ever."""
        found: dict[str, list[HeldContact]] = {}
        for one in contacts_to_check(community, dates_of, self._today):
            if one.contact.email:
                found.setdefault(one.contact.email.lower(), []).append(one)
        return tuple(self.reminder(found[each]) for each in sorted(found))

    def reminder(self, contacts: Iterable[HeldContact]) -> Reminder:
        """Return the letter about contacts that are all of one address."""
        held = tuple(contacts)
        return Reminder(
            address=held[0].contact.email,
            subject=self._lang.say("Is this contact still right? {site}", site=self._site.name),
            lines=tuple(self._lines(held)),
            records=tuple(one.record for one in held),
            invented=any(bool(getattr(one.record, "demo", False)) for one in held),
        )

    def _lines(self, held: tuple[HeldContact, ...]) -> Iterator[str]:
        say = self._lang.say
        yield say("Hello,")
        yield ""
        yield self._lang.count(
            "this contact is on show on the site {site}:",
            "these contacts are on show on the site {site}:",
            len(held),
            site=self._site.name,
        )
        for one in held:
            yield ""
            yield from self._of_one(one)
        yield ""
        yield self._lang.count("Is it still right?", "Are they still right?", len(held))
        yield say("Answer “yes”, or write what has changed. One line is enough.")
        yield ""
        contact, checked = CONTACT.in_language(self._lang.code)[0], self._checked()
        yield say(
            "You can also correct the file yourself: put a new day in its field “{field}”, {line}.",
            field=contact,
            line=f"{checked}: {TONGUES[self._lang.code].in_file(self._today)}",
        )

    def _of_one(self, one: HeldContact) -> Iterator[str]:
        contact, lang = one.contact, self._lang
        role = contact.role.in_language(lang.code)
        yield lang.say("{term}: {text}", term=words_of(one.record, lang.code), text=role)
        yield ", ".join(filter(None, (contact.email, contact.phone, contact.url)))
        if contact.checked is None:
            yield lang.say("Nobody has checked it yet.")
        else:
            yield lang.say("Last checked {date}.", date=wording.plain_day(contact.checked, lang))
        if self._site.url and one.record.KIND in FOLDERS:
            yield f"{self._site.url}{address(one.record)}"
        if self._site.edit_url:
            yield lang.say("File: {address}", address=f"{self._site.edit_url}{one.record.origin.path}")

    def _checked(self) -> str:
        called = next(field.called for field in CONTACT_PART.fields if field.name == "checked")
        return called.in_language(self._lang.code)[0]


def letter_address(reminder: Reminder) -> str:
    """Return what opens a reminder in a mail program; ``""`` without an address, or where it is too long for that."""
    return mail_address(reminder.address, reminder.subject, reminder.lines, "")
