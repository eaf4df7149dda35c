"""What is somebody's own: numbers, addresses and codes in texts, places and names in photos."""
