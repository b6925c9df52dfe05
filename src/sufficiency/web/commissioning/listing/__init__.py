"""Contracts, homes, households and what is due as tables, facts and charts."""
