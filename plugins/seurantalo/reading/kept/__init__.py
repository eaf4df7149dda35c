"""Events that were read, kept from one process to the next."""
