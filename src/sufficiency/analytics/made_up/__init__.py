"""A made-up authority: returns of made-up children from a seed."""
