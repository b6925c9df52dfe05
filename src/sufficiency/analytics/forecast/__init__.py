"""How many children will need which kind of home, with honest ranges."""
