"""Addresses of commissioning, and under oversight/ of what is watched over."""

from django.urls import path

from sufficiency.web.commissioning import (
    contract_views,
    hosting_views,
    importing_views,
    occupancy_views,
    oversight_views,
    recruiting_views,
    setting_views,
    views,
)

app_name = "commissioning"
urlpatterns = [
    path("", views.sufficiency, name="sufficiency"),
    path("download/", views.download_sufficiency, name="download_sufficiency"),
    path("contracts/", contract_views.contracts, name="contracts"),
    path("contracts/new/", contract_views.new_contract, name="new_contract"),
    path("contracts/import/", importing_views.import_contracts, name="import_contracts"),
    path("contracts/import/template/", importing_views.download_template, name="download_template"),
    path("contracts/download/", contract_views.download_contracts, name="download_contracts"),
    path("contracts/<int:pk>/", contract_views.contract, name="contract"),
    path("contracts/<int:pk>/change/", contract_views.change_contract, name="change_contract"),
    path("occupancy/", occupancy_views.occupancy, name="occupancy"),
    path("occupancy/download/", occupancy_views.download_occupancy, name="download_occupancy"),
    path("recruiting/", recruiting_views.recruiting, name="recruiting"),
    path("recruiting/new/", recruiting_views.new_case, name="new_case"),
    path("recruiting/goal/", recruiting_views.goal, name="goal"),
    path("recruiting/download/", recruiting_views.download_recruiting, name="download_recruiting"),
    path("recruiting/<int:pk>/", recruiting_views.carer_case, name="carer_case"),
    path("recruiting/<int:pk>/move/", recruiting_views.move_case, name="move_case"),
    path("recruiting/<int:pk>/change/", recruiting_views.change_case, name="change_case"),
    path("oversight/", oversight_views.oversight, name="oversight"),
    path("oversight/registration/", oversight_views.registration, name="registration"),
    path("oversight/inspections/", oversight_views.inspections, name="inspections"),
    path("oversight/visits/", oversight_views.visits, name="visits"),
    path("oversight/visits/new/", oversight_views.write_visit, name="write_visit"),
    path("oversight/at-risk/", oversight_views.at_risk, name="at_risk"),
    path("oversight/at-risk/new/", oversight_views.list_risk, name="list_risk"),
    path("oversight/at-risk/<int:pk>/", oversight_views.review_risk, name="review_risk"),
    path("oversight/at-risk/<int:pk>/off/", oversight_views.end_risk, name="end_risk"),
    path("oversight/elsewhere/", hosting_views.away, name="away"),
    path("oversight/elsewhere/<int:pk>/told/", hosting_views.tell_host, name="tell_host"),
    path("oversight/hosted/", hosting_views.hosted, name="hosted"),
    path("oversight/hosted/new/", hosting_views.note_hosted, name="note_hosted"),
    path("oversight/hosted/<int:pk>/left/", hosting_views.hosted_left, name="hosted_left"),
    path("oversight/unregistered/new/", setting_views.new_setting, name="new_setting"),
    path("oversight/unregistered/<int:pk>/", setting_views.setting, name="setting"),
    path("oversight/unregistered/<int:pk>/plan/", setting_views.plan_setting, name="plan_setting"),
    path("oversight/unregistered/<int:pk>/approve/", setting_views.approve_setting, name="approve_setting"),
    path("oversight/unregistered/<int:pk>/look/", setting_views.look_at_setting, name="look_at_setting"),
    path(
        "oversight/unregistered/<int:pk>/escalate/", setting_views.escalate_setting, name="escalate_setting"
    ),
    path("oversight/unregistered/<int:pk>/leave/", setting_views.leave_setting, name="leave_setting"),
]
