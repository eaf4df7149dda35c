"""Which channels an event is meant for, by its own file or by default, and whether they take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.prices import Admission, read_price
from seurantalo.model.channel import Channel, Refusal
from seurantalo.model.channel_plan import ChannelChoice
from seurantalo.model.event import Event, Format, Weight
from seurantalo.planner.occurrence import Occurrence

#: A weekly group is told again after a pause as long as this: four weeks.
PAUSE: Final = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Meant:
    """That an event is meant for a channel: unasked, or by its file, which may also say that it is not."""

    by_default: bool
    choice: ChannelChoice | None = None

    @property
    def is_skipped(self) -> bool:
        """True where it would come by default, and the file says that it does not."""
        return self.choice is not None and self.choice.skipped


def meant_for(channel: Channel, event: Event) -> Meant | None:
    """Return how an event is meant for a channel; None where it is not, and nobody has to say so.

    >>> from seurantalo.model.channel import ByDefault, ChannelType
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 default=ByDefault())
    >>> meant_for(paper, event).by_default, meant_for(replace(paper, municipalities=("soini",)), event)
    (True, None)
    """
    plan = event.channel_plan
    choice = next((one for one in plan.choices if one.channel == channel.id), None)
    by_default = plan.defaults and is_default(channel, event)
    if by_default:
        return Meant(by_default, choice)
    return Meant(by_default, choice) if choice is not None and not choice.skipped else None


def is_default(channel: Channel, event: Event) -> bool:
    """Tell whether a channel gets an event unasked: by municipality, form and weight.

    Weekly groups never come unasked. An invented event comes to invented channels only: a real paper's page with the
    demonstration's events in it would be taken for one to print.

    >>> from seurantalo.model.channel import ByDefault, ChannelType
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 default=ByDefault(weights=(Weight.MAJOR,)))
    >>> is_default(paper, event), is_default(paper, replace(event, stated_weight=Weight.MAJOR))
    (False, True)
    """
    default = channel.default
    if default is None or event.weight is Weight.ROUTINE or (event.demo and not channel.demo):
        return False
    here = not channel.municipalities or event.municipality in channel.municipalities
    return here and event.weight in default.weights and (not default.formats or event.format in default.formats)


def refusal_of(channel: Channel, event: Event) -> Refusal | None:
    """Return why a channel does not take an event: a meeting, a weekly group, an entrance fee; None: it takes it.

    A price in words that may mean anything is no entrance fee: somebody is asked, nobody is refused.

    >>> from seurantalo.model.channel import ChannelType
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 refuses=(Refusal.PAID, Refusal.MEETINGS))
    >>> refusal_of(paper, event), refusal_of(paper, replace(event, price=Text.plain("5 €, lapset ilmaiseksi"))).value
    (None, 'paid')
    """
    for refusal in channel.refuses:
        match refusal:
            case Refusal.MEETINGS if event.format is Format.MEETING:
                return refusal
            case Refusal.WEEKLY if is_weekly(event):
                return refusal
            case Refusal.PAID if event.price is not None:
                if any(read_price(words).admission is Admission.PAID for _, words in event.price.versions):
                    return refusal
            case _:
                pass
    return None


def is_free(event: Event) -> bool:
    """Tell whether an event says, in each language in which it tells a price, that it costs nothing.

    >>> from seurantalo.model import Text
    >>> is_free(event), is_free(replace(event, price=Text.plain("Vapaa pääsy, kahvi 2 €")))
    (False, True)
    """
    prices = event.price.versions if event.price is not None else ()
    return bool(prices) and all(read_price(words).admission is Admission.FREE for _, words in prices)


def is_weekly(event: Event) -> bool:
    """Tell whether an event is a group that meets week by week, whatever weight its file gives it.

    >>> is_weekly(event)
    False
    """
    return event.repeats is not None and replace(event, stated_weight=None).weight is Weight.ROUTINE


def season_starts(dates: Sequence[Occurrence]) -> frozenset[date]:
    """Return the days on which seasons of a weekly group begin: its first, and each after a pause of four weeks.

    >>> from datetime import timedelta
    >>> concert = calendar.of_event("konsertti")[0]
    >>> weekly = [replace(concert, starts_local=concert.starts_local + timedelta(weeks=n),
    ...           ends_local=concert.ends_local + timedelta(weeks=n)) for n in (0, 1, 2, 6, 7)]
    >>> [str(day) for day in sorted(season_starts(weekly))]
    ['2027-03-20', '2027-05-01']
    """
    found, before = set(), None
    for day in sorted({one.first_day for one in dates if not one.cancelled}):
        if before is None or day - before >= PAUSE:
            found.add(day)
        before = day
    return frozenset(found)
