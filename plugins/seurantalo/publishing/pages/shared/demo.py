"""Invented examples say that they are."""

from __future__ import annotations

from seurantalo.model.record import Record
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Badge, Notice, Tone


def demo_notice(ctx: PageContext, record: Record, text: str) -> tuple[Notice, ...]:
    """Return the notice of an invented record; none for a real one."""
    return (Notice(ctx.say("Invented example."), text, Tone.DEMO),) if record.demo else ()


def demo_badges(ctx: PageContext, record: Record) -> tuple[Badge, ...]:
    """Return the badge of an invented record in a list; none for a real one."""
    return (Badge(ctx.say("example"), Tone.DEMO),) if record.demo else ()
