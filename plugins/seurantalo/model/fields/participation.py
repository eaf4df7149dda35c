"""The fields of processes, ideas, campaigns and well-being trees."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.field import (
    Part,
    choice,
    day,
    line,
    money,
    named,
    number,
    part,
    period,
    prose,
    ref,
    text,
    yes,
)
from seurantalo.model.participation import (
    Branch,
    BudgetReason,
    BudgetWay,
    Deed,
    Fruit,
    IdeaOutcome,
    IdeaStage,
    Leaf,
    OutcomeKind,
    ParticipatoryBudget,
    ProcessStage,
    Vote,
)
from seurantalo.model.record import Kind

PROCESS_STAGE: Final = Part(
    becomes=ProcessStage,
    fields=(
        number(named("n", fi="nro", sv="nr"), "*", minimum=1, maximum=99),
        text(names.NAME, "*"),
        day(names.STARTS),
        day(names.ENDS),
        line(names.CONVENER),
        line(names.SIZE),
        line(named("open_to", fi="avoin", sv="öppet för")),
        prose(names.HOW),
    ),
)

VOTE: Final = Part(becomes=Vote, fields=(number(names.COUNT, "*"), line(names.METHOD, "*"), day(names.DATE, "*")))

PARTICIPATORY_BUDGET: Final = Part(
    becomes=ParticipatoryBudget,
    fields=(
        choice(named("reason", fi="syy", sv="orsak"), BudgetReason, "*"),
        choice(named("way", fi="tapa", sv="sätt"), BudgetWay, "*"),
    ),
)

IDEA_OUTCOME: Final = Part(
    becomes=IdeaOutcome,
    fields=(
        choice(names.KIND, OutcomeKind, "*"),
        prose(names.TEXT, "*"),
        day(names.DATE),
        money(names.AMOUNT),
        part(named("budgeting", fi="osallistuva budjetointi", sv="deltagande budgetering"), PARTICIPATORY_BUDGET),
        ref(names.EVENTS, Kind.EVENT, "[]"),
        ref(names.PRACTICES, Kind.PRACTICE, "[]"),
        ref(named("projects", fi="hankkeet", sv="projekt"), Kind.ORGANISATION, "[]"),
    ),
)

DEED: Final = Part(
    becomes=Deed,
    fields=(
        text(named("what", fi="mitä", sv="vad"), "*"),
        number(named("offered", fi="tarjolla", sv="erbjuds"), "*"),
        number(named("done", fi="tehty", sv="gjort, gjorda"), "*"),
        money(names.PRICE),
    ),
)

LEAF: Final = Part(
    becomes=Leaf,
    fields=(
        ref(names.ORGANISATION, Kind.ORGANISATION),
        line(names.NAME),
        text(named("service", fi="palvelu", sv="tjänst")),
    ),
)

BRANCH: Final = Part(
    becomes=Branch,
    fields=(
        text(named("factor", fi="tekijä", sv="faktor"), "*"),
        part(named("actors", fi="toimijat", sv="aktörer"), LEAF, "[]"),
    ),
)

FRUIT: Final = Part(
    becomes=Fruit,
    fields=(
        text(names.TEXT, "*"),
        ref(names.PRACTICE, Kind.PRACTICE),
        ref(named("event", fi="tapahtuma", sv="evenemang"), Kind.EVENT),
    ),
)

PROCESS: Final = (
    text(names.TITLE, "*"),
    part(named("stages", fi="vaiheet", sv="skeden"), PROCESS_STAGE, "*[]"),
    ref(names.OWNER, Kind.ORGANISATION, "*"),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY, "*"),
    ref(named("template", fi="malli", sv="förebild, mall"), Kind.PRACTICE),
    prose(names.TEXT),
    yes(names.DEMO),
)

IDEA: Final = (
    text(names.TITLE, "*"),
    text(named("topic", fi="aihe", sv="ämne"), "*"),
    day(names.RAISED, "*"),
    line(named("raised_where", fi="esitetty missä", sv="framförd var")),
    part(named("votes", fi="äänet", sv="röster"), VOTE, "[]"),
    choice(names.STAGE, IdeaStage, "*"),
    prose(named("answer", fi="vastaus", sv="svar")),
    part(named("outcomes", fi="toteutumat, tulokset", sv="utfall, resultat"), IDEA_OUTCOME, "[]"),
    ref(names.PROCESS, Kind.PROCESS),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY, "*"),
    ref(names.THEMES, Kind.THEME, "[]"),
    ref(named("raised_at", fi="esitetty tapahtumassa", sv="framförd på"), Kind.EVENT),
    prose(names.TEXT),
    yes(names.DEMO),
)

CAMPAIGN: Final = (
    text(names.TITLE, "*"),
    prose(named("purpose", fi="tarkoitus", sv="ändamål"), "*"),
    period(names.PERIOD, "*"),
    part(named("deeds", fi="teot", sv="gärningar"), DEED, "*[]"),
    money(names.RAISED),
    money(named("target", fi="tavoite", sv="mål")),
    ref(names.ORGANISATION, Kind.ORGANISATION, "*"),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY),
    ref(names.EVENTS, Kind.EVENT, "[]"),
    prose(names.TEXT),
    yes(names.DEMO),
)

WELLBEING_TREE: Final = (
    part(named("branches", fi="oksat", sv="grenar"), BRANCH, "*[]"),
    part(named("fruits", fi="hedelmät", sv="frukter"), FRUIT, "[]"),
    yes(names.DEMO),
)
