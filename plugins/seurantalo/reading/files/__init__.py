"""Which files a project holds, what they are called, and their text."""
