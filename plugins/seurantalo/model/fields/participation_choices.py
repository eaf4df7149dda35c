"""Words for choices of ideas, of the ways in which matters proceed, and of participatory budgeting."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from seurantalo.model.fields.field import Name, named
from seurantalo.model.participation import BudgetReason, BudgetWay, IdeaStage, OutcomeKind

#: Choice class -> the words of its members, in order; the first is ours.
PARTICIPATION_CHOICES: Final[Mapping[type[StrEnum], tuple[Name, ...]]] = {
    BudgetReason: (
        named(
            "allocating",
            fi="rahan jakaminen",
            sv="fördela pengar, att fördela pengar",
            en="allocating, sharing money out",
        ),
        named(
            "mapping",
            fi="tulojen ja resurssien kartoitus",
            sv="kartlägga inkomster och resurser, att kartlägga inkomster och resurser",
            en="mapping, mapping income and resources",
        ),
        named(
            "planning",
            fi="yhteinen suunnittelu",
            sv="planera tillsammans, att planera tillsammans",
            en="planning, planning together",
        ),
        named(
            "saving",
            fi="säästöjen valinta",
            sv="välja besparingar, att välja besparingar",
            en="saving, choosing savings",
        ),
        named(
            "solving",
            fi="yhteisten haasteiden ratkaisu",
            sv="lösa gemensamma utmaningar, att lösa gemensamma utmaningar",
            en="solving, solving shared challenges",
        ),
    ),
    BudgetWay: (
        named(
            "task",
            fi="tehtävä, toimiala, tehtävä tai toimiala",
            sv="uppgift, sektor, en uppgift eller sektor",
            en="task, a task or a sector",
        ),
        named("area", fi="alue", sv="område, ett område", en="area, an area"),
        named("project", fi="hanke", sv="projekt, ett projekt", en="project, a project"),
        named(
            "share",
            fi="osuus budjetista",
            sv="andel av budgeten, en andel av budgeten",
            en="share, a share of the budget",
        ),
    ),
    IdeaStage: (
        named("new", fi="uusi, esitetty", sv="ny, nytt, väckt, framförd, framfört", en="new, raised"),
        named(
            "voted", fi="äänestetty, saanut ääniä", sv="röstad, fått röster, omröstad, omröstat", en="voted, voted on"
        ),
        named(
            "in-work",
            fi="työn alla, tekeillä",
            sv="på gång, under arbete, pågår",
            en="in-work, in progress, under way",
        ),
        named("decided", fi="päätetty", sv="beslutad, beslutat"),
        named(
            "done", fi="tehty, toteutettu, toteutunut, valmis", sv="gjord, gjort, klar, klart, genomförd, genomfört"
        ),
        named(
            "declined",
            fi="hylätty, ei edennyt, ei toteudu",
            sv="avslagen, avslaget, gick inte vidare, blir inte av",
            en="declined, did not go on, rejected",
        ),
    ),
    OutcomeKind: (
        named(
            "a",
            fi="kunnan budjetti, kunnan talousarvioon, kunnan budjettiin, budjettiin, budjetti",
            sv="kommunens budget, in i kommunens budget, budget",
            en="a, into the municipal budget, budget",
        ),
        named(
            "b",
            fi="yhdessä tekeminen, tehdään yhdessä tai jaetaan tiloja",
            sv="göra tillsammans, görs tillsammans eller lokaler delas",
            en="b, done together or spaces shared",
        ),
        named(
            "c",
            fi="hanke, hanke ulkopuolisella rahalla",
            sv="projekt, ett projekt med utomstående pengar",
            en="c, a project with outside funding, project",
        ),
        named(
            "d",
            fi="resurssien suuntaaminen, resurssit suunnataan uudelleen, resurssit uuteen käyttöön",
            sv="styra resurser, resurserna riktas om, resurserna används på ett nytt sätt",
            en="d, resources directed anew, resources redirected, resources put to another use",
        ),
        named(
            "e",
            fi="säästöjen valinta, säästö valitaan yhdessä",
            sv="välja besparingar, en besparing väljs tillsammans",
            en="e, a saving chosen together",
        ),
        named(
            "f",
            fi="isommat haasteet, osa isompaa haastetta",
            sv="större utmaningar, en del av en större utmaning",
            en="f, a part of a bigger challenge",
        ),
    ),
}
