"""Addresses of homes. A home is named by the number of its row; a link for confirming by its signature."""

from django.urls import include, path

from sufficiency.web.homes import (
    api,
    confirming_views,
    exchange_views,
    history_views,
    keeping_views,
    listed_views,
    taking_views,
    views,
)

app_name = "homes"
urlpatterns = [
    path("", views.homes, name="list"),
    path("new/", keeping_views.add_home, name="add"),
    path("import/", exchange_views.import_homes, name="import"),
    path("ofsted/", listed_views.import_list, name="ofsted"),
    path("templates/<str:kind>/download/", exchange_views.download_template, name="download_template"),
    path("download/", exchange_views.download, name="download"),
    path("api/", include(api.patterns())),
    path("of-concern/", views.concern, name="concern"),
    path("add-a-child/", taking_views.add_a_child, name="add_child"),
    path("providers/new/", keeping_views.add_provider, name="add_provider"),
    path("providers/<int:pk>/", views.provider, name="provider"),
    path("providers/<int:pk>/change/", keeping_views.change_provider, name="change_provider"),
    path("confirm/<str:token>/", confirming_views.confirm, name="confirm"),
    path("<int:pk>/", views.home, name="home"),
    path("<int:pk>/history/", history_views.history, name="history"),
    path("<int:pk>/address/", views.address, name="address"),
    path("<int:pk>/change/", keeping_views.change_home, name="change"),
    path("<int:pk>/close/", keeping_views.close, name="close"),
    path("<int:pk>/approvals/new/", keeping_views.add_approval, name="add_approval"),
    path("<int:pk>/approvals/<int:approval>/", keeping_views.change_approval, name="change_approval"),
    path("<int:pk>/inspections/new/", keeping_views.add_inspection, name="add_inspection"),
    path("<int:pk>/stop/", keeping_views.stop, name="stop"),
    path("<int:pk>/stops/<int:stopped>/lift/", keeping_views.lift, name="lift"),
    path("<int:pk>/place/", taking_views.place, name="place"),
    path("<int:pk>/hold/", taking_views.hold, name="hold"),
    path("<int:pk>/holds/<int:held>/release/", taking_views.release, name="release"),
    path("<int:pk>/placements/<int:placement>/end/", taking_views.end, name="end"),
    path("<int:pk>/placements/<int:placement>/cancel/", taking_views.cancel, name="cancel"),
    path("<int:pk>/ask/", confirming_views.ask, name="ask"),
    path("<int:pk>/told/", confirming_views.told, name="told"),
    path("<int:pk>/links/<int:link>/revoke/", confirming_views.revoke, name="revoke"),
]
