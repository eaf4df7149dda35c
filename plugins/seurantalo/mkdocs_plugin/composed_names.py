"""Names of files in composed letters: what a Mac saved is found by links that are written on any other machine."""

from __future__ import annotations

import unicodedata

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def compose_names(files: Files, config: MkDocsConfig) -> None:
    """Give the site's own files their names, and so their addresses, in composed form (Unicode Annex 15, NFC)."""
    for file in list(files):
        if file.src_dir != config.docs_dir or unicodedata.is_normalized("NFC", file.src_uri):
            continue
        name = composed(file.src_uri)
        if files.get_file_from_path(name) is not None:
            # Both stand there: the reading has told of them.
            continue
        files.remove(file)
        new = File(name, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
        new.abs_src_path, new.edit_uri = file.abs_src_path, file.edit_uri
        files.append(new)


def composed(text: str) -> str:
    """Return a text with composed letters."""
    return unicodedata.normalize("NFC", text)
