"""Where a proposal can go from here: the editors' address, the forge's pages, an endpoint."""

from __future__ import annotations

from dataclasses import dataclass

from seurantalo.publishing.pages.shared.context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways out of a form. ``issues`` is where a new issue is written; ``""`` for what the site has not."""

    email: str
    endpoint: str
    forge: str
    forge_name: str
    issues: str

    @property
    def none(self) -> bool:
        """Whether a proposal can go nowhere by itself."""
        return not (self.email or self.endpoint or self.issues)


def ways_of(ctx: PageContext) -> Ways:
    """Return the ways out of a site's forms."""
    edit = ctx.site.edit_url
    issues = f"{edit.partition('/edit/')[0]}/issues/new" if "/edit/" in edit else ""
    return Ways(
        email=ctx.settings.editor_email,
        endpoint=ctx.settings.proposal_endpoint,
        forge="github" if "github.com" in edit else "",
        forge_name="GitHub",
        issues=issues,
    )
