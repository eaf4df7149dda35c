"""What is said under an issue, in one comment that is renewed, and whether its mark takes it into the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from seurantalo.language import Language
from seurantalo.planner.clashes import Level
from seurantalo.proposing.issue_forms import ISSUE_FORMS, boxes_of
from seurantalo.receiving.answer.comment import Around, Frame, comment
from seurantalo.receiving.answer.conversation import own_comment
from seurantalo.receiving.answer.quoting import plain, quoted
from seurantalo.receiving.issue.answered import IssueAnswer, Trouble
from seurantalo.receiving.issue.payload import APPROVING, IssueEvent

__all__ = ["Verdict", "known_reply", "reply", "verdict"]

#: How the first line of our comment begins, by which it is known again; the digest of what it answers follows.
MARKER: Final = "<!-- seurantalo:ilmoitus "
_MARKED: Final = re.compile(rf"{MARKER}([0-9a-f]{{64}}) -->")
#: Rights on a forge with which one may change what is on the site.
_RIGHTS: Final = frozenset({"admin", "maintain", "write"})


class Verdict(StrEnum):
    """What becomes of the mark with which editors take an issue into the calendar.

    >>> Verdict.NO_RIGHT.takes_mark_off
    True
    """

    NOT_ASKED = "not-asked"
    APPROVED = "approved"
    EDITED = "edited"
    """The text was changed after the mark."""
    UNSEEN = "unseen"
    """The text was changed before the mark, and nobody has seen the answer to it."""
    NOT_READY = "not-ready"
    NOTHING = "nothing"
    """Nobody could make a file of the text."""
    NO_RIGHT = "no-right"

    @property
    def takes_mark_off(self) -> bool:
        """Whether the mark is taken off again."""
        return self not in (Verdict.NOT_ASKED, Verdict.APPROVED)


_TROUBLES: Final = {
    Trouble.CUT: "What the form had packed was cut on its way. Copy all of it here, or send the form again.",
    Trouble.IMPOSSIBLE: "We could not put it into the file as it is; the editors look at it.",
    Trouble.MEANWHILE: "The same has been changed meanwhile. Open the form again on the page of the event.",
}
_TO_ADD: Final = (
    "If it is on the site under another name, write that one. Else tell its municipality, and we add it too."
)
_WORDS: Final = {
    Verdict.EDITED: "The mark “{label}” was taken off, because the text was changed.",
    Verdict.UNSEEN: (
        "The mark “{label}” was taken off, because the text was changed since the last answer. "
        "Look at this one, and put it on again."
    ),
    Verdict.NOT_READY: "The mark “{label}” was taken off, because there is something to correct.",
    Verdict.NOTHING: "The mark “{label}” was taken off, because no file could be made of the text.",
    Verdict.NO_RIGHT: "The mark “{label}” was taken off: only those who may change the site can put it on.",
}


def known_reply(comments: Iterable[Any]) -> tuple[int, str]:
    """Return the number of our comment, and the digest of the text that it answers; ``(0, "")`` where there is none.

    Only what we have said ourselves counts: anybody may write such a line.

    >>> known_reply([{"id": 5, "body": f"{MARKER}{'0' * 64} -->", "user": {"login": "joku", "type": "User"}}])
    (0, '')
    """
    kept = list(comments)
    number = own_comment(kept, MARKER)
    body = next((str(one.get("body")) for one in kept if number and one.get("id") == number), "")
    match = _MARKED.match(body)
    return number, match[1] if match else ""


def verdict(event: IssueEvent, one: IssueAnswer, answered: str, permission: str) -> Verdict:
    """Return what becomes of the mark.

    ``answered`` is the digest of the text that our comment is about: an editor has seen that one, and not what was
    made of it a moment before the mark. Who marks their own words has seen them. ``permission`` is what the sender
    may do in the repository.

    >>> from seurantalo.proposing.asking import Act
    >>> from seurantalo.receiving.answer.answer import Answer
    >>> told = IssueEvent(number=12, action="labeled", title="Tanssit", body="", label="vie kalenteriin", sender="x")
    >>> one = IssueAnswer(answer=Answer(number=12, commit="0" * 40), act=Act.EVENT, digest=told.digest)
    >>> [verdict(told, one, told.digest, permission).value for permission in ("read", "write")]
    ['no-right', 'nothing']
    """
    if not event.asks_for_approval:
        return Verdict.EDITED if event.action == "edited" and event.is_marked else Verdict.NOT_ASKED
    if permission not in _RIGHTS:
        return Verdict.NO_RIGHT
    if not one.is_ready:
        return Verdict.NOT_READY if one.answer.errors else Verdict.NOTHING
    seen = one.digest == answered or event.sender == event.author
    return Verdict.APPROVED if seen else Verdict.UNSEEN


def reply(one: IssueAnswer, around: Around, found: Verdict) -> str:
    """Return the comment in Markdown; raise AnswerError where the answer can't be said.

    >>> from seurantalo.proposing.asking import Act
    >>> from seurantalo.receiving.answer.answer import Answer
    >>> found = Answer(number=12, commit="0" * 40)
    >>> one = IssueAnswer(answer=found, act=Act.EVENT, digest="0" * 64, missing=("venue",))
    >>> "- **Paikka** " in reply(one, Around(lang=lang), Verdict.NOT_ASKED)
    True
    """
    lang = around.lang
    frame = Frame(
        marker=f"{MARKER}{one.digest} -->",
        short=plain(_short(one, lang)),
        lacking=tuple(_lacking(one, lang)),
        then=tuple(_then(one, found, lang)),
        hints={code: plain(lang.say(_TO_ADD)) for code in ("venue-to-add", "organisation-to-add")},
    )
    return comment(one.answer, replace(around, frame=frame))


def _short(one: IssueAnswer, lang: Language) -> str:
    words = [lang.say("We read what you wrote.")]
    if one.trouble in _TROUBLES:
        words.append(lang.say(_TROUBLES[one.trouble]))
    if one.answer.errors:
        found = one.answer.errors
        words.append(lang.count("There is {n} thing to correct.", "There are {n} things to correct.", found))
    elif one.files.files:
        words.append(lang.say("There is nothing to correct."))
    elif one.trouble is Trouble.NONE and not one.missing:
        words.append(lang.say("We could not make a file of it; the editors look at it."))
    return " ".join(words)


def _lacking(one: IssueAnswer, lang: Language) -> Iterator[str]:
    if one.guessed:
        yield plain(lang.say("The year was not written, so we took the next such day. Correct it if it is another."))
    boxes = {box.id: box for act in ISSUE_FORMS.values() for box in boxes_of(act, lang)}
    boxes |= {box.id: box for box in boxes_of(one.act, lang)} if one.act in ISSUE_FORMS.values() else {}
    found = plain(lang.say("We found this in your text. Check that it is right."))
    for name in one.unsure:
        yield f"**{plain(boxes[name].label)}** {found}"
    for name in one.missing:
        box = boxes[name]
        yield f"**{plain(box.label)}** {plain(box.hint)}".rstrip()


def _then(one: IssueAnswer, found: Verdict, lang: Language) -> Iterator[str]:
    label = mark_of(lang)
    if found is Verdict.APPROVED:
        yield plain(lang.say("The editors take this into the calendar. The proposal appears here soon."))
        return
    if found in _WORDS:
        yield from (plain(lang.say(_WORDS[found], label=label)), "")
    if one.answer.errors or (not one.files.files and one.trouble is not Trouble.IMPOSSIBLE):
        yield plain(lang.say("Edit your text above, and we read it again. Nothing on the site is broken."))
    else:
        yield plain(lang.say("You need not do anything. The editors look at this and add it to the calendar."))
    if one.loose:
        yield ""
        yield plain(lang.say("Of a part of the text we could make nothing. The editors read all of it."))
    if any(clash.level is not Level.INFO for clash in one.answer.added):
        yield ""
        yield plain(lang.say("A clash does not keep an event from the site."))
    yield ""
    yield plain(lang.say("This answer is renewed whenever the text is edited."))
    if one.is_ready:
        yield ""
        words = lang.say("For the editors: the label {label} makes a pull request of this.", label="\ue000")
        before, _, after = words.partition("\ue000")
        yield f"<sub>{plain(before)}{quoted(label)}{plain(after)}</sub>"


def mark_of(lang: Language) -> str:
    """Return the mark that takes an issue into the calendar, in a language.

    >>> from seurantalo.language import language
    >>> mark_of(language("sv"))
    'till kalendern'
    """
    return dict(zip(("fi", "sv", "en"), APPROVING, strict=True)).get(lang.code, APPROVING[-1])
