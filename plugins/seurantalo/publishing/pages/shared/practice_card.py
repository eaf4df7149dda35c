"""Good practices in lists."""

from __future__ import annotations

from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.record import record_card
from seurantalo.publishing.pages.shared.texts import summary
from seurantalo.publishing.pages.shared.view import Card


def practice_card(ctx: PageContext, practice: Practice, root: str) -> Card:
    """Return a practice with the municipalities where it is done."""
    places = ", ".join(ctx.names[Kind.MUNICIPALITY][name] for name in practice.municipalities[:3])
    return record_card(ctx, practice, root, text=summary(ctx, practice.lead, 150), kicker=places)
