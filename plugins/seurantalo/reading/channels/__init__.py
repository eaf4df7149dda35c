"""What a channel's file says, and the ledger of what was told in it."""
