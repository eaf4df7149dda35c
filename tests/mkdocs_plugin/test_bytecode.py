"""The theme's templates are compiled once, and never kept in the project: its files may come from anybody."""

from __future__ import annotations

import sys

import pytest
from tests.mkdocs_plugin.conftest import SiteFolder


def test_a_build_keeps_the_themes_templates(
    folder: SiteFolder, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = tmp_path_factory.mktemp("compiled")
    monkeypatch.setattr(sys, "pycache_prefix", str(compiled))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    first = folder.build()
    assert len(list(compiled.rglob("*.bytecode"))) > 20
    assert list(folder.root.rglob("*.bytecode")) == []
    assert folder.build() == first
