"""What is akin by themes: themes that meet in the same records, and records that share rare themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.participation import Idea
from seurantalo.model.record import Kind, Record
from seurantalo.model.vocabulary import Theme

#: Kinds in which themes meet. Not events: there are too many of them, and too many with two themes by chance.
_MEETING: Final = (Kind.IDEA, Kind.ORGANISATION, Kind.PRACTICE, Kind.QUESTION)


def related_themes(community: Community, theme: Theme, most: int = 6) -> tuple[Theme, ...]:
    """Return the themes that meet a theme in the same practices, ideas, organisations and questions, nearest first.

    A meeting weighs the less, the more records the other theme is in.

    >>> [akin.id for akin in related_themes(library, library.themes["kylat"])]
    ['osallisuus']
    """
    nearness: dict[str, float] = defaultdict(float)
    for (kind, field), records in community.roles(theme).items():
        if field == "themes" and kind in _MEETING:
            for record in records:
                for name in getattr(record, "themes", ()):
                    nearness[name] += 1
    for name in nearness:
        roles = community.roles(community.themes[name])
        nearness[name] /= 1 + sum(len(roles.get((kind, "themes"), ())) for kind in _MEETING)
    apart = {theme.id, theme.broader}
    akin = sorted(
        (name for name in nearness if name not in apart), key=lambda name: (-round(nearness[name], 9), name)
    )
    return tuple(community.themes[name] for name in akin[:most])


def related_ideas(community: Community, idea: Idea, most: int = 4) -> tuple[Idea, ...]:
    """Return ideas akin to one by their themes; those that say the same topic come first.

    >>> [akin.topic.in_language("fi") for akin in related_ideas(library, idea)]
    ['Uimaranta kuntoon']
    """
    nearness: dict[str, float] = defaultdict(float)
    for name in idea.themes:
        sharing: Sequence[Record] = community.roles(community.themes[name]).get((Kind.IDEA, "themes"), ())
        for other in sharing:
            nearness[other.id] += 1 / len(sharing)
    found: Iterable[Idea] = (community.ideas[name] for name in nearness if name != idea.id)
    akin = sorted(found, key=lambda one: (one.topic != idea.topic, -round(nearness[one.id], 9), one.id))
    return tuple(akin[:most])
