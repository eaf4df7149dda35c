"""The texts of issues, each made once for all pages and files that show it."""

from __future__ import annotations

from seurantalo.announcing import Issue
from seurantalo.announcing.texts import IssueText, text_to_paste
from seurantalo.publishing.pages.shared.context import PageContext


def prepared(ctx: PageContext, issue: Issue) -> IssueText:
    """Return the text of an issue in the languages of its channel, with questions in the site's."""
    known = ctx.once(_texts)
    key = issue.channel.id, issue.id
    if key not in known:
        known[key] = text_to_paste(ctx.announcing, issue, ctx.lang)
    return known[key]


def _texts(_: PageContext) -> dict[tuple[str, str], IssueText]:
    return {}
