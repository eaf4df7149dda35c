"""The fields of good practices, and of their being taken up."""

from __future__ import annotations

from typing import Final

from seurantalo.model.event import Format
from seurantalo.model.fields import names
from seurantalo.model.fields.field import (
    OpenData,
    Part,
    choice,
    day,
    line,
    named,
    number,
    part,
    period,
    prose,
    ref,
    sentences,
    text,
    yes,
)
from seurantalo.model.fields.parts import BUDGET, CONTACT, IMAGE, LOG_ENTRY
from seurantalo.model.practice import AdoptionStatus, Endorsement, PracticeKind, PracticeStage, Step
from seurantalo.model.record import Kind

STEP: Final = Part(
    becomes=Step,
    fields=(
        text(names.TITLE, "*"),
        prose(names.TEXT),
        line(names.SIZE),
        line(names.CONVENER),
        choice(names.FORMAT, Format),
        number(named("weeks", fi="viikkoja", sv="veckor"), minimum=1, maximum=52),
    ),
    shorthand="title",
)

ENDORSEMENT: Final = Part(
    becomes=Endorsement,
    fields=(
        ref(names.ORGANISATION, Kind.ORGANISATION, "*"),
        day(names.DATE, "*"),
        sentences(names.WHY, "*", maximum=2_000),
    ),
)

PRACTICE: Final = (
    text(names.TITLE, "*", about="What it is called."),
    choice(named("kinds", fi="lajit", sv="slag, arter"), PracticeKind, "*[]", about="What sort of practice it is."),
    yes(named("stub", fi="tynkä", sv="stubbe")),
    text(
        named("lead", fi="tiivistelmä, ingressi", sv="ingress, sammandrag"),
        "*",
        maximum=500,
        about="What it is, in a sentence or two.",
    ),
    prose(names.WHY, "*", about="Why, Markdown."),
    prose(names.HOW, "*", about="How, Markdown."),
    choice(names.STAGE, PracticeStage, "*", about="How far it has come."),
    sentences(named("hypothesis", fi="oletus", sv="antagande")),
    sentences(named("decision", fi="päätös", sv="beslut")),
    period(names.PERIOD, about="When it was done."),
    part(named("budget", fi="budjetti", sv="budget"), BUDGET),
    prose(named("resources", fi="resurssit, voimavarat", sv="resurser")),
    sentences(named("benefits", fi="hyödyt", sv="nytta"), "[]", about="What is good about it."),
    sentences(named("barriers", fi="esteet", sv="hinder"), "[]", about="What stands in its way."),
    sentences(named("conditions", fi="edellytykset", sv="förutsättningar"), "[]", about="What it needs."),
    sentences(named("lessons", fi="opit", sv="lärdomar"), "[]", about="What was learned."),
    sentences(named("design_choices", fi="valinnat", sv="val"), "[]"),
    part(named("steps", fi="vaiheet, askeleet", sv="steg"), STEP, "[]"),
    sentences(named("cadence", fi="rytmi", sv="rytm")),
    sentences(named("composition", fi="kokoonpano", sv="sammansättning")),
    sentences(named("legal_basis", fi="lakiperuste", sv="rättsgrund")),
    day(named("effective_from", fi="voimassa alkaen", sv="gäller från")),
    part(names.LOG, LOG_ENTRY, "[]"),
    part(named("endorsements", fi="suositukset", sv="rekommendationer"), ENDORSEMENT, "[]"),
    part(names.CONTACT, CONTACT, "*", about="Whom to ask."),
    day(names.REVIEWED, "*", about="When somebody last went through it."),
    day(named("created", fi="luotu", sv="skapad"), about="When the file was made (UTC)."),
    ref(names.THEMES, Kind.THEME, "*[]", about="What it is about."),
    ref(names.MUNICIPALITIES, Kind.MUNICIPALITY, "[]", about="Where it is done."),
    ref(named("implementers", fi="toteuttajat", sv="genomförare"), Kind.ORGANISATION, "[]", about="Who does it."),
    ref(named("partners", fi="kumppanit", sv="partner"), Kind.ORGANISATION, "[]", about="Who helps."),
    ref(named("funders", fi="rahoittajat", sv="finansiärer"), Kind.ORGANISATION, "[]", about="Who pays."),
    ref(
        named("based_on", fi="pohjautuu", sv="bygger på"), Kind.PRACTICE, "[]", about="Practices that it is based on."
    ),
    ref(named("replaces", fi="korvaa", sv="ersätter"), Kind.PRACTICE, "[]", about="Practices that it replaces."),
    ref(named("combines", fi="yhdistää", sv="förenar"), Kind.PRACTICE, "[]", about="Practices that it combines."),
    ref(named("answers", fi="vastaa kysymyksiin", sv="svarar på"), Kind.QUESTION, "[]"),
    ref(names.SOURCES, Kind.SOURCE, "[]"),
    part(names.IMAGE, IMAGE, about="A picture."),
    prose(names.TEXT),
    yes(names.DEMO, about="Invented as an example."),
)

PRACTICE_OPEN: Final = OpenData(
    schema="practices",
    about="A good practice that others may copy. Its page tells the whole story.",
    properties=(
        "title",
        "kinds",
        "stage",
        "lead",
        "why",
        "how",
        "period",
        "benefits",
        "barriers",
        "conditions",
        "lessons",
        "themes",
        "municipalities",
        "implementers",
        "partners",
        "funders",
        "based_on",
        "replaces",
        "combines",
        "contact",
        "image",
        "reviewed",
    ),
    always=("id", "url", "title", "kinds", "stage", "lead", "created", "modified"),
)

ADOPTION: Final = (
    choice(names.STATUS, AdoptionStatus, "*"),
    day(named("since", fi="alkaen", sv="sedan"), "*"),
    sentences(names.WHY),
    sentences(named("changed", fi="muutettu", sv="ändrat"), "[]"),
    prose(named("result", fi="vaikutus", sv="verkan")),
    day(names.REVIEWED),
    ref(names.PRACTICE, Kind.PRACTICE, "*"),
    ref(named("adopter", fi="käyttöönottaja", sv="införare"), Kind.ORGANISATION, "*"),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY),
    prose(names.TEXT),
    yes(names.DEMO),
)
