"""Addresses of returns: uploads by their number, findings by theirs."""

from django.urls import path

from sufficiency.web.returns import finding_views, provider_views, views

app_name = "returns"
urlpatterns = [
    path("", views.uploads, name="list"),
    path("new/", views.new, name="new"),
    path("providers/", provider_views.providers, name="providers"),
    path("providers/remove/", provider_views.remove, name="remove_providers"),
    path("<int:pk>/", views.upload, name="upload"),
    path("<int:pk>/replace/", views.replace, name="replace"),
    path("<int:pk>/check-again/", views.check_again, name="check_again"),
    path("<int:pk>/download/", views.original, name="original"),
    path("<int:pk>/findings/", finding_views.findings, name="findings"),
    path("<int:pk>/findings/by-child/", finding_views.by_child, name="by_child"),
    path("<int:pk>/findings/by-table/", finding_views.by_table, name="by_table"),
    path("<int:pk>/findings/download/", finding_views.download, name="download"),
    path("<int:pk>/rules/", finding_views.rules, name="rules"),
    path("findings/<int:pk>/", finding_views.finding, name="finding"),
    path("findings/<int:pk>/accept/", finding_views.accept, name="accept"),
    path("findings/<int:pk>/reopen/", finding_views.reopen, name="reopen"),
]
