"""Markdown as plain text for calendar apps: paragraphs and lists keep their lines, addresses stay readable."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.feeds.lines import clean, one_line
from seurantalo.publishing.light_prose import is_plain
from seurantalo.publishing.plain_words import words_by_lines
from seurantalo.publishing.prose import ProseContext, render_prose, shorten

#: Characters of a description; who wants more follows the address at its end. Some apps cut at 4,000 themselves.
DESCRIPTION_LIMIT: Final = 2_000
#: The same in feeds: an event is in the feeds of its municipality, venue, organisers, themes and audiences, and most
#: descriptions are shorter. Who wants more adds the event's own file, or follows the address.
FEED_LIMIT: Final = 300
#: The same of an event that was over before this month began.
OVER_LIMIT: Final = 0

#: How much longer than its words a text with markup is at most worth reading.
_LONGER: Final = 8
_NOWHERE: Final = ProseContext()


def plain(markdown: str, limit: int, context: ProseContext = _NOWHERE) -> str:
    """Return the text without markup, at most ``limit`` characters (cut at a word, ``…`` added).

    Unlike ``prose.plain_text`` it keeps the addresses of links, which an app makes tappable, and the blank lines
    between paragraphs. Most texts are only words, and cost no parser.
    """
    text = clean(markdown[: _LONGER * limit])
    end = text.find("\n\n", limit + 1)
    if end > 0 and _has_only_words(start := text[:end]) and len(words := _joined(start)) > limit:
        # Paragraphs depend on nothing that follows, and no more of them are told.
        return shorten(words, limit)
    words = _joined(text) if _has_only_words(text) else clean(words_by_lines(str(render_prose(text, context))))
    return shorten(words, limit)


def _has_only_words(text: str) -> bool:
    """Tell whether a text has no marks; an address shows as it is written."""
    has_address = "/" in text or ("w" in text and "www." in text)
    return is_plain(text.replace("://", "").replace("www.", "") if has_address else text)


def _joined(text: str) -> str:
    """Return plain paragraphs with each on a line of its own, one blank line between them."""
    if "\n" not in text or ("  " not in text and not any(text.split("\n")[1::2])):
        return text
    return "\n\n".join(map(one_line, text.split("\n\n")))
