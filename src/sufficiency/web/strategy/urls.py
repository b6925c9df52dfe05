"""Addresses of the strategy."""

from django.urls import path

from sufficiency.web.strategy import (
    delivery_views as delivery,
    editing_views as editing,
    money_views as money,
    views,
)

app_name = "strategy"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("overview/", views.overview, name="overview"),
    path("actions/", views.actions, name="actions"),
    path("savings/", views.savings, name="savings"),
    path("savings/figures/<slug:part>/", money.edit, name="money"),
    path("savings/years/add/", money.add_year, name="add_year"),
    path("savings/kinds/add/", money.add_kind, name="add_kind"),
    path("measures/", views.measures, name="measures"),
    path("changes/", views.changes, name="changes"),
    path("versions/", views.versions, name="versions"),
    path("versions/draft/", editing.draft, name="draft"),
    path("versions/<int:pk>/", views.version, name="version"),
    path("versions/<int:pk>/adopt/", editing.adopt, name="adopt"),
    path("file/", editing.load, name="load"),
    path("parts/<slug:kind>/add/", editing.add, name="add"),
    path("parts/<slug:kind>/<int:pk>/", editing.edit, name="edit"),
    path("workstreams/<int:pk>/", views.workstream, name="workstream"),
    path("workstreams/<int:pk>/case/", delivery.new_case, name="new_case"),
    path("workstreams/<int:pk>/stage/<slug:stage>/", delivery.move, name="move"),
    path("cases/<int:pk>/", delivery.case, name="case"),
    path("cases/<int:pk>/submit/", delivery.submit_case, name="submit_case"),
    path("cases/<int:pk>/decide/", delivery.decide_case, name="decide_case"),
    path("concerns/", delivery.concerns, name="concerns"),
    path("concerns/new/", delivery.new_concern, name="new_concern"),
    path("concerns/<int:pk>/up/", delivery.send_up, name="send_up"),
    path("concerns/<int:pk>/close/", delivery.close, name="close_concern"),
    path("reports/", delivery.reports, name="reports"),
    path("reports/new/", delivery.new_report, name="new_report"),
    path("reports/<int:pk>/", delivery.report, name="report"),
    path("reports/<int:pk>/issue/", delivery.issue, name="issue"),
    path("reports/<int:pk>/download/<slug:form>/", delivery.download, name="download"),
]
