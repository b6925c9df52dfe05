"""The record of who did what: written with every write and every look at a child, never changed, chained."""
