"""Addresses of the scorecard."""

from django.urls import path

from sufficiency.web.performance import views

app_name = "performance"
urlpatterns = [
    path("", views.scorecard, name="scorecard"),
    path("measures/", views.measures, name="measures"),
    path("measures/<slug:measure>/", views.measure, name="measure"),
    path("children/", views.children, name="children"),
    path("compute/", views.compute, name="compute"),
    path("download/<slug:form>/", views.download, name="download"),
]
