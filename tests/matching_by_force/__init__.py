"""The same answers by force, for judging the fast ones."""
