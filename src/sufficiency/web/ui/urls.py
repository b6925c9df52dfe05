"""Addresses of the first page, the gallery of components and the pages about the site itself."""

from django.urls import path

from sufficiency.web.ui import gallery, views

app_name = "ui"
urlpatterns = [
    path("", views.today, name="today"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("health", views.health, name="health"),
]
