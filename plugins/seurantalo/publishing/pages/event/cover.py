"""What stands at the head of an event's page for the eyes: its picture."""

from __future__ import annotations

from seurantalo.model.event import Event
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.photo import figure


def cover(ctx: PageContext, around: Surroundings, event: Event) -> str:
    """Return what stands right below the facts of the first screen, as HTML; ``""`` where there is no picture."""
    return figure(ctx, around.root, event.image) if event.image is not None else ""
