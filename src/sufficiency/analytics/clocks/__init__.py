"""Statutory and expected timescales as a dated rule pack: what is due when, and whether it was done in time."""
