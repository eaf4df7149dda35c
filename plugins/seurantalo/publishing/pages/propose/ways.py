"""Where a proposal can go from here: the editors' address, the forge's pages, an endpoint."""

from __future__ import annotations

from urllib.parse import urlsplit

from seurantalo.frozen import dataclass
from seurantalo.proposing.forge import forge_data
from seurantalo.publishing.pages.shared.context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways out of a form; ``""`` and nothing for what the site has not.

    ``forge`` is what the browser makes addresses of, ``forge_name`` what people call it. ``issues`` is where a new
    issue is written, and ``template`` the key of the issue form's name where it takes one.
    """

    email: str
    endpoint: str
    forge: dict[str, str]
    forge_name: str
    issues: str
    template: str

    @property
    def endpoint_host(self) -> str:
        """Where the endpoint is."""
        return urlsplit(self.endpoint).netloc

    @property
    def lead_nowhere(self) -> bool:
        """Whether a proposal can go nowhere by itself."""
        return not (self.email or self.endpoint or self.issues)


def ways_of(ctx: PageContext) -> Ways:
    """Return the ways out of a site's forms."""
    data = forge_data(ctx.forge)
    return Ways(
        email=ctx.settings.editor_email,
        endpoint=ctx.settings.proposal_endpoint,
        forge=data,
        forge_name=ctx.forge.name,
        issues=data.get("issues", ""),
        template=data.get("template", ""),
    )
