"""Words for choices of channels: what one is, how news reaches it, what it does not take."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from seurantalo.model.channel import ChannelType, Delivery, EntryOrder, Refusal, Sender
from seurantalo.model.channel_plan import Doer
from seurantalo.model.fields.field import Name, named

#: Choice class -> the words of its members, in order; the first is ours.
CHANNEL_CHOICES: Final[Mapping[type[StrEnum], tuple[Name, ...]]] = {
    ChannelType: (
        named("board", fi="ilmoitustaulu", sv="anslagstavla"),
        named("newsletter", fi="uutiskirje, tiedote, jäsenkirje, sähköposti", sv="nyhetsbrev, medlemsbrev, e-post"),
        named("paper", fi="lehti, sanomalehti, paikallislehti", sv="tidning, lokaltidning", en="paper, newspaper"),
        named("radio", fi="radio, paikallisradio", sv="radio, lokalradio"),
        named(
            "social",
            fi="some, sosiaalinen media, facebook, instagram",
            sv="sociala medier",
            en="social, social media",
        ),
        named("web", fi="verkkosivu, nettisivu, verkkosivusto, kotisivut", sv="webbplats, webbsida"),
        named("word-of-mouth", fi="puskaradio", sv="mun till mun"),
        named("chat", fi="viestiryhmä, whatsapp, keskusteluryhmä", sv="meddelandegrupp, chatt, whatsapp"),
        named("library", fi="kirjasto", sv="bibliotek"),
        named("parish", fi="seurakuntalehti, seurakunnan lehti", sv="församlingsblad"),
        named("regional-calendar", fi="aluekalenteri", sv="regional kalender"),
        named("screen", fi="näyttö, infonäyttö", sv="skärm, infoskärm"),
        named("sms", fi="tekstiviesti, tekstari, tekstiviestit", sv="textmeddelande, sms", en="sms, text message"),
    ),
    Delivery: (
        named("sending", fi="lähettämässä, lähetetään", sv="skickas"),
        named("failed", fi="epäonnistui, ei onnistunut", sv="misslyckades, misslyckat"),
        named("unclear", fi="epäselvä, epäselvää", sv="oklart, oklar"),
        named("sent", fi="lähetetty", sv="skickat, skickad"),
    ),
    Doer: (
        named("editor", fi="ylläpito, toimitus", sv="redaktionen, redaktion", en="editor, editors"),
        named("municipality", fi="kunta", sv="kommunen, kommun"),
        named("organiser", fi="järjestäjä", sv="arrangören, arrangör", en="organiser, organizer"),
    ),
    EntryOrder: (
        named("day", fi="päivä, päivittäin", sv="dag", en="day, date"),
        named("municipality", fi="kunta, kunnittain", sv="kommun"),
    ),
    Refusal: (
        named(
            "meetings",
            fi="kokoukset, kokous, kokouksia, kokouskutsut, kokouskutsuja",
            sv="möten, möteskallelser",
            en="meetings, meeting invitations",
        ),
        named(
            "paid",
            fi="maksulliset, maksullinen, maksullisia, pääsymaksulliset",
            sv="avgiftsbelagda, avgiftsbelagt",
            en="paid, with a fee",
        ),
        named(
            "weekly",
            fi="viikoittaiset, viikoittainen, viikoittaisia, viikkoryhmät, viikkoryhmiä",
            sv="veckogrupper, veckovisa",
            en="weekly, weekly groups",
        ),
    ),
    Sender: (
        named("bluesky", fi="bluesky", sv="bluesky"),
        named("by-hand", fi="käsin", sv="för hand", en="by-hand"),
        named("discord", fi="discord", sv="discord"),
        named("email", fi="sähköposti, sähköpostilla", sv="e-post, epost", en="email, e-mail"),
        named("form", fi="lomake, lomakkeella", sv="formulär", en="form, web form"),
        named(
            "linked-events", fi="linked events, rajapinta", sv="linked events, gränssnitt", en="linked-events, api"
        ),
        named("mastodon", fi="mastodon", sv="mastodon"),
        named("matrix", fi="matrix", sv="matrix"),
        named("slack", fi="slack", sv="slack"),
        named("telegram", fi="telegram", sv="telegram"),
    ),
}
