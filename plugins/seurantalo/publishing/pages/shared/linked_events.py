"""To which other events the texts of an event lead."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from seurantalo.model.event import Event
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Shape
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.model.wiki_link import kind_of, wiki_links

if TYPE_CHECKING:
    from seurantalo.publishing.pages.shared.context import PageContext

_texts: Final = attrgetter(
    *(field.target_attribute for field in EVENT if field.shape in {Shape.PROSE, Shape.TEXT} and not field.many)
)


def links_of_events(ctx: PageContext) -> Mapping[str, frozenset[str]]:
    """Return the ids of the events that each event's texts link to, of those that do; ask for it with ``once``."""
    linking = [(name, event) for name, event in ctx.community.events.items() if linking_texts(event)]
    return {name: found for name, event in linking if (found := links_of(event))}


def links_of(event: Event) -> frozenset[str]:
    """Return the ids of the events that the texts of an event link to."""
    found = (link for words in linking_texts(event) for link in wiki_links(words))
    return frozenset(link.target for link in found if kind_of(link.kind_word) is Kind.EVENT)


def linking_texts(event: Event) -> list[str]:
    """Return the texts of an event that link to something: few do, and those of all events are looked through."""
    texts: list[Text | None] = [*_texts(event)]
    if event.registration is not None:
        texts.append(event.registration.text)
    if event.agenda:
        texts += [item.text for item in event.agenda]
    if event.changes:
        texts += [text for change in event.changes for text in (change.title, change.note)]
    return [
        words for text in texts if text is not None for _, words in text.versions if "[" in words and "[[" in words
    ]
