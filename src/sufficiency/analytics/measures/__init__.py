"""How children are doing: each measure declared once."""
