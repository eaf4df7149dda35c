"""Comments as a conversation: what answers what, and what came after the summary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.handbook import Comment, Question
from seurantalo.model.practice import Practice

#: The links by which a comment says what it is on.
_ON: Final = ("on_question", "on_practice")


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and the answers to it, oldest first.

    >>> thread = threads(comments_on(library, question))[0]
    >>> thread.comment.by, [answer.comment.date for answer in thread.replies]
    ('Kyläyhdistys', [datetime.date(2026, 9, 15)])
    """

    comment: Comment
    replies: tuple[Thread, ...] = ()


def comments_on(community: Community, record: Question | Practice) -> tuple[Comment, ...]:
    """Return the comments on a question or on a practice, oldest first.

    >>> [comment.id for comment in comments_on(library, question)]
    ['12-vuoropuhelu/01', '12-vuoropuhelu/02']
    """
    found = (one.record for one in community.backlinks(record) if one.field in _ON)
    return tuple(sorted((one for one in found if isinstance(one, Comment)), key=_order))


def threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Return comments under those that they answer. Whoever answers in a circle, or elsewhere, begins a thread.

    >>> first, answer = comments_on(library, question)
    >>> [len(thread.replies) for thread in threads([answer, first])]
    [1]
    >>> [thread.comment.id for thread in threads([answer])]
    ['12-vuoropuhelu/02']
    """
    ordered = sorted(comments, key=_order)
    by_id = {one.id: one for one in ordered}
    answers: dict[str, list[Comment]] = {}
    roots: list[Comment] = []
    circling = _in_circles(by_id)
    for one in ordered:
        if one.in_reply_to in by_id and one.id not in circling:
            answers.setdefault(one.in_reply_to or "", []).append(one)
        else:
            roots.append(one)
    made: dict[str, Thread] = {}
    # Without recursion: a chain of answers may be as long as somebody's patience.
    waiting = [*roots]
    order: list[Comment] = []
    while waiting:
        one = waiting.pop()
        order.append(one)
        waiting += answers.get(one.id, [])
    for one in reversed(order):
        made[one.id] = Thread(one, tuple(made[reply.id] for reply in answers.get(one.id, [])))
    return tuple(made[one.id] for one in roots)


def newer_than_summary(question: Question, comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return the comments dated after the day of the summary; none where there is no summary.

    >>> [comment.text.in_language("fi") for comment in newer_than_summary(question, comments_on(library, question))]
    ['Meillä toimi.']
    """
    summary = question.summary
    return () if summary is None else tuple(one for one in comments if one.date > summary.as_of)


def _order(comment: Comment) -> tuple[str, str]:
    return (comment.date.isoformat(), comment.id)


def _in_circles(by_id: dict[str, Comment]) -> set[str]:
    """Return the comments that answer each other in a circle; each is walked through once."""
    circling: set[str] = set()
    walked: set[str] = set()
    for start in by_id:
        path: dict[str, int] = {}
        at: str | None = start
        while at is not None and at in by_id and at not in walked:
            walked.add(at)
            path[at] = len(path)
            at = by_id[at].in_reply_to
        if at in path:
            circling.update(list(path)[path[at] :])
    return circling
