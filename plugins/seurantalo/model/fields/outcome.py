"""The fields of what came of an event."""

from __future__ import annotations

from typing import Final

from seurantalo.model.event import Counted, FollowUp, FollowUpStatus, Outcome
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
    prose,
    ref,
    sentences,
    text,
)
from seurantalo.model.record import Kind

FOLLOW_UP: Final = Part(
    becomes=FollowUp,
    fields=(
        text(names.TEXT, "*", maximum=1_000),
        line(names.OWNER),
        day(named("due", fi="mennessä", sv="senast")),
        choice(names.STATUS, FollowUpStatus),
    ),
    shorthand="text",
)

OUTCOME: Final = Part(
    becomes=Outcome,
    fields=(
        number(
            named("attendance", fi="osallistujia, kävijöitä", sv="deltagare"),
            maximum=1_000_000,
            about="How many came.",
        ),
        choice(named("counted", fi="laskettiin", sv="räknades"), Counted, about="What the attendance counts."),
        prose(names.SUMMARY, "*", about="What came of it."),
        sentences(
            named("findings", fi="havainnot", sv="iakttagelser"), "[]", maximum=2_000, about="What was found out."
        ),
        part(named("follow_ups", fi="jatkotoimet", sv="uppföljning"), FOLLOW_UP, "[]"),
        ref(named("inspired", fi="innoitti", sv="inspirerade"), Kind.PRACTICE, "[]"),
        ref(named("ideas", fi="ideat", sv="idéer"), Kind.IDEA, "[]"),
    ),
    open_data=OpenData(properties=("summary", "attendance", "counted", "findings"), always=("summary",)),
)
