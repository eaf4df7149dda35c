"""The text of an issue in the languages of its channel: one below the other where it has several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seurantalo.announcing.issues import Issue
from seurantalo.announcing.texts.issues import Announced, issue_text
from seurantalo.announcing.texts.written import IssueText, Written
from seurantalo.language import Language, language


def text_to_paste(announcing: Announced, issue: Issue, reader: Language) -> IssueText:
    r"""Return the text of an issue as its channel publishes it; ``reader`` is the language of who sends it.

    A channel that names no languages gets the text in the reader's. Of an entry in several languages the longest
    counts; questions are those about any of them.

    >>> from dataclasses import replace
    >>> from types import SimpleNamespace
    >>> from seurantalo.announcing.facts import Means
    >>> paper = replace(entry.channel, languages=("fi", "sv"))
    >>> entry = replace(entry, channel=paper, issue=replace(entry.issue, channel=paper))
    >>> announcing = SimpleNamespace(community=community, means=Means(), today=date(2027, 3, 1),
    ...                              entries=lambda issue: (entry,))
    >>> print(text_to_paste(announcing, entry.issue, lang).text)
    Lauantai 20.3.
    VIMPELI. Kevätkonsertti klo 18–20, Seurantalo.
    <BLANKLINE>
    Lördag 20.3
    VIMPELI. Kevätkonsertti kl. 18–20, Seurantalo.
    """
    codes = issue.channel.languages or (reader.code,)
    texts = tuple(issue_text(announcing, issue, language(code), reader) for code in codes)
    if codes == (reader.code,):
        return texts[0]
    numbered = enumerate(entry for entry, _ in texts[0].entries)
    return replace(
        texts[0],
        text="\n\n".join(one.text for one in texts),
        html="\n".join(f'<div lang="{code}">\n{one.html}\n</div>' for code, one in zip(codes, texts, strict=True)),
        entries=tuple((entry, _together([one.entries[n][1] for one in texts])) for n, entry in numbered),
        questions=tuple(dict.fromkeys(asked for one in texts for asked in one.questions)),
    )


def _together(written: Sequence[Written]) -> Written:
    """Return the texts of one entry as one: what is true of the worst of them is true of it."""
    longest = max(written, key=lambda one: (one.over, one.length))
    return replace(
        longest,
        text="\n\n".join(dict.fromkeys(one.text for one in written)),
        questions=tuple(dict.fromkeys(asked for one in written for asked in one.questions)),
        lost=tuple(dict.fromkeys(name for one in written for name in one.lost)),
    )
