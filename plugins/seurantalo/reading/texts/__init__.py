"""Running texts: their links, signs and pictures."""
