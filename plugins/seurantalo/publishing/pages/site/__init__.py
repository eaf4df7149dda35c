"""The site's own pages: the front page, the editor's desk, fields of files, open data."""
