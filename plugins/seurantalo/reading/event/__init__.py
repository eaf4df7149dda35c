"""What a file says of an event."""
