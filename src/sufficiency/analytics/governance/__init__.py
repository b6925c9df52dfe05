"""How groups of people steer and hold to account: terms of reference, meetings, attendance, recommendations."""
