"""Coming events inside other people's pages: small pages without the site's shell, and how they are put there."""
