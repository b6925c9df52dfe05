"""Hard rules: what the law, safety and the council's policy ask of a home, as dated data."""
