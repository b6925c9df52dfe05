"""Buying and watching over homes: contracts, occupancy, recruiting carers, oversight, whether there are enough homes."""
