"""What a server watches besides what MkDocs has it watch, and by what means."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from seurantalo.mkdocs_plugin.host_site import docs_folder, project_root, site_of
from seurantalo.model.settings import Settings


def begin(server: LiveReloadServer, config: MkDocsConfig, settings: Settings) -> None:
    """Have a server watch the files of events and the site's own templates."""
    events = project_root(config) / settings.events_folder
    # MkDocs watches docs_dir already; a folder watched twice would be built twice.
    if events.is_dir() and not events.resolve().is_relative_to(docs_folder(config)):
        server.watch(str(events))
    if site_of(config).templates:
        server.watch(site_of(config).templates)
