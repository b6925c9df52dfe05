"""Judges the matching on made-up worlds: `python -m benchmarks.matching` writes docs/reference/matching_tests.md."""
