"""What an output read of events while it was made, so that a later build knows whether it would read the same."""
