"""Addresses of forecasts."""

from django.urls import path

from sufficiency.web.forecasting import back_test_views, comparison_views, scenario_views, views

app_name = "forecasting"
urlpatterns = [
    path("", views.forecasts, name="list"),
    path("run/", views.run, name="run"),
    path("<int:pk>/", views.forecast, name="forecast"),
    path("<int:pk>/download/<slug:form>/", views.download, name="download"),
    path("<int:pk>/report/download/", views.report, name="report"),
    path("scenarios/", scenario_views.scenarios, name="scenarios"),
    path("scenarios/new/", scenario_views.new, name="new_scenario"),
    path("scenarios/<int:pk>/", scenario_views.scenario, name="scenario"),
    path("scenarios/<int:pk>/name/", scenario_views.rename, name="rename_scenario"),
    path("scenarios/<int:pk>/levers/<int:place>/", scenario_views.change_lever, name="change_lever"),
    path("scenarios/<int:pk>/levers/<int:place>/remove/", scenario_views.remove_lever, name="remove_lever"),
    path("scenarios/<int:pk>/levers/add/<slug:lever>/", scenario_views.add_lever, name="add_lever"),
    path("scenarios/<int:pk>/places/", scenario_views.places, name="scenario_places"),
    path("scenarios/<int:pk>/overflow/", scenario_views.overflow, name="scenario_overflow"),
    path("scenarios/<int:pk>/money/", scenario_views.money, name="scenario_money"),
    path("scenarios/<int:pk>/remove/", scenario_views.remove, name="remove_scenario"),
    path("scenarios/<int:pk>/download/", scenario_views.scenario_file, name="scenario_file"),
    path("scenarios/<int:pk>/play-out/", scenario_views.play_out, name="play_out"),
    path("comparisons/<int:pk>/", comparison_views.comparison, name="comparison"),
    path("comparisons/<int:pk>/download/<slug:form>/", comparison_views.download, name="comparison_file"),
    path("back-test/", back_test_views.back_test, name="back_test"),
    path("back-test/run/", back_test_views.run, name="back_test_again"),
    path("back-test/<int:pk>/", back_test_views.back_test_run, name="back_test_run"),
    path("back-test/<int:pk>/download/", back_test_views.download, name="back_test_file"),
    path("assumptions/", comparison_views.assumptions, name="assumptions"),
]
