"""The addresses of the site: a line an app."""

from django.apps import apps
from django.urls import include, path

urlpatterns = [
    path("", include("sufficiency.web.ui.urls")),
    path("", include("sufficiency.web.access.urls")),
    path("scorecard/", include("sufficiency.web.performance.urls")),
    path("forecasts/", include("sufficiency.web.forecasting.urls")),
    path("homes/", include("sufficiency.web.homes.urls")),
    path("returns/", include("sufficiency.web.returns.urls")),
    path("commissioning/", include("sufficiency.web.commissioning.urls")),
    path("requests/", include("sufficiency.web.placements.urls")),
    path("children/", include("sufficiency.web.children.urls")),
    path("corporate-parents/", include("sufficiency.web.corporate_parenting.urls")),
    path("groups/", include("sufficiency.web.governance.urls")),
    path("evidence/", include("sufficiency.web.evidence.urls")),
    path("strategy/", include("sufficiency.web.strategy.urls")),
    path("saved-results/", include("sufficiency.web.runs.urls")),
    path("people/", include("sufficiency.web.people.urls")),
    path("record-of-use/", include("sufficiency.web.audit.urls")),
]
if apps.is_installed("sufficiency.web.demo"):
    urlpatterns.append(path("demo/", include("sufficiency.web.demo.urls")))

handler400 = "sufficiency.web.ui.errors.bad_request"
handler404 = "sufficiency.web.ui.errors.not_found"
handler500 = "sufficiency.web.ui.errors.fault"
