"""Issues on a forge: what somebody has written there becomes a proposal, and is answered."""
