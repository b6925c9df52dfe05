"""Documents and charts made from results."""
