"""What goes out by mail: the digest of an issue, and the correction of one that has been sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import urlsplit

from seurantalo.announcing import Announcing, Entry, Issue, State
from seurantalo.announcing.facts import Mark
from seurantalo.announcing.texts import entry_text, facts_of_entry, issue_text, manner_of
from seurantalo.frozen import dataclass
from seurantalo.language import Language, language
from seurantalo.language.dates import day_of_year
from seurantalo.model.channel import Channel, Told
from seurantalo.publishing.feeds.feed_files import CalendarFeeds
from seurantalo.sending.mail import Attachment, Mail, address_of
from seurantalo.sending.outcome import NotSentError

#: Dates that are not held have no text of their own: what is told of them is that.
_GONE: Final = frozenset({Mark.CANCELLED, Mark.MOVED, Mark.POSTPONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who writes letters: what is announced, its calendar files, the sender, and the moment (aware)."""

    announcing: Announcing
    feeds: CalendarFeeds
    sender: str
    now: datetime

    @property
    def site(self) -> str:
        """The host that mails are named after."""
        return urlsplit(self.announcing.means.site_url).hostname or address_of(self.sender).domain

    def languages(self, channel: Channel) -> tuple[Language, ...]:
        """Return the languages in which a channel tells, the first one first."""
        return tuple(map(language, channel.languages or (self.announcing.settings.language,)))


class _Surely:
    """What is announced, without what another sending has perhaps told: it goes out again when a person says so."""

    def __init__(self, announcing: Announcing) -> None:
        self._announcing = announcing
        self.community, self.means, self.today = announcing.community, announcing.means, announcing.today

    def entries(self, issue: Issue) -> tuple[Entry, ...]:
        """Return the entries of an issue that were surely not told."""
        return tuple(one for one in self._announcing.entries(issue) if one.state is not State.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail, and the facts that it tells."""

    mail: Mail
    told: tuple[Told, ...]


def digest(issue: Issue, desk: Desk) -> Letter | None:
    """Return the letter of an issue; None where it tells of nothing."""
    announcing = desk.announcing
    surely = _Surely(announcing)
    texts = [(lang, issue_text(surely, issue, lang)) for lang in desk.languages(issue.channel)]
    lang, first = texts[0]
    entries = [entry for entry, _ in first.entries]
    if not entries:
        return None
    parts = [_paragraphs(text.heading) + text.html + "\n" + _paragraphs(text.foot) for _, text in texts]
    mail = _mail(
        issue,
        desk,
        number=1,
        subject=first.subject,
        text="\n".join(text.letter for _, text in texts),
        html="<hr>\n".join(parts),
        lang=lang,
        entries=entries,
    )
    return Letter(mail, announcing.told_of(entries))


def correction(issue: Issue, changed: Sequence[Entry], number: int, desk: Desk) -> Letter:
    """Return the letter that tells what has changed since an issue was sent; ``number`` counts them from one.

    Each change in a sentence, and the whole text anew, so that nobody has to put it together.
    """
    langs = desk.languages(issue.channel)
    lang = langs[0]
    pieces = [piece for one in langs for piece in _changes(changed, desk, one)]
    site = f"{desk.announcing.means.site_url}kanavat/{issue.channel.id}/" if desk.announcing.means.site_url else ""
    foot = lang.say("The list as it is now: {url}", url=site) if site else ""
    paragraphs = [*pieces, *filter(None, [foot])]
    mail = _mail(
        issue,
        desk,
        number=number + 1,
        subject=_subject(changed, desk, lang),
        text="\n\n".join(paragraphs) + "\n",
        html="".join(map(_paragraphs, paragraphs)),
        lang=lang,
        entries=changed,
    )
    return Letter(mail, desk.announcing.told_of(changed))


def message_id(issue: Issue, number: int, host: str) -> str:
    """Return what a mail is called for ever: the issue, and the how-manieth of it.

    >>> from datetime import date
    >>> from seurantalo.model import Text
    >>> from seurantalo.model.channel import ChannelType
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER)
    >>> issue = Issue(paper, "2027-05-19", date(2027, 5, 19), date(2027, 5, 24), date(2027, 5, 30))
    >>> message_id(issue, 1, "koe.example")
    '<lehti.2027-05-19.1@koe.example>'
    """
    return f"<{issue.channel.id}.{issue.id}.{number}@{host}>"


def _mail(
    issue: Issue,
    desk: Desk,
    *,
    number: int,
    subject: str,
    text: str,
    html: str,
    lang: Language,
    entries: Sequence[Entry],
) -> Mail:
    contact = issue.channel.contact
    if contact is None or not contact.email:
        raise NotSentError("The channel has no e-mail address to send to.")
    return Mail(
        sender=desk.sender,
        recipient=contact.email,
        subject=subject,
        message_id=message_id(issue, number, desk.site),
        date=desk.now,
        language=lang.code,
        text=text,
        html=html,
        calendar=Attachment(
            name=f"menot-{issue.first.isoformat()}.ics",
            octets=desk.feeds.of_dates([entry.occurrence for entry in entries]),
        ),
        answers=message_id(issue, 1, desk.site) if number > 1 else "",
    )


def _changes(changed: Sequence[Entry], desk: Desk, lang: Language) -> list[str]:
    found: list[str] = []
    for entry in changed:
        manner = manner_of(entry.channel, lang, desk.announcing.means)
        facts = facts_of_entry(entry, desk.announcing, lang)
        found.append(entry_text(entry, facts, manner).text)
        if facts.mark not in _GONE:
            now = replace(entry, mark=Mark.NONE)
            whole = entry_text(now, facts_of_entry(now, desk.announcing, lang), manner).text
            found += [lang.say("The whole text now:"), whole]
    return found


def _subject(changed: Sequence[Entry], desk: Desk, lang: Language) -> str:
    if len(changed) > 1:
        return lang.count("Change: {n} event", "Change: {n} events", len(changed))
    (entry,) = changed
    title = facts_of_entry(entry, desk.announcing, lang).title
    return lang.say("Change: {title} {day}", title=title, day=day_of_year(entry.occurrence.first_day, lang))


def _paragraphs(text: str) -> str:
    """Return plain paragraphs as HTML; a line's end stays one."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    return (
        "".join(f"<p>{escape(block)}</p>\n" for block in blocks).replace("\n", "<br>\n").replace("</p><br>", "</p>")
    )
