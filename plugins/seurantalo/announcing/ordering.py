"""In which order the entries of an issue stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from seurantalo.announcing.entry import Entry
from seurantalo.language import Language
from seurantalo.language.collation import sort_key
from seurantalo.model.channel import Channel, EntryOrder
from seurantalo.model.community import Community

#: As papers print it, where a channel says nothing.
_USUAL: Final = (EntryOrder.DAY, EntryOrder.MUNICIPALITY)


def in_order(channel: Channel, entries: Iterable[Entry], community: Community, lang: Language) -> tuple[Entry, ...]:
    """Return the entries of an issue as the channel wants them: by day, by municipality, by both; then by hour.

    Corrections stand first: they are about what people have planned for.
    """

    def key(entry: Entry) -> tuple[object, ...]:
        one = entry.occurrence
        parts: list[object] = [not entry.is_correction]
        for order in channel.order or _USUAL:
            if order is EntryOrder.DAY:
                parts.append(one.first_day)
            else:
                venue = community.venues.get(one.venue) if one.venue else None
                municipality = community.municipalities[venue.municipality if venue else one.event.municipality]
                parts.append(sort_key(municipality.name.in_language(lang.code)))
        return *parts, one.first_day, one.starts_at, sort_key(one.title.in_language(lang.code)), one.event.id

    return tuple(sorted(entries, key=key))
