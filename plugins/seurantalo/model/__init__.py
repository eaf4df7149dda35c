"""What a record is, and the linked whole. Knows nothing about files, HTML or MkDocs."""
