"""Addresses of the evidence."""

from django.urls import path

from sufficiency.web.evidence import views

app_name = "evidence"
urlpatterns = [
    path("", views.library, name="library"),
    path("items/new/", views.keep_item, name="new_item"),
    path("items/<int:pk>/", views.item, name="item"),
    path("items/<int:pk>/change/", views.keep_item, name="keep_item"),
    path("policy/", views.policy, name="policy"),
    path("gaps/", views.gaps, name="gaps"),
    path("gaps/new/", views.keep_gap, name="new_gap"),
    path("gaps/<int:pk>/", views.keep_gap, name="keep_gap"),
    path("asks/", views.asks, name="asks"),
    path("asks/new/", views.keep_ask, name="new_ask"),
    path("asks/<int:pk>/", views.keep_ask, name="keep_ask"),
    path("narrative/", views.narrative, name="narrative"),
    path("narrative/new/", views.keep_statement, name="new_statement"),
    path("narrative/<int:pk>/", views.keep_statement, name="keep_statement"),
]
