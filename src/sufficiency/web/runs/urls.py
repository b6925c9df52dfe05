"""Addresses of saved results."""

from django.urls import path

from sufficiency.web.runs import views

app_name = "runs"
urlpatterns = [
    path("", views.runs, name="list"),
    path("<int:pk>/", views.run, name="run"),
]
