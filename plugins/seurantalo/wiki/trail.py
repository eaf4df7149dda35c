"""How one thing grew into another: a comment or an idea became a practice, a comment became an idea."""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.handbook import Comment
from seurantalo.model.participation import Idea
from seurantalo.model.practice import Practice


@dataclass(frozen=True, slots=True)
class Roots:
    """What a record grew out of: comments and ideas by day, and the events that inspired it, each by id."""

    comments: tuple[Comment, ...] = ()
    ideas: tuple[Idea, ...] = ()
    events: tuple[Event, ...] = ()


def roots_of(community: Community, record: Practice | Idea) -> Roots:
    """Return what a practice or an idea grew out of; the other way of links that stand in other files.

    >>> [comment.text.in_language("fi") for comment in roots_of(library, practice).comments]
    ['Saman pöydän ääressä.']
    """
    comments: list[Comment] = []
    ideas: list[Idea] = []
    events: list[Event] = []
    for found in community.backlinks(record):
        other, field = found.record, found.field
        if isinstance(other, Comment) and field in ("became_practice", "became_idea"):
            comments.append(other)
        elif isinstance(other, Idea) and field == "outcomes.practices":
            ideas.append(other)
        elif isinstance(other, Event) and field == "outcome.inspired":
            events.append(other)
    if isinstance(record, Idea) and record.raised_at is not None:
        events.append(community.events[record.raised_at])
    comments.sort(key=lambda one: (one.date, one.id))
    ideas.sort(key=lambda one: (one.raised, one.id))
    return Roots(tuple(comments), tuple(ideas), tuple(events))
