"""Which events a regional calendar gets: those that name its channel, and those that it gets unasked."""

from __future__ import annotations

from seurantalo.model.channel import Channel
from seurantalo.model.event import Event


def gets(channel: Channel, event: Event) -> bool:
    """Tell whether an event is told in a channel: by its own choice, else by the channel's defaults.

    >>> gets(channel, event)
    False
    """
    plan = event.channel_plan
    for choice in plan.choices:
        if choice.channel == channel.id:
            return not choice.skipped
    default = channel.default
    if not plan.defaults or default is None or event.external is not None:
        return False
    return (
        event.weight in default.weights
        and (not default.formats or event.format in default.formats)
        and (not channel.municipalities or event.municipality in channel.municipalities)
    )
