"""The fields of channels, and of the ledger of what was told in them."""

from __future__ import annotations

from typing import Final

from seurantalo.model.channel import ChannelType
from seurantalo.model.fields import names
from seurantalo.model.fields.field import choice, line, named, number, part, ref, text, url, yes
from seurantalo.model.fields.parts import CONTACT
from seurantalo.model.record import Kind

CHANNEL: Final = (
    text(names.NAME, "*"),
    choice(names.TYPE, ChannelType, "*", attribute="channel_type"),
    line(named("area", fi="alue", sv="område")),
    line(
        named("deadline", fi="määräaika", sv="tidsfrist"),
        attribute="deadline_words",
        says="a short text; these give a day: 7 days before, the Thursday before, the 15th of the previous month",
    ),
    number(named("max_length", fi="enimmäispituus", sv="maxlängd")),
    text(named("style", fi="tyyli", sv="stil")),
    part(names.CONTACT, CONTACT),
    url(names.URL),
    ref(names.MUNICIPALITIES, Kind.MUNICIPALITY, "[]"),
    yes(names.DEMO),
)

ANNOUNCEMENT: Final = (line(named("sent", fi="lähetetty", sv="skickat"), "*"),)
