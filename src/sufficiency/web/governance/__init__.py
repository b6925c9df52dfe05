"""Groups and their terms of reference, meetings with agenda, papers and attendance, decisions and actions."""
