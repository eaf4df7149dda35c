"""The fields of an organisation."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.field import OpenData, choice, line, named, number, part, period, prose, ref, text, yes
from seurantalo.model.fields.parts import CONTACT, IMAGE, WEB_LINK
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.record import Kind

ORGANISATION: Final = (
    text(names.NAME, "*", about="Its name."),
    choice(
        names.TYPE, OrganisationType, "*", attribute="organisation_type", about="What sort of organisation it is."
    ),
    number(named("founded", fi="perustettu", sv="grundad"), minimum=1_200, maximum=2_200, about="The year."),
    period(named("active", fi="toiminnassa", sv="verksam"), about="When it has been active."),
    part(names.CONTACT, CONTACT, about="Whom to ask."),
    part(names.LINKS, WEB_LINK, "[]", about="Pages elsewhere."),
    ref(names.THEMES, Kind.THEME, "[]", about="What it works on."),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY, about="Its home. Left out where it works in a whole region."),
    line(names.REGION, about="The region that it works in."),
    ref(
        named("member_of", fi="jäsenenä", sv="medlem i"),
        Kind.ORGANISATION,
        "[]",
        about="Organisations that it is a member of.",
    ),
    ref(names.PART_OF, Kind.ORGANISATION, about="The organisation that it is a part of."),
    part(names.IMAGE, IMAGE, about="A picture or its emblem."),
    prose(names.TEXT, about="What it says of itself, Markdown."),
    yes(names.DEMO, about="Invented as an example."),
)

ORGANISATION_OPEN: Final = OpenData(
    schema="organisations",
    about="An organisation: who arranges, owns, funds and does.",
    properties=(
        "name",
        "type",
        "founded",
        "active",
        "municipality",
        "region",
        "part_of",
        "member_of",
        "themes",
        "contact",
        "links",
        "image",
        "text",
    ),
    always=("id", "url", "name", "type", "created", "modified"),
)
