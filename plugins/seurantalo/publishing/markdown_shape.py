"""The tree of a contributed text as a page wants it: headings with ids, code blocks, ticks of tasks, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape

from seurantalo.frozen import dataclass
from seurantalo.model.headings import slug

#: Around the number of a block of code in its own paragraph.
BLOCK_START: Final = "\ue003"
BLOCK_END: Final = "\ue002"
#: Stands alone in the paragraph before the footnotes.
NOTES: Final = "\ue004"

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCK: Final = re.compile(rf"\s*{BLOCK_START}(\d+){BLOCK_END}\s*\Z")
_TASK: Final = re.compile(r"\s*\[([ xX])\](?=\s)")


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a text: how many marks lead to each, in the order of the list; and what links are called."""

    marks: Sequence[int] = ()
    back: str = ""


def shape(root: Element, level: int, prefix: str, blocks: Sequence[str], notes: Notes) -> None:
    """Give a tree its last shape.

    The highest heading becomes one of ``level``, the others follow without a gap; ids begin with ``prefix``.
    """
    for element in list(root.iter()):
        found = _BLOCK.match(element.text or "")
        if found is not None and element.tag in ("p", "li"):
            _set_code(element, blocks[int(found[1])])
        if element.tag == "li":
            _set_task(element)
        style = element.attrib.pop("style", "")
        if style:
            element.set("class", f"st-{style.removeprefix('text-align: ').rstrip(';')}")
    anchors = _name_headings(root, level, prefix)
    for link in root.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#"):
            link.set("href", _own_anchor(href, anchors))
    if notes.marks:
        _name_notes(root, prefix, notes)


def _set_code(element: Element, code: str) -> None:
    element.text = None
    block = element if element.tag == "p" else Element("pre")
    block.tag = "pre"
    SubElement(block, "code").text = AtomicString(code_escape(code) + "\n")
    if block is not element:
        element.insert(0, block)


def _set_task(item: Element) -> None:
    """Show ``[ ]`` and ``[x]`` at the start of an item as signs that every reader has, also in plain texts."""
    first = item if (item.text or "").strip() or not len(item) else item[0]
    found = _TASK.match(first.text or "")
    if found is not None and first.tag in ("li", "p"):
        first.text = ("☐" if found[1] == " " else "☑") + (first.text or "")[found.end() :]
        item.set("class", "st-tick")


def _name_headings(root: Element, level: int, prefix: str) -> dict[str, str]:
    """Give headings their levels and ids; return the ids by the anchors that may be written for them."""
    headings = [found for found in root.iter() if found.tag in HEADINGS]
    levels = sorted({found.tag for found in headings})
    used: Counter[str] = Counter()
    anchors: dict[str, str] = {}
    for found in headings:
        found.tag = f"h{min(6, levels.index(found.tag) + level)}"
        name = slug("".join(found.itertext()))
        used[name] += 1
        # A slug never has two hyphens, so none can look like the second of a name.
        own = f"{prefix}{name}" if used[name] == 1 else f"{prefix}{name}--{used[name]}"
        found.set("id", own)
        # GitHub's way to name the second.
        anchors.setdefault(name if used[name] == 1 else f"{name}-{used[name] - 1}", own)
    return anchors


def _own_anchor(href: str, anchors: dict[str, str]) -> str:
    """Return where a link inside the text leads: its headings are called otherwise on a page of many texts."""
    own = anchors.get(slug(unquote(href[1:])))
    return href if own is None else f"#{own}"


def _name_notes(root: Element, prefix: str, notes: Notes) -> None:
    """Give the list of footnotes at the end its ids, and each note a way back to its first mark."""
    for before, listed in zip(list(root), list(root)[1:], strict=False):
        if before.text == NOTES and listed.tag == "ol":
            root.remove(before)
            listed.set("class", "st-notes")
            for number, (item, marks) in enumerate(zip(listed, notes.marks, strict=False), 1):
                item.set("id", note_id(prefix, number))
                if marks:
                    last = item[-1] if len(item) and item[-1].tag == "p" else item
                    _add_way_back(last, mark_id(prefix, number), notes.back)


def _add_way_back(element: Element, mark: str, words: str) -> None:
    if len(element):
        element[-1].tail = f"{(element[-1].tail or '').rstrip()} "
    else:
        element.text = f"{(element.text or '').rstrip()} "
    way = SubElement(element, "a", {"href": f"#{mark}", "class": "st-back", "aria-label": words})
    way.text = AtomicString("↩")


def note_id(prefix: str, number: int) -> str:
    """Return the id of a footnote; no heading's id has a hyphen there."""
    return f"{prefix}-n{number}"


def mark_id(prefix: str, number: int) -> str:
    """Return the id of the first mark that leads to a footnote."""
    return f"{prefix}-v{number}"
