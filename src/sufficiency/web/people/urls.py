"""Addresses of the pages about people."""

from django.urls import path

from sufficiency.web.access.declaring import open_to_all
from sufficiency.web.people import views

app_name = "people"
choose_password = open_to_all("who has the link has no password yet")(views.ChoosePassword.as_view())
urlpatterns = [
    path("", views.people, name="list"),
    path("add/", views.add, name="add"),
    path("password/<uidb64>/<token>/", choose_password, name="choose_password"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/roles/", views.give_role, name="give_role"),
    path("<int:pk>/roles/<int:membership>/end/", views.end_role, name="end_role"),
    path("<int:pk>/open/", views.reopen, name="reopen"),
    path("<int:pk>/link/", views.link, name="link"),
]
