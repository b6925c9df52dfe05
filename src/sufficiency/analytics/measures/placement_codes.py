"""The placement, provider and reason codes that measures group (code set PLACE and its neighbours)."""

KINSHIP_FOSTERING = ("U1", "U2", "U3")
FOSTERING = (*KINSHIP_FOSTERING, "U4", "U5", "U6")
WITH_CURRENT_CARER = ("A3", "A5")  # placed for adoption with the carer who fosters the child already
ADOPTION = ("A3", "A4", "A5", "A6")
CHILDRENS_HOMES = ("K1", "K2")
OPEN_CHILDRENS_HOME = "K2"
SUPPORTED = ("P2", "H5", "K3")  # P2 until October 2023, H5 until 2023-24, K3 from 2024-25
WITH_PARENTS = "P1"
OTHER = ("Z1", "Z11", "Z12", "Z13", "Z14")  # Z1 until 2024-25

OWN_PROVISION = "PR1"
INDEPENDENT = ("PR4", "PR5")
PROVIDERS = ("PR1", "PR2", "PR3", "PR4", "PR5")

STATUS_ONLY = "PLACE"  # the carer moved house or changed agency: no move for the child
BREAKDOWNS = ("CREQB", "CREQO", "CHILD")
UNPLANNED = ("ALLEG", "STAND", "APPRR", *BREAKDOWNS, "LAREQ", "CUSTOD")

ADOPTED = ("E11", "E12")
