"""Practices that are akin: those with which a practice shares what few others have."""

from __future__ import annotations

from collections import defaultdict

from seurantalo.model.community import Community
from seurantalo.model.practice import Practice


def related_practices(community: Community, practice: Practice, most: int = 4) -> tuple[Practice, ...]:
    """Return up to ``most`` practices akin to one by themes, questions and kinds, nearest first.

    A shared theme weighs the more, the fewer practices have it. Practices with which it is linked by name
    (based on, combines, replaces) are left out: the page tells those by themselves.

    >>> [akin.id for akin in related_practices(library, practice)]
    ['kylailta']
    """
    linked = {practice.id, *practice.based_on, *practice.combines, *practice.replaces}
    linked |= {
        found.record.id
        for found in community.backlinks(practice)
        if found.field in ("based_on", "combines", "replaces")
    }
    nearness: dict[str, float] = defaultdict(float)
    for name in practice.themes:
        sharing = community.practices_linking(community.themes[name], "themes")
        for other in sharing:
            nearness[other.id] += 1 / len(sharing)
    for name in practice.answers:
        sharing = community.practices_linking(community.questions[name], "answers")
        for other in sharing:
            nearness[other.id] += 1 / len(sharing)
    akin = sorted(
        (name for name in nearness if name not in linked),
        key=lambda name: (
            -round(nearness[name], 9),
            -len(set(community.practices[name].kinds) & set(practice.kinds)),
            name,
        ),
    )
    return tuple(community.practices[name] for name in akin[:most])
