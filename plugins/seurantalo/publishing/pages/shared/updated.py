"""When the site was last built: told by the browser, and only once it is long ago.

A site is built every night. Where nobody builds it any more, its pages look as fresh as ever.
"""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext


@dataclass(frozen=True, slots=True)
class Updated:
    """The day on which a page was made (ISO 8601), in what zone it was that day, and a sentence that says so."""

    day: str
    zone: str
    words: str


def updated(ctx: PageContext) -> Updated:
    """Return when the site was last built. The browser shows it from the fourth day on."""
    words = ctx.lang.say("Last updated on {day}.", day=wording.day(ctx.today, ctx.lang))
    return Updated(ctx.today.isoformat(), ctx.settings.timezone, words)
