"""What MkDocs knows of the site, in our own words: the Site, the project's folder, edit addresses."""

from __future__ import annotations

import logging
import posixpath
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from seurantalo.publishing.publication import Site
from seurantalo.publishing.templating import OWN_TEMPLATES


def project_root(config: MkDocsConfig) -> Path:
    """Return the folder of ``mkdocs.yml``: file names in problems and edit links are relative to it."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def docs_folder(config: MkDocsConfig) -> Path:
    """Return ``docs_dir``, absolute."""
    return Path(config.docs_dir).resolve()


def site_of(config: MkDocsConfig) -> Site:
    """Return the Site that a MkDocs configuration describes."""
    url = config.site_url or ""
    own = Path(config.theme.custom_dir or "") / OWN_TEMPLATES
    return Site(
        name=config.site_name,
        url=url if url.endswith("/") or not url else url + "/",
        description=config.site_description or "",
        edit_url=edit_address(config, ""),
        templates=str(own) if own.is_dir() else "",
        theme_templates=tuple(config.theme.dirs),
        own_code=tuple(map(str, (*config.extra_css, *config.extra_javascript))),
        content=_content(config),
    )


def host_logger() -> logging.Logger:
    """Return the logger of the host: MkDocs', or that of ProperDocs, which stands in its place by its own name."""
    return logging.getLogger(mkdocs.__name__)


def has_warnings() -> bool:
    """Tell whether a strict build has warned of something: MkDocs counts that, and ends such a build at its end."""
    handlers = host_logger().handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def edit_address(config: MkDocsConfig, source: str) -> str:
    """Return the address where a file of the project is edited, ``""`` where there is none.

    MkDocs counts edit addresses from ``docs_dir``; ours start from the project, because events live beside it.
    ``source`` is a path relative to the project, or the start of one.
    """
    template, prefix = config.edit_uri_template, config.edit_uri
    if not template and not prefix:
        return ""
    path = path_from_docs(config, source)
    written = template.format(path=path, path_noext=posixpath.splitext(path)[0]) if template else f"{prefix}{path}"
    repo = config.repo_url or ""
    # A query or a fragment follows the repository's address as it is; a path goes below it.
    if repo and not written.startswith(("?", "#")) and not repo.endswith("/"):
        repo += "/"
    parts = urlsplit(urljoin(repo, written))
    slash = "/" if parts.path.endswith("/") or not source else ""
    path = posixpath.normpath(parts.path).rstrip("/") + slash if parts.path else ""
    return urlunsplit(parts._replace(path=path))


def path_from_docs(config: MkDocsConfig, source: str) -> str:
    """Return the way from ``docs_dir`` to a file of the project, quoted for an address: ``../events/a.yml``."""
    return quote(posixpath.relpath(source or ".", _content(config)))


def _content(config: MkDocsConfig) -> str:
    """Return ``docs_dir`` as it is called from the project on."""
    docs = docs_folder(config)
    try:
        return docs.relative_to(project_root(config)).as_posix()
    except ValueError:  # docs_dir lies outside the project; nothing better is known than its name.
        return docs.name
