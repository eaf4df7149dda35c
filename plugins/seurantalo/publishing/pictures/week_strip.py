"""A year in one line: a thin bar for every week, to be compared with the lines above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.publishing.pictures.drawing import number

STEP: Final = 5
HEIGHT: Final = 28


def week_strip(weeks: Sequence[int], most: int, starts: Sequence[int] = ()) -> Markup:
    """Return the picture of the weeks' events; ``most`` is the number that fills the height.

    ``starts`` are the weeks in which a month begins. The words of the same row tell what it shows, so it is hidden
    from those who hear the page.
    """
    bars = "".join(
        f"M{week * STEP + 0.5} {HEIGHT}v-{number(max(HEIGHT * events / most, 1.5))}h4V{HEIGHT}z"
        for week, events in enumerate(weeks)
        if events
    )
    ticks = "".join(f"M{week * STEP} {HEIGHT}v4" for week in starts)
    width = len(weeks) * STEP
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="st-strip" viewBox="0 0 {width} {HEIGHT + 4}" aria-hidden="true" preserveAspectRatio="none">'
        f'<path class="st-strip__line" d="M0 {HEIGHT}h{width}{ticks}"/>'
        f'<path class="st-strip__bars" d="{bars}"/></svg>'
    )
