"""Addresses of forecasts."""

from django.urls import path

from sufficiency.web.forecasting import views

app_name = "forecasting"
urlpatterns = [
    path("", views.forecasts, name="list"),
    path("run/", views.run, name="run"),
    path("<int:pk>/", views.forecast, name="forecast"),
    path("<int:pk>/download/<slug:form>/", views.download, name="download"),
    path("<int:pk>/report/download/", views.report, name="report"),
]
