"""The register of homes: who runs them, what they may do, who lives there, which places are free."""
