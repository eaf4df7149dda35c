"""Periods and days in words."""

from __future__ import annotations

from datetime import date

from seurantalo.model.participation import ProcessStage
from seurantalo.model.parts import Period
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext


def period_words(ctx: PageContext, period: Period | ProcessStage) -> str:
    """Return a period in words; an open end is open in words too."""
    if period.starts is not None and period.ends is not None:
        return wording.plain_days(period.starts, period.ends, ctx.lang)
    if period.starts is not None:
        return ctx.lang.say("from {date}", date=wording.plain_day(period.starts, ctx.lang))
    if period.ends is not None:
        return ctx.lang.say("until {date}", date=wording.plain_day(period.ends, ctx.lang))
    return ""


def day_or_none(ctx: PageContext, day: date | None) -> str:
    """Return a day in words; ``""`` for none."""
    return "" if day is None else wording.plain_day(day, ctx.lang)
