"""The file of the ledger in which it is written down that an issue of a channel was told: where it is, what it says.

Commands write it, and pages lead to a new file with it filled in. People read it, and may write it themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Final

from seurantalo.language import Language
from seurantalo.model.channel import Delivery, Told
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind, Moment
from seurantalo.proposing.yaml_text import scalar
from seurantalo.publishing.file_words import FileWords

#: Where the files of the ledger are, below the folder of content.
FOLDER: Final = "announcements"


def ledger_path(channel: str, issue: str, content: str = "content") -> str:
    """Return the path of an issue's file in the project; ``content`` is the site's folder of records.

    >>> ledger_path("paikallislehti", "2027-05-19")
    'content/announcements/paikallislehti/2027-05-19.yml'
    """
    return f"{content}/{FOLDER}/{channel}/{issue}.yml"


def ledger_text(
    lang: Language,
    told: Iterable[Told],
    at: Moment | None = None,
    *,
    delivery: Delivery = Delivery.SENT,
    reason: str = "",
    posts: Iterable[tuple[str, str]] = (),
) -> str:
    """Return the text of a file, in the words of the site's language.

    ``at`` is the day, or the day and the minute, on which it was sent; ``reason`` is why it failed, and ``posts`` are
    what the other side calls each post (see ``Announcement``). Same facts, same text.

    >>> told = [Told("kevatkonsertti", date(2027, 3, 20), "klo 18–20; Seurantalo; Vimpeli; 10 €")]
    >>> print(ledger_text(lang, told, datetime(2027, 3, 8, 9, 12)), end="")
    lähetetty: 8.3.2027 klo 9.12
    kerrottu:
      kevatkonsertti 2027-03-20: klo 18–20; Seurantalo; Vimpeli; 10 €
    """
    words = {one.name: one.called.in_language(lang.code)[0] for one in RECORDS[Kind.ANNOUNCEMENT]}
    sent = lang.tongue.in_file(_to_the_minute(at)) if delivery is Delivery.SENT and at is not None else ""
    state = sent or ": ".join(filter(None, (FileWords(lang.code).value(delivery), reason)))
    lines = [f"{words['sent']}: {scalar(state)}"]
    lines += _mapping(words["told"], [(f"{one.event} {one.day}", one.facts) for one in told])
    lines += _mapping(words["posts"], [(name or lang.tongue.all_of_them[0], remote) for name, remote in posts])
    return "\n".join([*lines, ""])


def _mapping(name: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    lines = [f"  {key}: {scalar(value)}" for key, value in sorted(pairs)]
    return [f"{name}:", *lines] if lines else []


def _to_the_minute(at: Moment) -> Moment:
    """Return a moment without seconds; midnight as a day, for no file says it otherwise."""
    if not isinstance(at, datetime):
        return at
    minute = at.replace(second=0, microsecond=0, tzinfo=None)
    return minute.date() if minute.time() == time(0) else minute
