"""The demonstration: a made-up council with a made-up person in each role, on one's own machine only."""
