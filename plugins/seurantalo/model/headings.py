"""The headings of a Markdown text, and the anchors under which people link to them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from seurantalo.model.marked_text import Sign, pieces

_HEADING: Final = re.compile(
    r"^[ >]{0,8}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^ {0,3}(\S.*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE
)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_OWN_ANCHOR: Final = re.compile(r"\s*\{:?[^{}]*?#([\w-]+)[^{}]*\}$")
_SECOND: Final = re.compile(r"[-_]+(\d{1,3})\Z")
_PLAIN_LETTERS: Final = str.maketrans("äöåéü", "aoaeu")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words, the how manieth of those words it is, and the anchor that its writer gave it."""

    words: str
    number: int = 1
    anchor: str = ""

    @property
    def on_page(self) -> str:
        """The anchor on an ordinary page, as Python-Markdown makes it."""
        if self.anchor:
            return self.anchor
        plain = unicodedata.normalize("NFKD", self.words).encode("ascii", "ignore").decode()
        name = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
        return name if self.number == 1 else f"{name}_{self.number - 1}"

    def in_record(self, prefix: str) -> str:
        """Return the anchor on the page of a record."""
        name = f"{prefix}{slug(self.words)}"
        return name if self.number == 1 else f"{name}--{self.number}"


def slug(words: str) -> str:
    """Return words as the end of an address: ``Mitä tarvitaan?`` gives ``mita-tarvitaan``.

    >>> slug("Mitä tarvitaan?")
    'mita-tarvitaan'
    """
    return re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_PLAIN_LETTERS)).strip("-")[:60] or "otsikko"


def headings(markdown: str, *, page: bool = False) -> tuple[Heading, ...]:
    r"""Return the headings of a text; ``page``: of an ordinary page.

    >>> [(one.words, one.on_page) for one in headings("# Mitä?\n\n## Mitä?")]
    [('Mitä?', 'mita'), ('Mitä?', 'mita_1')]
    """
    if "#" not in markdown and "=" not in markdown and "-" not in markdown:
        return ()
    code = [one for one in pieces(markdown, page=page) if one.sign is Sign.FENCE]
    used: Counter[str] = Counter()
    found: list[Heading] = []
    for match in _HEADING.finditer(markdown):
        if any(one.start <= match.start() < one.end for one in code):
            continue
        words = match[1] or match[2]
        own = _OWN_ANCHOR.search(words)
        words = _LINK.sub(r"\1", words[: own.start()] if own else words).replace("*", "").replace("`", "")
        used[slug(words)] += 1
        found.append(Heading(words, used[slug(words)], own[1] if own else ""))
    return tuple(found)


def heading_meant(found: tuple[Heading, ...], anchor: str, prefix: str = "") -> Heading | None:
    """Return the heading that an anchor means, written as on GitHub or as on the site; None where it means none."""
    written = unicodedata.normalize("NFC", unquote(anchor)).lower()
    name, second = slug(written.removeprefix(prefix) if prefix else written), _SECOND.search(written)
    for heading in found:
        if heading.anchor.lower() == written or (
            heading.number == 1 and slug(heading.words) in (name, slug(written))
        ):
            return heading
    if second is not None:
        start, number = slug(written[: second.start()]), int(second[1])
        exact = number if "--" in second[0] else number + 1
        return next((one for one in found if one.number == exact and slug(one.words) == start), None)
    return None
