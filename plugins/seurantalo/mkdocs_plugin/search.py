"""The search index of MkDocs or Material, with the bulk pages that people look for added to it.

Material's own parser needs a millisecond for a page, and a whole page in the index costs every reader's browser:
so bulk pages give their title, their description and the first words of their text, and no more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Sequence
from html import escape
from typing import Final

from seurantalo.publishing.publication import Page
from seurantalo.publishing.search import words_of_body

#: Characters of a bulk page's text in the index, its description included.
TEXT_LENGTH: Final = 400

# Begins with a word, not with the space before it: a search for a word skips the rest of a page at once.
_SEARCH_ATTRIBUTE: Final = re.compile(r"data-search-\w+=\"[^\"]+\"")
_BARE: Final = "data-search-exclude>"


def entry(page: Page) -> dict[str, str]:
    """Return the page as an entry of the index; its text is HTML, as Material's is."""
    text = f"{page.description} {page.words or words_of_body(page.body)}"
    text = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
    return {
        "location": page.address,
        "title": escape(page.title, quote=False),
        "text": escape(_shortened(text), quote=False),
    }


def _shortened(text: str) -> str:
    if len(text) <= TEXT_LENGTH:
        return text
    return text[:TEXT_LENGTH].rpartition(" ")[0] + " …"


def extended(index: bytes, entries: Sequence[dict[str, str]], without: Container[str] = ()) -> bytes | None:
    """Return a search index with more entries, and without those of the pages at the addresses ``without``.

    None for what is no such index, or for one that was computed beforehand and cannot be added to.
    """
    try:
        parsed = json.loads(index)
        docs = parsed["docs"]
    except (KeyError, TypeError, ValueError):
        return None
    if not isinstance(docs, list) or "index" in parsed:
        return None
    kept = [doc for doc in docs if str(doc.get("location", "")).partition("#")[0] not in without]
    for doc in kept:
        # Long words of headings are soft hyphenated, and nobody types so.
        doc.update({name: value.replace("\xad", "") for name, value in doc.items() if isinstance(value, str)})
    parsed["docs"] = [*kept, *entries]
    return json.dumps(parsed, separators=(",", ":")).encode()


def without_search_attributes(body: str) -> str:
    """Return a body as Material's search leaves it: without the attributes that speak to the search."""
    if not _has_search_values(body):
        return body
    first, *others = _SEARCH_ATTRIBUTE.split(body)
    if not others:
        return body
    # With each goes one white space before it.
    starts = (first, *others[:-1])
    return "".join(part[:-1] if part[-1:].isspace() else part for part in starts) + others[-1]


def _has_search_values(body: str) -> bool:
    """Tell whether there may be an attribute to take out: one without a value, as our own pages have it, stays."""
    at = body.find("data-search-")
    while at >= 0 and body.startswith(_BARE, at):
        at = body.find("data-search-", at + len(_BARE))
    return at >= 0
