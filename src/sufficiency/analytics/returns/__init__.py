"""The SSDA903 return: its tables and codes, reading, writing and checking it."""
