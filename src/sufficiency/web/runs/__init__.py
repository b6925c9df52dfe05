"""Saved results: written once, with what each was made from."""
