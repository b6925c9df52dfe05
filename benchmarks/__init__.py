"""How long the main jobs take and how much memory, as ratios to a named baseline in the same run."""
