"""What people wrote is shown in their own language where it is not translated, and a page says so once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from markupsafe import escape

from seurantalo.language.catalogue import Language
from seurantalo.publishing.publication import KindPages, Page, Pages

#: How a contributed text in another language than its page begins (``pages/shared/texts.py``).
_OTHER: Final = re.compile(r'<div(?: class="[^"]*")? lang="([a-z]{2,3})">')


def said_so(page: Page, lang: Language) -> Page:
    """Return the page with a sentence before its first text in another language; itself where it has none."""
    found = _OTHER.search(page.body)
    if found is None:
        return page
    words = lang.say("Some texts on this page are in {language}.", language=lang.name_of(found[1]))
    at = found.start()
    return replace(page, body=f'{page.body[:at]}<p class="st-other-language">{escape(words)}</p>\n{page.body[at:]}')


def all_said_so(kind: KindPages, lang: Language) -> KindPages:
    """Return pages of a kind, each of which says so when it is made."""
    make = kind.pages.make
    return replace(kind, pages=Pages(kind.pages.names, lambda name: said_so(make(name), lang)))
