"""Pages about groups, meetings, items, recommendations, lists, and what was decided before."""
