"""Writes about contracts, recruiting and oversight: one function is one transaction and one event."""
