"""The headings of a Markdown text, and the anchors under which people link to them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from seurantalo.frozen import dataclass
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


class Anchors:
    """The headings of a text by the anchors that people write for them.

    >>> Anchors(headings("# Mitä?")).meant("mitä").words
    'Mitä?'
    """

    def __init__(self, found: Iterable[Heading]) -> None:
        """Take the headings of one text."""
        self.headings = tuple(found)
        self._given = {one.anchor.lower(): one for one in self.headings if one.anchor}
        self._named = {(slug(one.words), one.number): one for one in self.headings}

    def meant(self, anchor: str, prefix: str = "") -> Heading | None:
        """Return the heading that an anchor means, written as on GitHub or as on the site; None where it means none.

        ``prefix`` is what the anchors of the text begin with on its page.
        """
        written = unicodedata.normalize("NFC", unquote(anchor)).lower()
        names = (slug(written.removeprefix(prefix)), slug(written)) if prefix else (slug(written),)
        first = (self._named.get((name, 1)) for name in names)
        found = self._given.get(written) or next((one for one in first if one is not None), None)
        if found is None and (second := _SECOND.search(written)) is not None:
            number = int(second[1]) + ("--" not in second[0])
            return self._named.get((slug(written[: second.start()]), number))
        return found
