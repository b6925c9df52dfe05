"""Forecasts as they would have been made in the past, set beside what happened and beside simpler methods."""
