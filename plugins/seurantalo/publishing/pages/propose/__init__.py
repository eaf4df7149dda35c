"""Pages on which something is proposed, and the data with which they check it while it is written."""
