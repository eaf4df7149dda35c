"""The fields of an event: all that is told of it anywhere is told here."""

from __future__ import annotations

from typing import Final

from seurantalo.model.event import AgreedClash, EventStatus, External, Format, Registration, Weight
from seurantalo.model.fields import names
from seurantalo.model.fields.channel_plan import CHANNELS
from seurantalo.model.fields.field import (
    OpenData,
    Part,
    Shape,
    choice,
    day,
    field,
    line,
    moment,
    named,
    number,
    part,
    prose,
    ref,
    sentences,
    text,
    url,
    yes,
)
from seurantalo.model.fields.outcome import OUTCOME
from seurantalo.model.fields.parts import AGENDA_ITEM, CONTACT, IMAGE, LOG_ENTRY, WEB_LINK
from seurantalo.model.fields.repetition import ADDED_DATE, CHANGE
from seurantalo.model.record import Kind

EXTERNAL: Final = Part(
    becomes=External,
    fields=(
        line(named("calendar", fi="kalenteri", sv="kalender"), "*", about="What people call it."),
        url(names.URL),
        line(
            names.UID,
            opaque=True,
            says="the id that the event has in another calendar",
            about="The UID that the event has in it.",
        ),
    ),
    open_data=OpenData(
        schema="external",
        about="The calendar of somebody else that an event was fetched from.",
        properties=("calendar", "url", "uid"),
        always=("calendar",),
    ),
)

REGISTRATION: Final = Part(
    becomes=Registration,
    fields=(
        sentences(names.TEXT, about="How to sign up."),
        url(names.URL, about="Where to sign up."),
        moment(names.UNTIL, about="By when."),
    ),
    shorthand="text",
    open_data=OpenData(properties=("text", "url", "until")),
)

AGREED_CLASH: Final = Part(
    becomes=AgreedClash,
    fields=(
        ref(names.WITH, Kind.EVENT, "*", attribute="with_event"),
        text(names.WHY, "*"),
        day(named("agreed", fi="sovittu", sv="överenskommet"), attribute="agreed_on"),
    ),
)

EVENT: Final = (
    text(names.TITLE, "*", maximum=200, about="What it is called."),
    moment(names.STARTS, about="The start; of a repeating event the first. Left out while the date is open."),
    moment(names.ENDS, about="The end; for whole days the last day. Left out where nobody has said."),
    part(
        named("dates", fi="päivät", sv="dagar"),
        ADDED_DATE,
        "[]",
        says="dates without a rule, in place of the start: 13.1.2027 klo 18, 3.2.2027 klo 17–19",
    ),
    line(names.DATE, says="the day, where the time stands by itself; the word unknown, while it is not known"),
    line(
        named("time", fi="aika, kello, kellonaika, klo, ajankohta", sv="tid, klockan, klockslag, tidpunkt, kl"),
        says="the time, where the day stands by itself: klo 13–17",
    ),
    line(
        named("duration", fi="kesto", sv="längd, varaktighet", en="duration, length"),
        says="how long it takes, in place of the end: 2 h, 90 min, 3 days",
    ),
    line(names.MONTH, says="a month: 5/2027"),
    line(
        named("timezone", fi="aikavyöhyke", sv="tidszon"),
        says="a time zone: Europe/Helsinki",
        heading="Time zone",
        about="The zone of its times (IANA).",
    ),
    choice(names.STATUS, EventStatus, about="tentative is a date that is only held; held means that it took place."),
    day(
        named("hold_until", fi="varattu asti, varaus voimassa", sv="reserverad till"),
        about="How long the date is held.",
    ),
    moment(
        named("planned_starts", fi="piti alkaa, suunniteltu alku", sv="skulle börja, planerad start"),
        about="The first plan, of an event that has been moved.",
    ),
    choice(
        named("weight", fi="painoarvo", sv="vikt"),
        Weight,
        attribute="stated_weight",
        about="How much of the place's life it takes.",
    ),
    choice(names.FORMAT, Format, about="The form of the event."),
    line(
        named("on_holiday", fi="pyhänä", sv="på helgdag"),
        says="the word intended, where the holiday was chosen on purpose",
    ),
    text(names.PRICE, heading="Price", about="What it costs, in words."),
    text(
        named("age_limit", fi="ikäraja", sv="åldersgräns"),
        maximum=100,
        bare_number=(1, 99),
        says="an age, in years or in a few words: 18, K-18, 3–6 v",
        heading="Age limit",
        about="For what age it is, in words.",
    ),
    sentences(names.ACCESSIBILITY, heading="Accessibility", about="How one gets in and takes part."),
    part(named("agenda", fi="ohjelma", sv="program"), AGENDA_ITEM, "[]"),
    part(
        named("registration", fi="ilmoittautuminen", sv="anmälan"),
        REGISTRATION,
        heading="Registration",
        about="How to sign up.",
    ),
    part(names.IMAGE, IMAGE, about="A picture."),
    prose(named("description", fi="kuvaus", sv="beskrivning"), about="The author's own words, Markdown."),
    part(names.LINKS, WEB_LINK, "[]", heading="Links", about="Pages elsewhere."),
    field(
        named("repeats", fi="toistuu", sv="upprepas"),
        Shape.REPEATS,
        about="The rule in wall time (RFC 5545, RRULE), where one says it all. Exceptions are in the dates.",
    ),
    part(named("changes", fi="muutokset", sv="ändringar"), CHANGE, "[]"),
    line(
        named(
            "cancelled", fi="peruttu, perutut, perutut päivät", sv="inställt, inställd, inställda, inställda dagar"
        ),
        "[]",
        says="the days of a repeating event that are cancelled: 2.3.2027, 9.3.2027",
    ),
    part(
        named("clash_ok", fi="päällekkäisyys sovittu", sv="krock överenskommen"),
        AGREED_CLASH,
        "[]",
        attribute="agreed_clashes",
    ),
    line(
        names.UID,
        opaque=True,
        says="the id that the event has in another calendar",
        about="The UID that the event has in every calendar feed (RFC 5545).",
    ),
    field(
        names.FORMER_IDS,
        Shape.IDENTIFIER,
        "[]",
        maximum=120,
        says="an earlier name of the file, without its ending; of several the oldest first",
        about="The ids that it had before, oldest first. Their addresses lead to its page.",
    ),
    part(
        named("external", fi="ulkoinen", sv="extern"),
        EXTERNAL,
        heading="From the calendar",
        about="Where it was fetched from. Left out for what was written here.",
    ),
    part(names.CONTACT, CONTACT, heading="Contact", about="Whom to ask."),
    part(names.LOG, LOG_ENTRY, "[]"),
    part(
        named("outcome", fi="toteutuma, tulos", sv="utfall, resultat"),
        OUTCOME,
        about="What came of an event that was held.",
    ),
    ref(
        named("organisers", fi="järjestäjä, järjestäjät", sv="arrangör, arrangörer"),
        Kind.ORGANISATION,
        "*[]",
        heading="Organiser",
        about="The organisations that arrange it.",
    ),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY, heading="Municipality", about="Where it is."),
    ref(names.VENUE, Kind.VENUE, heading="Place", about="The venue."),
    line(names.ROOM, about="The room of the venue."),
    url(
        named("online", fi="verkossa, etälinkki", sv="på nätet"), heading="Online", about="Where to take part online."
    ),
    ref(names.PRACTICES, Kind.PRACTICE, "[]", about="The good practices that it carries out."),
    ref(names.PROCESS, Kind.PROCESS),
    number(names.STAGE, minimum=1, maximum=99),
    CHANNELS,
    field(named("series", fi="sarja", sv="serie"), Shape.IDENTIFIER, about="A name that events of one series share."),
    ref(names.PART_OF, Kind.EVENT, about="The event that this is a part of."),
    ref(
        names.WITH,
        Kind.EVENT,
        "[]",
        attribute="joint_with",
        about="Events held together with this one.",
        open_name="joint_with",
    ),
    ref(names.SOURCES, Kind.SOURCE, "[]", heading="Sources"),
    ref(
        named("audience", fi="kenelle, kohderyhmä, kohderyhmät", sv="målgrupp, för vem, målgrupper"),
        Kind.AUDIENCE,
        "[]",
        attribute="audiences",
        heading="For",
        about="Whom it is for.",
        open_name="audiences",
    ),
    ref(names.THEMES, Kind.THEME, "[]", heading="Themes", about="What it is about."),
    yes(names.DEMO, about="Invented as an example."),
)

#: The facts of an event's page, in their order.
EVENT_FACTS: Final = (
    "venue",
    "online",
    "accessibility",
    "organisers",
    "registration",
    "price",
    "age_limit",
    "audience",
    "themes",
    "contact",
    "channels",
    "links",
    "external",
    "sources",
)

#: The facts below a description in calendars, in their order.
EVENT_LINES: Final = ("organisers", "price", "age_limit", "registration", "online", "accessibility")

#: What calendars carry for other sites of this kind, as properties of our own; a VEVENT says the rest.
EVENT_CARRIED: Final = (
    "title",
    "status",
    "hold_until",
    "planned_starts",
    "weight",
    "format",
    "on_holiday",
    "price",
    "age_limit",
    "accessibility",
    "agenda",
    "registration",
    "description",
    "links",
    "contact",
    "municipality",
    "practices",
    "process",
    "stage",
    "channels",
    "series",
    "part_of",
    "with",
    "sources",
    "audience",
    "external",
    "demo",
)
#: What they can't carry: another site has neither the files nor what came of it. They name it, so that it is told.
EVENT_LEFT_OUT: Final = ("image", "log", "outcome", "clash_ok")

#: The columns of the table of dates, in their order: fields, and what follows from them.
EVENT_COLUMNS: Final = (
    "day",
    "starts",
    "last_day",
    "ends",
    "title",
    "place",
    "municipality",
    "organisers",
    "price",
    "status",
    "url",
    "id",
    "external",
    "demo",
    "age_limit",
)

EVENT_OPEN: Final = OpenData(
    schema="events",
    about="An event as its file says it. The dates of a repeating one are in the files of dates.",
    properties=(
        "external",
        "uid",
        "title",
        "status",
        "weight",
        "format",
        "timezone",
        "starts",
        "ends",
        "pending_month",
        "planned_starts",
        "hold_until",
        "repeats",
        "organisers",
        "municipality",
        "venue",
        "room",
        "online",
        "audiences",
        "themes",
        "practices",
        "series",
        "part_of",
        "joint_with",
        "channels",
        "price",
        "age_limit",
        "accessibility",
        "description",
        "registration",
        "image",
        "links",
        "contact",
        "outcome",
        "calendar",
        "former_ids",
        "sequence",
        "left_out",
    ),
    always=("id", "uid", "url", "title", "status", "timezone", "organisers", "municipality", "created", "modified"),
)
