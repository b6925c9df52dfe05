"""Addresses of children. A child is named by the number of their row, never by anything about them."""

from django.urls import path

from sufficiency.web.children import views

app_name = "children"
urlpatterns = [
    path("", views.children, name="list"),
    path("<int:pk>/", views.child, name="child"),
    path("<int:pk>/addresses/", views.addresses, name="addresses"),
]
