"""The fields of the questions of the handbook, and of the comments on them."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.field import Part, day, line, named, number, part, prose, ref, text, yes
from seurantalo.model.handbook import Summary, SummaryPoint
from seurantalo.model.record import Kind

SUMMARY_POINT: Final = Part(
    becomes=SummaryPoint,
    fields=(
        prose(names.TEXT, "*"),
        ref(named("cites", fi="viittaa", sv="hänvisar"), Kind.COMMENT, "[]"),
        ref(names.METHOD, Kind.PRACTICE),
    ),
)

SUMMARY: Final = Part(
    becomes=Summary,
    fields=(
        day(named("as_of", fi="tilanne", sv="läget"), "*"),
        part(named("points", fi="kohdat", sv="punkter"), SUMMARY_POINT, "*[]"),
    ),
)

QUESTION: Final = (
    number(named("number", fi="numero", sv="nummer"), "*", minimum=1, maximum=9_999),
    text(named("question", fi="kysymys", sv="fråga"), "*", maximum=500),
    part(names.SUMMARY, SUMMARY),
    ref(names.SOURCES, Kind.SOURCE, "[]"),
    ref(names.THEMES, Kind.THEME, "[]"),
    prose(names.TEXT),
    yes(names.DEMO),
)

COMMENT: Final = (
    day(names.DATE, "*"),
    line(named("by", fi="kirjoittaja, kuka", sv="skribent, vem"), "*"),
    ref(
        named("by_organisation", fi="kirjoittajan yhdistys, kirjoittajan organisaatio", sv="skribentens förening"),
        Kind.ORGANISATION,
    ),
    line(named("relayed_from", fi="välitetty", sv="förmedlad från")),
    ref(named("in_reply_to", fi="vastaus kommenttiin", sv="svar på kommentar"), Kind.COMMENT),
    ref(named("became_practice", fi="käytäntönä", sv="blev praxis"), Kind.PRACTICE),
    ref(named("became_idea", fi="ideana", sv="blev idé"), Kind.IDEA),
    ref(named("mentions", fi="mainitsee", sv="nämner"), Kind.PRACTICE, "[]"),
    prose(names.TEXT, "*"),
    yes(names.DEMO),
)
