"""The texts of issues, each made once for all pages and files that show it."""

from __future__ import annotations

from seurantalo.announcing import Issue
from seurantalo.announcing.texts import IssueText, issue_text
from seurantalo.publishing.pages.shared.context import PageContext


def prepared(ctx: PageContext, issue: Issue) -> IssueText:
    """Return the text of an issue in the site's language."""
    known = ctx.once(_texts)
    key = issue.channel.id, issue.id
    if key not in known:
        known[key] = issue_text(ctx.announcing, issue, ctx.lang)
    return known[key]


def _texts(_: PageContext) -> dict[tuple[str, str], IssueText]:
    return {}
