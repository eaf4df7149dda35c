"""What a browser would run or load of a page or a file: it is named, so that whoever looks at a proposal sees it.

A site's editors may want an embedded map or a script of their own, so it is no error. Records need none of this:
their texts are cleaned, whatever they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from seurantalo.model.marked_text import Sign, pieces
from seurantalo.patterns import late

#: Elements that run or load something, or act for the reader (HTML, sections 4.2, 4.8, 4.10 and 4.12).
_ELEMENTS: Final = r"script|iframe|frame|object|embed|applet|form|base|link|meta|portal|foreignObject"
#: In XML their names may have a prefix. An entity can hold an element, a style sheet of XML makes a page.
_ELEMENT: Final = late(
    rf"<(?:\w{{1,20}}:(?=script|iframe|foreign))?(?P<name>{_ELEMENTS}|!ENTITY|\?xml-stylesheet)(?=[\s/>]|$)",
    re.IGNORECASE,
)
#: An attribute that is code: ``onclick="…"``. Looked for inside tags alone.
_HANDLER: Final = late(r"(?:^|[\s\"'/])(?P<name>on[a-z]{3,30})\s*=", re.IGNORECASE)
_TAG: Final = late(r"<[a-z][^<>]{0,2000}", re.IGNORECASE)
#: Attributes that Markdown gives to what stands before them: ``{: onclick="…" }`` (Python-Markdown's attr_list).
_GIVEN: Final = late(r"(?<=\{)[^{}\n]{1,2000}(?=\})")
#: An address that is code. Browsers pass over tabs and line breaks in it (URL Standard, 4.4).
_SCHEME: Final = late(r"(?:javascript|vbscript)\s*:|data\s*:\s*text/html", re.IGNORECASE)
_UNSEEN: Final = late(r"[\x00-\x1f\u200b]")
#: What is shown as it stands, or not at all.
_SHOWN: Final = frozenset({Sign.FENCE, Sign.CODE, Sign.COMMENT})
#: Files that a browser runs or shows as a page of the site, and pictures that may hold scripts.
_RUN: Final = (".html", ".htm", ".xhtml", ".xht", ".js", ".mjs", ".cjs", ".wasm", ".swf", ".jar", ".hta", ".mht")
DRAWINGS: Final = (".svg", ".svgz", ".xml", ".xsl", ".xslt", ".rdf", ".rss", ".atom")


def active_parts(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of what is active in a page's Markdown outside of code: ``<script>``, ``onclick``."""
    end = 0
    code = [(one.start, one.end) for one in pieces(markdown, page=True) if one.sign in _SHOWN]
    for begins, ends in (*code, (len(markdown), len(markdown))):
        yield from ((end + at, name) for at, name in _parts(markdown[end:begins]))
        end = ends


def active_in_drawing(text: str) -> str:
    """Return what is active in a drawing, ``""`` where nothing is."""
    return next((name for _, name in _parts(text)), "")


def is_run_by_browsers(path: str) -> bool:
    """Tell whether a browser would run a file, or show it as a page of the site."""
    return path.lower().endswith(_RUN)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    found = [(match.start(), f"<{match['name'].lower()}>") for match in _ELEMENT.finditer(text)]
    for tag in (*_TAG.finditer(text), *_GIVEN.finditer(text)):
        handlers = _HANDLER.finditer(tag[0].replace(":", " ", 1) if tag[0].startswith(":") else tag[0])
        found += ((tag.start() + match.start("name"), match["name"].lower()) for match in handlers)
        if "\n" in tag[0] and not any(map(_code_in, tag[0].split("\n"))) and (code := _code_in(tag[0])):
            found.append((tag.start(), code))
    offset = 0
    for line in text.splitlines(keepends=True):
        if code := _code_in(line):
            found.append((offset + max(line.lower().find(code), 0), code))
        offset += len(line)
    yield from sorted(found)


def _code_in(text: str) -> str:
    """Return how an address begins in a text that is code to a browser; ``""`` where none is."""
    if ":" not in text and "&" not in text:
        return ""
    code = _SCHEME.search(_UNSEEN.sub("", unescape(text)))
    return "".join(code[0].split()).lower() if code else ""
