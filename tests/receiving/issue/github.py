"""Issues as forges write them: what was filled in becomes Markdown by the form's own labels."""

from __future__ import annotations

from collections.abc import Mapping

from seurantalo.language import language
from seurantalo.proposing.asking import Act
from seurantalo.proposing.issue_forms import boxes_of


def rendered(act: Act, answers: Mapping[str, str], code: str = "fi") -> str:
    """Return an issue's text as GitHub makes it of a form's answers, by the ids of its boxes."""
    parts = [
        f"### {box.label}\n\n{answers.get(box.id, '').strip() or '_No response_'}"
        for box in boxes_of(act, language(code))
    ]
    return "\n\n".join(parts)
