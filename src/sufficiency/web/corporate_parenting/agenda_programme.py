"""The panel's work programme puts its themes on agendas."""

from sufficiency.web.corporate_parenting.actions import take_up

PROGRAMME = [take_up]
