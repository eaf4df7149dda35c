"""The fields of the parts that several kinds of record share."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.field import (
    OpenData,
    Part,
    Shape,
    day,
    field,
    line,
    money,
    named,
    part,
    prose,
    sentences,
    text,
    url,
)
from seurantalo.model.parts import AgendaItem, Budget, BudgetShare, Consent, Contact, Image, LogEntry, Period, WebLink

CONSENT: Final = Part(
    becomes=Consent, fields=(day(names.DATE, "*"), text(named("scope", fi="laajuus", sv="omfattning"), "*"))
)

CONTACT: Final = Part(
    becomes=Contact,
    fields=(
        text(named("role", fi="rooli", sv="roll"), "*"),
        field(named("email", fi="sähköposti", sv="e-post, epost"), Shape.EMAIL),
        field(named("phone", fi="puhelin", sv="telefon"), Shape.PHONE),
        url(names.URL),
        day(named("checked", fi="tarkistettu", sv="kontrollerad")),
        part(named("consent", fi="suostumus", sv="samtycke"), CONSENT),
    ),
    open_data=OpenData(
        schema="contact",
        about="A role and how to reach it, never a person.",
        properties=("role", "email", "phone", "url", "checked"),
        always=("role",),
    ),
)

WEB_LINK: Final = Part(
    becomes=WebLink,
    fields=(url(names.URL, "*"), text(names.TITLE)),
    shorthand="url",
    open_data=OpenData(properties=("url", "title"), always=("url",)),
)

IMAGE: Final = Part(
    becomes=Image,
    fields=(
        field(named("file", fi="tiedosto", sv="fil"), Shape.FILE, "*", about="The picture.", open_name="url"),
        text(
            named("alt", fi="vaihtoehtoinen teksti, kuvateksti, alt-teksti", sv="alternativ text, bildtext"),
            "*",
            about="What it shows, in words.",
        ),
        line(named("credit", fi="kuvaaja, kuvan lähde", sv="fotograf, bildens källa"), about="Who took it."),
    ),
    open_data=OpenData(properties=("url", "alt", "credit"), always=("url", "alt")),
)

LOG_ENTRY: Final = Part(becomes=LogEntry, fields=(day(names.DATE, "*"), prose(names.TEXT, "*")))

AGENDA_ITEM: Final = Part(
    becomes=AgendaItem,
    fields=(field(names.STARTS, Shape.TIME), field(names.ENDS, Shape.TIME), sentences(names.TEXT, "*")),
    shorthand="text",
)

BUDGET_SHARE: Final = Part(
    becomes=BudgetShare, fields=(line(named("funder", fi="rahoittaja", sv="finansiär"), "*"), money(names.AMOUNT))
)

BUDGET: Final = Part(
    becomes=Budget,
    fields=(
        money(named("total", fi="yhteensä", sv="totalt")),
        part(named("shares", fi="osuudet", sv="andelar"), BUDGET_SHARE, "[]"),
    ),
)

PERIOD: Final = Part(
    becomes=Period,
    fields=(day(names.STARTS), day(names.ENDS), text(names.NAME)),
    open_data=OpenData(
        schema="period",
        about="Days from and to, both included; an open end is left out.",
        properties=("name", "starts", "ends"),
    ),
)
