"""Returns of several years joined into children, periods of care and placements."""
