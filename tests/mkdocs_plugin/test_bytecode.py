"""The theme's templates are compiled once for a project."""

from __future__ import annotations

from tests.mkdocs_plugin.conftest import SiteFolder


def test_a_build_keeps_the_themes_templates(folder: SiteFolder) -> None:
    first = folder.build()
    assert len(list((folder.root / ".cache/seurantalo").rglob("*.bytecode"))) > 20
    assert folder.build() == first
