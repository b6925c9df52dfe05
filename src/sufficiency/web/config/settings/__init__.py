"""Settings: what all share, and a module each for the demonstration, production and tests."""
