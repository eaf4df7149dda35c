"""Values of records as JSON: texts by language, what every record has, addresses made absolute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from seurantalo.model.event import Event
from seurantalo.model.record import Record
from seurantalo.model.text import Text
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.feeds.atom import utc
from seurantalo.publishing.feeds.lines import clean, one_line
from seurantalo.publishing.publication import Site

#: A JSON object.
Json: TypeAlias = dict[str, Any]


class Values:
    """Turns values into JSON.

    ``language`` is that of our own words, ``unsaid`` what a text is in where its author did not say.
    """

    def __init__(self, site: Site, language: str, unsaid: str = "") -> None:
        """Take the site that addresses stand on; without ``unsaid`` authors write in the site's language."""
        self.site, self.language, self.unsaid = site, language, unsaid or language
        self._texts: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}

    def text(self, text: Text) -> Mapping[str, str]:
        """Return the text by language, as it was written."""
        versions = text.versions
        if len(versions) == 1:
            language, words = versions[0]
            return {language or self.unsaid: clean(words)}
        return {language or self.unsaid: clean(words) for language, words in versions}

    def shared_text(self, text: Text) -> Mapping[str, str]:
        """Return a text that many events share, such as a price; worked out once."""
        known = self._texts.get(text.versions)
        if known is None:
            known = self._texts[text.versions] = self.text(text)
        return known

    def url(self, path: str) -> str:
        """Return the address of a page or file of the site: absolute where the site knows its own."""
        return f"{self.site.url}{path}"

    def marks(self, event: Event) -> Json:
        """Return what must not be lost on the way: that an event is an example, or from another calendar."""
        found: Json = {"demo": True} if event.demo else {}
        if event.external is not None:
            source = event.external
            named = {"calendar": one_line(source.calendar), "url": source.url, "uid": clean(source.uid)}
            found["external"] = without_empty(named)
        return found

    def common(self, record: Record) -> Json:
        """Return what every record has: id, page, whether it is an example, when it was made and changed."""
        found: Json = {"id": record.id}
        folder = FOLDERS.get(record.KIND)
        if folder is not None:
            found["url"] = f"{self.site.url}{folder}{record.id}/"
        if record.demo:
            found["demo"] = True
        found["created"] = utc(record.revision.created)
        found["modified"] = utc(record.revision.modified)
        return found


def without_empty(found: Json) -> Json:
    """Return the object without what is not known: None, ``""`` and empty lists."""
    return {name: value for name, value in found.items() if value is not None and value not in ("", [])}
