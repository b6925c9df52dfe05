"""Forms about contracts, recruiting and oversight, and the filters of lists."""
