"""Addresses of the demonstration."""

from django.urls import path

from sufficiency.web.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.people, name="people"),
    path("become/", views.become, name="become"),
]
