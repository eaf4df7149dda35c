"""The folders of a site: proposals say ``events/…`` and ``content/…``, whatever a site calls them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from seurantalo.project import Project


def folders_of(project: Project) -> Mapping[str, str]:
    """Return what the folders of proposals are called in a project."""
    return {
        "events": project.settings.events_folder,
        "content": Path(os.path.relpath(project.docs, project.root)).as_posix(),
    }


def placed(project: Project, path: str) -> str:
    """Return where a file of a proposal is in a project."""
    head, _, rest = path.partition("/")
    return f"{folders_of(project).get(head, head)}/{rest}"


def as_proposed(project: Project, path: str) -> str:
    """Return the path of a project's file as proposals have it."""
    for name, folder in folders_of(project).items():
        if path.startswith(f"{folder}/"):
            return f"{name}/{path.removeprefix(f'{folder}/')}"
    return path
