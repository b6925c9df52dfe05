"""Uploaded returns: checked, stored all-or-nothing, with what was found in them."""
