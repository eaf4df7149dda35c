"""The words of problems with the wiki's records: practices, adoptions, processes, comments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
WIKI: Final[Mapping[str, tuple[str, str]]] = {
    "adoption-twice": (
        "The same organisation already uses the same practice in this municipality: {other}.",
        "Keep one of the files, and write in it what the other says besides.",
    ),
    "day-to-come": (
        "{day} is still to come: today is {today}.",
        "Check the year and the month.",
    ),
    "practice-of-itself": (
        "“{field}” names this very practice.",
        "Name the other practice, or leave the line out.",
    ),
    "practices-in-a-ring": (
        "“{field}” leads round from practice to practice and back to this one: {others}.",
        "Leave out the link of the practice that was there first.",
    ),
    "stage-before-last": (
        "The stage begins on {starts}, before the stage above it ({above}).",
        "Check the day, or move the stage to its place in the order.",
    ),
    "stage-left-out": (
        "The stage has the number {found}, but there is no stage {missing} before it.",
        "Add what is missing, or number the stages one after the other: 1, 2, 3.",
    ),
    "stage-not-in-order": (
        "The stage has the number {found}, but it stands below the stage {above}.",
        "Move it to its place, or number the stages in the order in which they stand.",
    ),
    "stage-twice": (
        "The number {found} is on two stages; the first of them is on line {line}.",
        "Give each stage a number of its own, in order.",
    ),
}
