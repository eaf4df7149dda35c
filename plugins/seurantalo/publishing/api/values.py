"""Values of records as JSON: texts by language, contacts without people, addresses made absolute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from seurantalo.model.community import AnyRecord
from seurantalo.model.event import Event
from seurantalo.model.parts import Contact, Period, WebLink
from seurantalo.model.text import Text
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.feeds.atom import utc
from seurantalo.publishing.feeds.lines import clean, one_line
from seurantalo.publishing.publication import Site

#: A JSON object.
Json: TypeAlias = dict[str, Any]


class Values:
    """Turns values into JSON. ``language`` is what a text is in where its author did not say."""

    def __init__(self, site: Site, language: str) -> None:
        """Take the site that addresses stand on."""
        self.site, self.language = site, language
        self._texts: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}

    def text(self, text: Text) -> Mapping[str, str]:
        """Return the text by language, as it was written."""
        versions = text.versions
        if len(versions) == 1:
            language, words = versions[0]
            return {language or self.language: clean(words)}
        return {language or self.language: clean(words) for language, words in versions}

    def shared_text(self, text: Text) -> Mapping[str, str]:
        """Return a text that many events share, such as a price; worked out once."""
        known = self._texts.get(text.versions)
        if known is None:
            known = self._texts[text.versions] = self.text(text)
        return known

    def texts(self, texts: tuple[Text, ...]) -> list[Mapping[str, str]]:
        """Return several texts."""
        return [self.text(text) for text in texts]

    def url(self, path: str) -> str:
        """Return the address of a page or file of the site: absolute where the site knows its own."""
        return f"{self.site.url}{path}"

    def contact(self, contact: Contact | None) -> Json | None:
        """Return a role and how to reach it.

        None for a contact that a person has consented to: the consent is for its page, not for lists to carry off.
        """
        if contact is None or contact.consent is not None:
            return None
        found: Json = {"role": self.text(contact.role)}
        for name in ("email", "phone", "url"):
            if value := getattr(contact, name):
                found[name] = value
        if contact.checked is not None:
            found["checked"] = contact.checked.isoformat()
        return found

    def links(self, links: tuple[WebLink, ...]) -> list[Json]:
        """Return links to other sites."""
        return [{"url": link.url} | ({"title": self.text(link.title)} if link.title else {}) for link in links]

    def period(self, period: Period) -> Json:
        """Return days from and to, both included; an open end is left out."""
        found: Json = {}
        if period.name is not None:
            found["name"] = self.text(period.name)
        if period.starts is not None:
            found["starts"] = period.starts.isoformat()
        if period.ends is not None:
            found["ends"] = period.ends.isoformat()
        return found

    def marks(self, event: Event) -> Json:
        """Return what must not be lost on the way: that an event is an example, or from another calendar."""
        found: Json = {"demo": True} if event.demo else {}
        if event.external is not None:
            source = event.external
            named = {"calendar": one_line(source.calendar), "url": source.url, "uid": clean(source.uid)}
            found["external"] = without_empty(named)
        return found

    def common(self, record: AnyRecord) -> Json:
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
