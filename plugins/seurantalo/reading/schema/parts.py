"""The fields of the parts that records are made of, by the class that each becomes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from seurantalo.model import event, participation, parts, place, practice
from seurantalo.model import handbook as hb
from seurantalo.model.record import Kind
from seurantalo.reading.schema.fields import (
    Field,
    Shape,
    choice,
    day,
    field,
    line,
    moment,
    number,
    part,
    prose,
    ref,
    text,
    url,
)

#: Parts of records, by the class that they become.
PARTS: Mapping[type[object], tuple[Field, ...]] = MappingProxyType(
    {
        parts.Contact: (
            text("role", "*"),
            field("email", Shape.EMAIL),
            field("phone", Shape.PHONE),
            url("url"),
            day("checked"),
            part("consent", parts.Consent),
        ),
        parts.Consent: (day("date", "*"), text("scope", "*")),
        parts.WebLink: (url("url", "*"), text("title")),
        parts.Image: (field("file", Shape.FILE, "*"), text("alt", "*"), line("credit")),
        parts.LogEntry: (day("date", "*"), prose("text", "*")),
        parts.AgendaItem: (
            field("starts", Shape.TIME),
            field("ends", Shape.TIME),
            text("text", "*", maximum=1_000),
        ),
        parts.BudgetShare: (line("funder", "*"), field("amount", Shape.MONEY)),
        parts.Budget: (field("total", Shape.MONEY), part("shares", parts.BudgetShare, "[]")),
        parts.Period: (day("starts"), day("ends"), text("name")),
        event.Change: (
            day("date", "*"),
            moment("starts"),
            moment("ends"),
            choice("status", event.EventStatus),
            text("title"),
            ref("venue", Kind.VENUE),
            line("room"),
            text("note", maximum=1_000),
        ),
        event.External: (
            line("calendar", "*"),
            url("url"),
            field("uid", Shape.LINE, maximum=300, opaque=True),
        ),
        event.Registration: (text("text", maximum=1_000), url("url"), moment("until")),
        event.AgreedClash: (
            ref("with", Kind.EVENT, "*", attribute="with_event"),
            text("why", "*"),
            day("agreed", attribute="agreed_on"),
        ),
        event.FollowUp: (
            text("text", "*", maximum=1_000),
            line("owner"),
            day("due"),
            choice("status", event.FollowUpStatus),
        ),
        event.Outcome: (
            number("attendance", maximum=1_000_000),
            choice("counted", event.Counted),
            prose("summary", "*"),
            text("findings", "[]", maximum=2_000),
            part("follow_ups", event.FollowUp, "[]"),
            ref("inspired", Kind.PRACTICE, "[]"),
            ref("ideas", Kind.IDEA, "[]"),
        ),
        place.Room: (field("id", Shape.IDENTIFIER, "*"), text("name", "*"), number("capacity")),
        practice.Step: (
            text("title", "*"),
            prose("text"),
            line("size"),
            line("convener"),
            choice("format", event.Format),
            number("weeks", minimum=1, maximum=52),
        ),
        practice.Endorsement: (
            ref("organisation", Kind.ORGANISATION, "*"),
            day("date", "*"),
            text("why", "*", maximum=2_000),
        ),
        hb.SummaryPoint: (
            prose("text", "*"),
            ref("cites", Kind.COMMENT, "[]"),
            ref("method", Kind.PRACTICE),
        ),
        hb.Summary: (day("as_of", "*"), part("points", hb.SummaryPoint, "*[]")),
        participation.ProcessStage: (
            number("n", "*", minimum=1, maximum=99),
            text("name", "*"),
            day("starts"),
            day("ends"),
            line("convener"),
            line("size"),
            line("open_to"),
            prose("how"),
        ),
        participation.Vote: (number("count", "*"), line("method", "*"), day("date", "*")),
        participation.ParticipatoryBudget: (
            choice("reason", participation.BudgetReason, "*"),
            choice("way", participation.BudgetWay, "*"),
        ),
        participation.IdeaOutcome: (
            choice("kind", participation.OutcomeKind, "*"),
            prose("text", "*"),
            day("date"),
            field("amount", Shape.MONEY),
            part("budgeting", participation.ParticipatoryBudget),
            ref("events", Kind.EVENT, "[]"),
            ref("practices", Kind.PRACTICE, "[]"),
            ref("projects", Kind.ORGANISATION, "[]"),
        ),
        participation.Deed: (
            text("what", "*"),
            number("offered", "*"),
            number("done", "*"),
            field("price", Shape.MONEY),
        ),
        participation.Leaf: (
            ref("organisation", Kind.ORGANISATION),
            line("name"),
            text("service"),
        ),
        participation.Branch: (text("factor", "*"), part("actors", participation.Leaf, "[]")),
        participation.Fruit: (
            text("text", "*"),
            ref("practice", Kind.PRACTICE),
            ref("event", Kind.EVENT),
        ),
    }
)

#: The fields of a repetition in plain words.
REPEATS: tuple[Field, ...] = (
    line("every", "*"),
    line("on", "[]"),
    day("until"),
    number("count", minimum=1, maximum=2_000),
    day("except", "[]"),
    moment("also", "[]"),
    field("skip_holidays", Shape.BOOLEAN),
    line("rule"),
)
