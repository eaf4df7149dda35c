"""The outbox: what is due in which channel, texts ready to paste, and addresses that stay for years."""
