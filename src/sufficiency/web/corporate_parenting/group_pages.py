"""The pages of this app that a panel's own page leads to."""

from sufficiency.web.corporate_parenting.group_registers import PANELS
from sufficiency.web.governance.pages import GroupPage

PAGES = [
    GroupPage("How our children are doing", "corporate_parenting:panel", PANELS),
    GroupPage("Annual report", "corporate_parenting:report", PANELS),
]
