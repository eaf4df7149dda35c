"""What git tells of the files: when they came, changed, and were agreed on."""
