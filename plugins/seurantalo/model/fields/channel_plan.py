"""What an event's file may say of a channel, and the words beside the names of channels."""

from __future__ import annotations

from typing import Final

from seurantalo.model.channel_plan import ChannelChoice, Doer
from seurantalo.model.fields import names
from seurantalo.model.fields.field import Part, Shape, choice, field, line, moment, named, ref, text
from seurantalo.model.record import Kind

#: In the place of a channel's name: those that the event gets unasked.
USUAL: Final = named(
    "default",
    fi="oletus, oletukset, tavalliset, tavalliset kanavat",
    sv="standard, de vanliga, vanliga, vanliga kanaler",
    en="default, usual, the usual ones",
)

CHANNEL_CHOICE: Final = Part(
    becomes=ChannelChoice,
    fields=(
        ref(named("channel", fi="kanava", sv="kanal"), Kind.CHANNEL, "*"),
        moment(
            named("sent_on", fi="lähetetty, kerrottu, ilmoitettu", sv="skickat, meddelat, skickad", en="sent, told"),
            attribute="sent",
            says="the day on which somebody told of it there",
        ),
        moment(
            named("corrected", fi="korjattu, oikaistu", sv="rättat, rättad, korrigerat"),
            says="the day on which somebody told of a change there",
        ),
        line(
            named("skip", fi="ohita, ei kerrota", sv="hoppa över, berättas inte", en="skip, not told"),
            says="yes, or why it is not told there",
        ),
        choice(names.WHO, Doer, attribute="doer"),
        text(
            named("sentence", fi="virke, oma virke, oma lause", sv="mening, egen mening"),
            says="a sentence for this channel, in place of the description",
        ),
    ),
)

#: Where an event is announced.
CHANNELS: Final = field(
    named("channels", fi="kanavat, tiedotuskanavat, tiedotus", sv="kanaler, informationskanaler"),
    Shape.CHANNELS,
    "[]",
    attribute="channel_plan",
    target=Kind.CHANNEL,
    part=CHANNEL_CHOICE,
    says="the short names of channels, or no, for nowhere; or a line for each: paper: sent 25.5.2027",
    heading="Announced in",
    about="The channels that its file names. Left out where it gets the usual ones only.",
)
