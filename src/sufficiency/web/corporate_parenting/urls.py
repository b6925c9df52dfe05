"""Addresses of the pages for corporate parents."""

from django.urls import path

from sufficiency.web.corporate_parenting import views

app_name = "corporate_parenting"
urlpatterns = [
    path("<int:pk>/", views.panel, name="panel"),
    path("<int:pk>/report/", views.report, name="report"),
    path("<int:pk>/report/download/", views.download, name="download"),
]
