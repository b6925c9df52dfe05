"""Weekly prices and what placements cost."""
