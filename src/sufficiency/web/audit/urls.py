"""Addresses of the record of use."""

from django.urls import path

from sufficiency.web.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.events, name="events"),
    path("download/", views.download, name="download"),
    path("check/", views.check, name="check"),
]
