"""Forecasts: run from the stored returns, kept, and opened again with the same figures."""
