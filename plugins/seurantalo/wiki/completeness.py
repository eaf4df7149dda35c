"""What a practice's page still lacks, as an invitation to add it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.wiki.practice_log import PracticeLog


class Section(StrEnum):
    """A part of a practice's page that a reader who wants to copy it looks for. The value is its field's name.

    >>> [section.value for section in completeness(practice, log).missing]
    ['how', 'resources', 'budget', 'lessons', 'contact']
    """

    WHY = "why"
    HOW = "how"
    HYPOTHESIS = "hypothesis"
    PERIOD = "period"
    DESIGN_CHOICES = "design_choices"
    EFFECTIVE_FROM = "effective_from"
    WHO = "implementers"
    COMPOSITION = "composition"
    CADENCE = "cadence"
    STEPS = "steps"
    RESOURCES = "resources"
    BUDGET = "budget"
    RESULTS = "benefits"
    DECISION = "decision"
    LESSONS = "lessons"
    CONDITIONS = "conditions"
    CONTACT = "contact"
    SOURCES = "sources"


#: What only some kinds of practice have; everything else is asked of all.
_KIND_OWN: Final[Mapping[Section, frozenset[PracticeKind]]] = {
    Section.HYPOTHESIS: frozenset({PracticeKind.EXPERIMENT}),
    Section.PERIOD: frozenset({PracticeKind.EXPERIMENT}),
    Section.DECISION: frozenset({PracticeKind.EXPERIMENT}),
    Section.DESIGN_CHOICES: frozenset({PracticeKind.TRAILBLAZER}),
    Section.EFFECTIVE_FROM: frozenset({PracticeKind.TRAILBLAZER}),
    Section.COMPOSITION: frozenset({PracticeKind.MODEL, PracticeKind.TRAILBLAZER}),
    Section.CADENCE: frozenset({PracticeKind.MODEL}),
    # Who tells of a case tells what was done; whoever copies it makes steps of it.
    Section.STEPS: frozenset({PracticeKind.EXPERIMENT, PracticeKind.MODEL}),
    Section.CONDITIONS: frozenset({PracticeKind.EXPERIMENT, PracticeKind.MODEL, PracticeKind.TRAILBLAZER}),
}
_OVER: Final = (PracticeStage.ENDED, PracticeStage.ESTABLISHED, PracticeStage.DROPPED)


@dataclass(frozen=True, slots=True)
class Completeness:
    """The sections that are there and those that are missing, in the order of the page."""

    present: tuple[Section, ...]
    missing: tuple[Section, ...]


def completeness(practice: Practice, log: PracticeLog) -> Completeness:
    """Return what a practice's page tells and what it doesn't, of that which pages of its kinds should tell.

    >>> from dataclasses import replace
    >>> model = replace(practice, kinds=(PracticeKind.MODEL,))
    >>> as_case, as_model = completeness(practice, log).missing, completeness(model, log).missing
    >>> [section.value for section in as_model if section not in as_case]
    ['composition', 'cadence', 'conditions']
    """
    told = {
        Section.WHY: practice.why,
        Section.HOW: practice.how,
        Section.HYPOTHESIS: practice.hypothesis,
        Section.PERIOD: practice.period,
        Section.DESIGN_CHOICES: practice.design_choices,
        Section.EFFECTIVE_FROM: practice.effective_from,
        Section.WHO: practice.implementers or practice.partners or practice.composition,
        Section.COMPOSITION: practice.composition,
        Section.CADENCE: practice.cadence,
        Section.STEPS: practice.steps,
        Section.RESOURCES: practice.resources,
        Section.BUDGET: practice.budget or practice.funders,
        Section.RESULTS: log.lines or practice.benefits,
        Section.DECISION: practice.decision,
        Section.LESSONS: practice.lessons,
        Section.CONDITIONS: practice.conditions,
        Section.CONTACT: practice.contact,
        Section.SOURCES: practice.sources,
    }
    wanted = [section for section in Section if _belongs(section, practice)]
    return Completeness(
        present=tuple(section for section in wanted if told[section]),
        missing=tuple(section for section in wanted if not told[section]),
    )


def _belongs(section: Section, practice: Practice) -> bool:
    """Return True for what a page of these kinds should tell; what was decided, once there is something to decide."""
    if section is Section.DECISION and practice.stage not in _OVER:
        return False
    kinds = _KIND_OWN.get(section)
    return kinds is None or not kinds.isdisjoint(practice.kinds)
