"""The fields of channels, and of the ledger of what was told in them."""

from __future__ import annotations

from typing import Final

from seurantalo.model.channel import (
    ByDefault,
    ChannelType,
    Doers,
    EntryOrder,
    Fee,
    ListedIssue,
    Refusal,
    RegionalMap,
    Sender,
)
from seurantalo.model.channel_plan import Doer
from seurantalo.model.event import Format, Weight
from seurantalo.model.fields import names
from seurantalo.model.fields.field import (
    Part,
    Shape,
    choice,
    day,
    field,
    line,
    lines_by_name,
    moment,
    money,
    named,
    number,
    part,
    ref,
    text,
    url,
    yes,
)
from seurantalo.model.fields.parts import CONTACT
from seurantalo.model.record import Kind

#: No channel takes longer entries than this, and no list of issues reaches further than ten years of weeks.
_LONGEST: Final = 10_000
_APPEARS: Final = named("appears", fi="ilmestyy", sv="utkommer", en="appears, published")
#: What may stand for a list of all values.
_OR_ALL: Final = "some of these words, or the word for all of them"
_DEADLINE: Final = named("deadline", fi="määräaika", sv="tidsfrist")

ISSUE: Final = Part(
    becomes=ListedIssue,
    fields=(
        day(_APPEARS, "*"),
        moment(_DEADLINE, says="a day, or a day and an hour: 16.12.2027 at 16:00"),
        yes(
            named("left_out", fi="jää-väliin, ei-ilmesty", sv="utgår, utkommer-inte", en="left_out, no issue"),
            says="yes, where there is no issue on that day",
        ),
        day(
            named(
                "instead_of",
                fi="sijasta, päivän sijasta",
                sv="i-stället-för, i stället för",
                en="instead_of, instead of",
            ),
            says="the usual day, where the issue comes out on another one",
        ),
    ),
    shorthand="appears",
)

FEE: Final = Part(
    becomes=Fee,
    fields=(
        number(
            named("free_until", fi="ilmainen-asti, maksuton-asti", sv="gratis-till, avgiftsfri-till"),
            maximum=_LONGEST,
            says="characters of an entry that cost nothing: 150",
        ),
        money(named("line", fi="rivi, riviltä", sv="rad, per rad"), says="the price of a line in euros: 3.50"),
        money(
            named("entry", fi="ilmoitus, ilmoitukselta", sv="annons, per annons"),
            says="the price of an entry in euros: 20",
        ),
    ),
    shorthand="entry",
)

DOERS: Final = Part(
    becomes=Doers,
    fields=(
        choice(named("compiles", fi="kokoaa, koostaa", sv="sammanställer"), Doer),
        choice(named("sends", fi="lähettää, vie", sv="skickar"), Doer),
    ),
    shorthand="sends",
)

BY_DEFAULT: Final = Part(
    becomes=ByDefault,
    fields=(
        choice(
            named("weights", fi="paino, painot, painoarvo", sv="vikt, vikter"),
            Weight,
            "[]",
            all_of_them=True,
            says=_OR_ALL,
        ),
        choice(named("formats", fi="muodot, muoto", sv="former, form"), Format, "[]", all_of_them=True, says=_OR_ALL),
    ),
    shorthand="weights",
)

REGIONAL: Final = Part(
    becomes=RegionalMap,
    fields=(
        url(named("address", fi="osoite", sv="adress"), says="where the calendar takes events: https://…/v1/"),
        line(named("source", fi="lähde", sv="källa"), maximum=100, opaque=True),
        line(named("publisher", fi="julkaisija", sv="utgivare"), maximum=100, opaque=True),
        lines_by_name(
            named("keywords", fi="avainsanat", sv="nyckelord"),
            maximum=200,
            says="our themes and formats, each with the id of a keyword there: music: yso:p1808",
        ),
        lines_by_name(
            named("audiences", fi="kohderyhmät", sv="målgrupper"),
            maximum=200,
            says="our audiences, each with the id of a keyword there: children: yso:p4354",
        ),
        lines_by_name(
            named("places", fi="paikat", sv="platser"),
            maximum=200,
            says="our venues and municipalities, each with the id of a place there: village-hall: tprek:123",
        ),
    ),
)

CHANNEL: Final = (
    text(names.NAME, "*"),
    choice(names.TYPE, ChannelType, "*", attribute="channel_type"),
    line(named("area", fi="alue", sv="område")),
    field(_APPEARS, Shape.WEEKDAYS),
    part(named("issues", fi="numerot", sv="nummer, utgåvor"), ISSUE, "[]"),
    field(named("covers", fi="kattaa", sv="täcker, omfattar"), Shape.COVERS),
    field(_DEADLINE, Shape.DEADLINE, maximum=300),
    line(
        named("deadline_words", fi="määräaika-sanoin", sv="tidsfrist-i-ord", en="deadline_words, deadline in words"),
        says="a rule that fits no other form, in your own words: it is shown, and gives no day",
    ),
    field(
        named("reminder", fi="muistutus", sv="påminnelse"),
        Shape.DEADLINE,
        maximum=300,
        says="when it is told once more: the same day at 8:00",
    ),
    part(named("exceptions", fi="poikkeukset, poikkeus", sv="undantag"), ISSUE, "[]"),
    number(
        named("max_length", fi="enimmäispituus, maksimipituus", sv="maxlängd, maximilängd"),
        maximum=_LONGEST,
        says="the longest text of an event, in characters: 200",
    ),
    number(
        named("most", fi="enintään", sv="högst"),
        minimum=1,
        maximum=_LONGEST,
        says="how many entries an issue takes: 25",
    ),
    choice(named("order", fi="järjestys", sv="ordning"), EntryOrder, "[]"),
    choice(named("refuses", fi="ei-ota", sv="tar-inte, tar inte emot", en="refuses, does not take"), Refusal, "[]"),
    part(named("fee", fi="maksu", sv="avgift"), FEE),
    field(
        named("text_template", fi="pohja", sv="mall", en="template"),
        Shape.IDENTIFIER,
        attribute="template",
        says="the name of a text template: palsta, or one of your own in templates/channels/",
    ),
    part(names.WHO, DOERS, attribute="doers"),
    choice(named("sender", fi="lähetys, lähetystapa", sv="sändning, sändningssätt"), Sender),
    part(named("default", fi="oletus", sv="standard"), BY_DEFAULT),
    line(named("languages", fi="kielet", sv="språk"), "[]", says="codes of languages: fi, sv"),
    part(named("regional", fi="aluekalenteri", sv="regional kalender"), REGIONAL),
    text(named("style", fi="tyyli", sv="stil")),
    part(names.CONTACT, CONTACT),
    url(names.URL),
    ref(names.SOURCES, Kind.SOURCE, "[]"),
    ref(names.MUNICIPALITIES, Kind.MUNICIPALITY, "[]"),
    yes(names.DEMO),
)

ANNOUNCEMENT: Final = (
    line(
        named("sent", fi="lähetetty", sv="skickat"),
        "*",
        attribute="delivery",
        says="when it was told: 17.5.2027 at 9:12; or sending, failed: why, unclear",
    ),
    lines_by_name(
        named("told", fi="kerrottu", sv="berättat"),
        maximum=2_000,
        says="each event and its day, with what was told: spring-concert 2027-05-29: 18:00; Village hall",
    ),
    lines_by_name(
        named("posts", fi="julkaisut", sv="inlägg"),
        maximum=500,
        attribute="remote",
        says="each event and its day, or all, with what the other side calls the post",
    ),
)
