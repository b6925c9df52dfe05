"""How the tables came about, a step a change."""
