"""Words for what is wrong with a site's own templates of announcements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["TEXT_TEMPLATES"]

TEXT_TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {
    "text-template-missing": (
        "The template leaves out something that is never cut.",
        "Add one of these: {known}.",
    ),
    "text-template-name": (
        "“{found}” is no name of a template.",
        "Name the file with small letters and hyphens: oma-palsta.txt, in Swedish oma-palsta.sv.txt.",
    ),
    "text-template-nested": (
        "Brackets stand inside other brackets.",
        "Close the first ones before the next: [, venue][, address].",
    ),
    "text-template-no-event": (
        "The template has no text for an event.",
        "Write a line with the word “event:”, and below it the text with its blanks.",
    ),
    "text-template-numbered": (
        "{found} is never cut, so its brackets have no number.",
        "Take the number and the colon away.",
    ),
    "text-template-section-twice": (
        "The section “{found}” stands in the template twice.",
        "Keep one of them.",
    ),
    "text-template-stray": (
        "There is one “{found}” too many.",
        "Remove it, or write its other half before it.",
    ),
    "text-template-too-long": (
        "The template is longer than {limit} characters.",
        "Shorten it: a template is a few lines.",
    ),
    "text-template-unclosed": (
        "The other half of “{found}” is missing.",
        "Write it after the words that belong inside.",
    ),
    "text-template-unknown-blank": (
        "There is no blank “{found}”.",
        "Choose one of these: {known}.",
    ),
    "text-template-unknown-blank-near": (
        "There is no blank “{found}”.",
        "Did you mean {near}?",
    ),
}
