"""Titles: what stands in them that is no part of a name, such as a status or signs of Markdown."""

from __future__ import annotations

import re
from typing import Final

from seurantalo.model.event import EventStatus
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.words import every_word, value_of, value_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Mend, Severity
from seurantalo.model.record import Kind
from seurantalo.patterns import late
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.yaml.tree import Scalar

_STATUSES: Final = (EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.MOVED)
_STATUS_WORDS: Final = tuple(
    word for status in _STATUSES for word in sorted(every_word(CHOICES[EventStatus][status]), key=len, reverse=True)
)
_WORDS: Final = "|".join(map(re.escape, _STATUS_WORDS))
_TOKEN: Final = late(r"\w+")
_FIRST_WORDS: Final = frozenset(_TOKEN.findall(word.casefold())[0] for word in _STATUS_WORDS)
_BEFORE: Final = late(
    rf"\W*?(?P<open>[\[(*]*)(?P<word>{_WORDS})\b(?P<mark>[\s\])*]*[\])*:!–—-][\])*:!–—\s-]*|\s+)(?P<rest>\S.*)",
    re.IGNORECASE,
)
_BEHIND: Final = late(
    rf"(?P<rest>.*\w\W*?)(?P<mark>\s*[\[(*:,!–—-][\[(*\s–—-]*|\s+)\b(?P<word>{_WORDS})[\s\])*!.]*", re.IGNORECASE
)
#: Signs of Markdown and HTML around words; what they hold is the first group that has something.
_MARKUP: Final = late(
    r"!?\[(?P<link>[^\[\]]+)\]\((?P<url>[^()\s]+)[^()]*\)"
    r"|(?<![*\w])\*{1,3}(?P<star>[^\s*](?:[^*]*[^\s*])?)\*{1,3}(?![*\w])"
    r"|(?<![_\w])_{1,3}(?P<line>[^\s_](?:[^_]*[^\s_])?)_{1,3}(?![_\w])"
    r"|~~(?P<gone>[^~]+)~~|`+(?P<code>[^`]+)`+|\A#{1,6}\s+(?P<head>.+)"
    r"|</?(?:a|b|big|br|center|div|em|font|h[1-6]|hr|i|img|mark|p|s|script|small|span|strong|sub|sup|u)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS: Final = late(r"[*_`<\[#~]")


def read_title(scope: Scope, field_name: str, node: Scalar, text: str) -> str:
    """Return a title without signs of markup, which are told of; report a status that stands in it."""
    title = _plain(scope, field_name, node, text) if _SIGNS.search(text) else text
    if scope.kind is Kind.EVENT:
        _check_status(scope, field_name, node, title)
    return title


def _plain(scope: Scope, field_name: str, node: Scalar, text: str) -> str:
    title, url = text, ""
    # Signs may stand inside others, a few deep.
    for _ in range(4):
        for match in _MARKUP.finditer(title):
            url = url or (match["url"] or "")
        made = " ".join(_MARKUP.sub(lambda found: next((one for one in _held(found) if one), " "), title).split())
        if made == title:
            break
        title = made
    if title == " ".join(text.split()) or not title:
        return text
    code = "link-in-title" if url else "markup-in-title"
    severity = Severity.WARNING if url else Severity.NOTICE
    mend = _with_line(scope, scope.instead(node, text, title), "links", url) if url else None
    scope.report(code, node, field_name, severity, mend, found=text[:100], read=title[:100], url=url[:100])
    return title


def _held(match: re.Match[str]) -> tuple[str | None, ...]:
    return match["link"], match["star"], match["line"], match["gone"], match["code"], match["head"]


def _check_status(scope: Scope, field_name: str, node: Scalar, title: str) -> None:
    # To look at the words alone costs a tenth of the patterns, and nearly no title has one of these.
    if _FIRST_WORDS.isdisjoint(_TOKEN.findall(title.casefold())):
        return
    match = _BEFORE.fullmatch(title) or _BEHIND.fullmatch(title)
    if match is None or not (match["word"].isupper() or match["mark"].strip() or match.groupdict().get("open")):
        return
    status = value_of(EventStatus, match["word"])
    if status is None:
        return
    word = value_word(status, scope.language)
    written = f"{scope.word('status')}: {word}"
    code = "moved-in-title" if status is EventStatus.MOVED else "status-in-title"
    rest = match["rest"].strip(" \t-–—:,")
    line = scope.instead(node, (node.text or "").strip(), rest)
    mend = (
        None if status is EventStatus.MOVED else _with_line(scope, line, "status", value_word(status, scope.language))
    )
    scope.report(code, node, field_name, Severity.WARNING, mend, found=match["word"], written=written)


def _with_line(scope: Scope, title: Mend | None, name: str, value: str) -> Mend | None:
    """Return the line of a title with that of another field below it, where the file has none of that yet."""
    if title is None or title.text.startswith((" ", "-", "{")) or name not in by_name(RECORDS[scope.kind]):
        return None
    return (
        title if scope.written(name) else Mend(f"{title.text}\n{scope.word(name)}: {value}", title.first, title.last)
    )
