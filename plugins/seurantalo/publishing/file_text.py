"""Text of files that contributors start from: YAML in a site's own words, with comments for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from seurantalo.publishing.publication import Site

#: Words that no reader of YAML takes for anything else: without signs that mean something, not like a number.
_PLAIN: Final = re.compile(r"[^\W\d_][\w .()/–-]*[\w.)]|[^\W\d_]")
_SPECIAL: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
#: What GitHub and browsers carry in an address.
_LONGEST_ADDRESS: Final = 7_500


def scalar(words: str) -> str:
    """Return words as one line of YAML, between quotation marks where they could be misread."""
    words = " ".join(words.split())
    if _PLAIN.fullmatch(words) and words.casefold() not in _SPECIAL:
        return words
    return json.dumps(words, ensure_ascii=False)


def listed(names: Iterable[str]) -> str:
    """Return ids as a list on one line."""
    return f"[{', '.join(names)}]"


def block(lines: Iterable[str], indent: str = "  ") -> str:
    """Return lines as a literal block of YAML, to stand after ``field: ``."""
    return "|\n" + "\n".join(f"{indent}{line}".rstrip() for line in lines)


def new_file_link(site: Site, path: str, text: str) -> str:
    """Return the address where a file can be added with its text filled in.

    ``""`` where the site does not say; without the text where the address would be too long for a browser.
    """
    folder, _, name = path.rpartition("/")
    base = site.new_file_url(folder)
    if not base:
        return ""
    named = f"{base}?filename={quote(name, safe='')}"
    filled = f"{named}&value={quote(text, safe='')}"
    return filled if len(filled) <= _LONGEST_ADDRESS else named
