"""The words of an announcement, ready to paste, for each sort of channel."""
