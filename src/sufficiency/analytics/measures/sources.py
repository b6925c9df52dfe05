"""Where the definitions come from, each named once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Publication:
    """A published body of definitions."""

    name: str

    def item(self, what: str) -> str:
        """The publication with the item in it that defines a measure."""
        return f"{self.name}: {what}"


LAIT = Publication("DfE Local Authority Interactive Tool, data dictionary April 2026")
CLA = Publication("DfE Children looked after in England including adoptions, 2023 to 2025")
STABILITY = Publication("DfE Stability measures for children looked after in England, 2024")
SCORECARDS = Publication("DfE Adoption scorecards, methodology 2018 and 2021")
TRANSFER_SCHEME = Publication("Home Office National Transfer Scheme protocol, version 7")
SECTION_251 = Publication("DfE Section 251 outturn, as the Local Authority Interactive Tool defines it")
CARE_PLANNING = Publication("Care Planning, Placement and Case Review (England) Regulations 2010")
PERFORMANCE_ASSESSMENT = Publication("Performance Assessment Framework (withdrawn)")
NATIONAL_INDICATORS = Publication("National indicators (withdrawn)")
OFSTED_FOSTERING = Publication("Ofsted fostering data collection")
ANNEX_A = Publication("Ofsted inspection of children’s services, Annex A")
COMPLAINTS = Publication("Children Act 1989 Representations Procedure (England) Regulations 2006")
RETURN_903 = Publication("SSDA903 return")
LOCAL = Publication("Local use, no national definition")
