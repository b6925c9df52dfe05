"""What the made-up authority is like: every rate and share, by theme, with where it comes from.

What has no year beside it is ours, set so that what comes out has England’s published shape.
"""
