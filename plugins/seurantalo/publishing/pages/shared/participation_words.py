"""What the stages, ways and reasons of residents' participation are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.model.participation import BudgetReason, BudgetWay, IdeaStage, OutcomeKind
from seurantalo.publishing.pages.shared.view import Tone

IDEA_STAGES: Final[Mapping[IdeaStage, str]] = {
    IdeaStage.NEW: "raised",
    IdeaStage.VOTED: "voted on",
    IdeaStage.IN_WORK: "in work",
    IdeaStage.DECIDED: "decided",
    IdeaStage.DONE: "done",
    IdeaStage.DECLINED: "did not go on",
}

IDEA_TONES: Final[Mapping[IdeaStage, Tone]] = {
    IdeaStage.NEW: Tone.PLAIN,
    IdeaStage.VOTED: Tone.INFO,
    IdeaStage.IN_WORK: Tone.INFO,
    IdeaStage.DECIDED: Tone.GOOD,
    IdeaStage.DONE: Tone.GOOD,
    IdeaStage.DECLINED: Tone.PLAIN,
}

#: The six ways in which matters proceed, by their letters.
OUTCOME_KINDS: Final[Mapping[OutcomeKind, str]] = {
    OutcomeKind.BUDGET: "into the municipal budget",
    OutcomeKind.TOGETHER: "done together or spaces shared",
    OutcomeKind.PROJECT: "a project with outside funding",
    OutcomeKind.DIRECTING: "resources put to another use",
    OutcomeKind.SAVING: "a saving chosen together",
    OutcomeKind.BIGGER: "a part of a bigger challenge",
}

#: Reason -> its name, and what it means.
REASONS: Final[Mapping[BudgetReason, tuple[str, str]]] = {
    BudgetReason.ALLOCATING: ("Sharing money out", "Residents decide what a sum is used for."),
    BudgetReason.MAPPING: ("Mapping income and resources", "What is there already: money, rooms, skills, hours?"),
    BudgetReason.PLANNING: ("Planning together", "What is built or bought is drawn up with those who use it."),
    BudgetReason.SAVING: ("Choosing savings", "If something must go, it is chosen together."),
    BudgetReason.SOLVING: ("Solving shared challenges", "A problem that nobody solves alone."),
}

#: Way -> its name, and what it means.
WAYS: Final[Mapping[BudgetWay, tuple[str, str]]] = {
    BudgetWay.TASK: ("A task or a sector", "The library, exercise, young people."),
    BudgetWay.AREA: ("An area", "A village, a district, a shore."),
    BudgetWay.PROJECT: ("A project", "One thing that begins and ends."),
    BudgetWay.SHARE: ("A share of the budget", "A part of all the money."),
}
