"""An issue's text by its headings: as the forge writes what was filled in, and as people change it by hand.

GitHub and Forgejo write ``### Label``, an empty line and the answer; what was left empty is ``_No response_``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

__all__ = ["LONGEST_BODY", "Section", "sections"]

#: Characters of an issue that are read; the forge takes 65,536.
LONGEST_BODY: Final = 70_000
_NO_ANSWER: Final = re.compile(r"_+no response_+\Z", re.IGNORECASE)
# What shows nothing, and would start a line or turn the direction of what follows.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_ENDS: Final = re.compile("\r\n?|[\u2028\u2029]")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING: Final = re.compile(r" {0,3}#{1,3}\s+(?P<label>.*)\Z")
_STRONG: Final = re.compile(r"\s*(?P<marks>\*\*|__)(?P<label>.+?)(?::\s*(?P=marks)|(?P=marks)\s*:?)\s*(?P<rest>.*)\Z")
_PLAIN: Final = re.compile(r"(?P<label>[^\W\d_][^:#>`|]{0,50}?)\s*:(?!//)\s*(?P<rest>.*)\Z")
_FENCE: Final = re.compile(r"\s*(?P<fence>`{3,}|~{3,})")
_BOX: Final = re.compile(r"\s*[-*+]\s+\[(?P<mark>[ xX]?)\]\s*(?P<words>.*)\Z")


class Section(NamedTuple):
    """What stands below a heading, by the key of its label; ``""`` for what stands before the first.

    >>> Section("venue", "Seurantalo").key
    'venue'
    """

    key: str
    text: str


def sections(body: str, key_of: Callable[[str], str]) -> tuple[Section, ...]:
    r"""Return the sections of an issue's text, in order; what is empty is left out.

    ``key_of`` gives what a label means, ``""`` where it is none of ours: a heading of somebody's own belongs to the
    text that it stands in, and so does the second of two that mean the same. Headings inside of a fence are text. A
    label in bold, and one with a colon behind it, is a heading too where nothing in the issue is one by its marks.

    >>> labels = {"Paikka": "venue", "Hinta": "price"}
    >>> said = "### Paikka\r\n\r\nSeurantalo\r\n\r\n### Hinta\r\n\r\n_No response_\r\n"
    >>> sections(said, lambda label: labels.get(label, ""))
    (Section(key='', text=''), Section(key='venue', text='Seurantalo'), Section(key='price', text=''))
    >>> sections("Paikka: Seurantalo", lambda label: labels.get(label, ""))
    (Section(key='', text=''), Section(key='venue', text='Seurantalo'))
    """
    text = clean(body)
    lines = text.split("\n")
    found = list(_by(lines, key_of, _marked))
    if not any(key for key, _ in found):
        found = list(_by(lines, key_of, _written))
    return tuple(Section(key, _answer(each)) for key, each in found)


def clean(body: str) -> str:
    r"""Return an issue's text as far as it is read, without signs and comments that nobody sees.

    >>> clean("a\r\nb<!-- c -->")
    'a\nb'
    """
    return _COMMENT.sub("", _HIDDEN.sub("", _LINE_ENDS.sub("\n", body[:LONGEST_BODY])))


def _by(
    lines: list[str], key_of: Callable[[str], str], read: Callable[[str], tuple[str, str] | None]
) -> Iterator[tuple[str, list[str]]]:
    key, kept, fence = "", list[str](), ""
    seen: set[str] = set()
    for line in lines:
        if fence:
            kept.append(line)
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if match := _FENCE.match(line):
            fence = match["fence"]
        label, rest = read(line) or ("", "")
        found = key_of(label) if label else ""
        # Forms have each label once: of two the second is text.
        if found and found not in seen:
            yield key, kept
            key, kept = found, [rest]
            seen.add(found)
        else:
            kept.append(line)
    yield key, kept


def _marked(line: str) -> tuple[str, str] | None:
    match = _HEADING.match(line)
    return (match["label"].rstrip().rstrip("#").rstrip(), "") if match else None


def _written(line: str) -> tuple[str, str] | None:
    match = _STRONG.match(line) or _PLAIN.match(line.lstrip("-*> "))
    return (match["label"].strip(), match["rest"]) if match else None


def _answer(lines: list[str]) -> str:
    """Return what was answered: of boxes those that are ticked, of a fence around all of it what is inside."""
    text = "\n".join(lines).strip("\n")
    if _NO_ANSWER.match(text.strip()):
        return ""
    rows = [line for line in text.split("\n") if line.strip()]
    boxes = [_BOX.match(row) for row in rows]
    if rows and all(boxes):
        return "\n".join(box["words"].strip() for box in boxes if box and box["mark"].strip())
    if len(rows) > 1 and (match := _FENCE.match(rows[0])) and rows[-1].strip() == match["fence"]:
        text = "\n".join(text.strip("\n").split("\n")[1:-1])
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n").strip(" ")
