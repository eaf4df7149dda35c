"""What an event's file says of the channels in which it is announced."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.record import Moment
from seurantalo.model.text import Text


class Doer(StrEnum):
    """The role that does something for a channel, never a person."""

    EDITOR = "editor"
    MUNICIPALITY = "municipality"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelChoice:
    """What an event's file says of one channel.

    ``sent`` and ``corrected`` are days on which somebody told of it by hand; ``sentence`` takes the place of the
    description in that channel.
    """

    channel: str
    sent: Moment | None = None
    corrected: Moment | None = None
    skipped: bool = False
    why: str = ""
    """Why it is skipped, in words."""
    doer: Doer | None = None
    sentence: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPlan:
    """What an event's file says of channels: those of its own choice, and whether the usual ones come too.

    Without a word in the file it is the defaults alone; ``ei`` is no choice and no defaults: decided, nowhere.
    """

    defaults: bool = True
    choices: tuple[ChannelChoice, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The channels that the file names and does not skip, in its order."""
        return tuple(one.channel for one in self.choices if not one.skipped)

    def without_days(self) -> ChannelPlan:
        """Return the plan alone, without when something was told: what another site may take over."""
        return replace(self, choices=tuple(replace(one, sent=None, corrected=None) for one in self.choices))

    @property
    def nowhere(self) -> bool:
        """True where it was decided that no channel tells of it."""
        return not self.defaults and all(one.skipped for one in self.choices)


#: What an event says of channels where its file does not mention them.
USUAL_CHANNELS: Final = ChannelPlan()
