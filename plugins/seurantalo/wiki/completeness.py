"""What a practice's page still lacks, as an invitation to add it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seurantalo.model.practice import Practice
from seurantalo.wiki.practice_log import PracticeLog


class Section(StrEnum):
    """A part of a practice's page that a reader who wants to copy it looks for."""

    WHY = "why"
    HOW = "how"
    WHO = "who"
    STEPS = "steps"
    RESOURCES = "resources"
    BUDGET = "budget"
    RESULTS = "results"
    LESSONS = "lessons"
    CONDITIONS = "conditions"
    CONTACT = "contact"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Completeness:
    """The sections that are there and those that are missing, in the order of the page."""

    present: tuple[Section, ...]
    missing: tuple[Section, ...]


def completeness(practice: Practice, log: PracticeLog) -> Completeness:
    """Return what a practice's page tells and what it doesn't."""
    told = {
        Section.WHY: practice.why,
        Section.HOW: practice.how,
        Section.WHO: practice.implementers or practice.partners or practice.composition,
        Section.STEPS: practice.steps,
        Section.RESOURCES: practice.resources,
        Section.BUDGET: practice.budget or practice.funders,
        Section.RESULTS: log.lines or practice.benefits,
        Section.LESSONS: practice.lessons,
        Section.CONDITIONS: practice.conditions,
        Section.CONTACT: practice.contact,
        Section.SOURCES: practice.sources,
    }
    return Completeness(
        present=tuple(section for section in Section if told[section]),
        missing=tuple(section for section in Section if not told[section]),
    )
