"""Free days of the municipalities."""
