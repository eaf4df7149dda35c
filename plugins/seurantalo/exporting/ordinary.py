"""Ordinary pages: they stay Markdown, with the source that they are changed in, and our style sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import markdown

from seurantalo.exporting.markdown_pages import Links, assets
from seurantalo.publishing.search import Entry, headings_of_body, ordinary_entry

_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_NOT_SEARCHED: Final = re.compile(r"^search:\s*\{?\s*exclude:\s*true\b", re.MULTILINE)
_NAMED: Final = re.compile(r"^(title|description):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_FIRST_HEADING: Final = re.compile(r"<h1\b.*?</h1>\s*", re.DOTALL)
#: A link to a page by its file, as MkDocs has them: address, anchor.
_TO_FILE: Final = re.compile(r'(<a\b[^>]*?\shref=")(?![a-z][a-z0-9+.-]*:|/)([^"#?]*?)\.md(#[^"]*)?"')


def ordinary_page(text: str, folder: str, source: str, links: Links) -> str:
    r"""Return the Markdown of an ordinary page whose file lies in ``folder``; ``source`` is its file in the project.

    What its front matter says stays.

    >>> ordinary_page("# Tietoa\n", "", "content/tietoa.md", ()).splitlines()
    ['---', 'source: content/tietoa.md', '---', '', '# Tietoa']
    """
    told = _FRONT_MATTER.match(text)
    front = (told.group(1) or "") if told else ""
    body = text[told.end() :] if told else text
    own = "" if re.search(r"^source:", front, re.MULTILINE) else f"source: {source}\n"
    loaded = assets(folder, links)
    after = f"\n<div>\n{loaded}</div>\n" if loaded else ""
    return f"---\n{front}{own}---\n\n{body.strip()}\n{after}"


def introduction(text: str, extensions: Mapping[str, Mapping[str, Any]]) -> str:
    r"""Return the front page's introduction as HTML without its h1, with links to pages instead of their files.

    ``extensions`` are Markdown's, with their options. Raises ImportError for one that is not installed.

    >>> introduction("# Talo\n\nLue [ohje](ohjeet/uusi.md#ensin).", {})
    '<p>Lue <a href="ohjeet/uusi/#ensin">ohje</a>.</p>'
    """
    return _TO_FILE.sub(_address, _FIRST_HEADING.sub("", _html(text, extensions), count=1))


def searched_page(
    text: str, address: str, title: str, extensions: Mapping[str, Mapping[str, Any]], language: str
) -> Entry | None:
    r"""Return an ordinary page as the search knows it, or None where its front matter asks to be left out.

    ``title`` is its name in the navigation; ``""`` leaves it to the page. Raises ImportError as `introduction` does.

    >>> searched_page("---\ntitle: Ohje\n---\n# Näin ilmoitat\n", "ohje/", "", {}, "fi").title
    'Ohje'
    """
    told = _FRONT_MATTER.match(text)
    front = (told.group(1) or "") if told else ""
    if _NOT_SEARCHED.search(front):
        return None
    named = {name: value.strip("\"'") for name, value in _NAMED.findall(front)}
    html = _html(text, extensions)
    title = title or named.get("title") or next(iter(headings_of_body(html)), "") or address
    return ordinary_entry(address, title, named.get("description", ""), html, language)


def _html(text: str, extensions: Mapping[str, Mapping[str, Any]]) -> str:
    told = _FRONT_MATTER.match(text)
    return markdown.markdown(
        text[told.end() :] if told else text,
        extensions=list(extensions),
        extension_configs={name: dict(options) for name, options in extensions.items()},
    )


def _address(found: re.Match[str]) -> str:
    start, path, anchor = found.groups()
    folder, _, name = path.rpartition("/")
    above = f"{folder}/" if folder else ""
    way = (above or "./") if name in ("index", "README") else f"{above}{name}/"
    return f'{start}{way}{anchor or ""}"'
