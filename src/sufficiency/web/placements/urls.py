"""Addresses of the desk. A request is named by the number of its row, never by anything about a child."""

from django.urls import path

from sufficiency.web.placements.views import deciding, finding, gates, provider, writing

app_name = "placements"
urlpatterns = [
    path("", writing.board, name="board"),
    path("new/", writing.begin, name="begin"),
    path("reports/", writing.reports, name="reports"),
    path("thresholds/", gates.thresholds, name="thresholds"),
    path("thresholds/new/", gates.set_threshold, name="set_threshold"),
    path("asked/<token>/", provider.asked, name="asked"),
    path("<int:pk>/", writing.one, name="request"),
    path("<int:pk>/answers/<slug:step>/", writing.answer, name="answer"),
    path("<int:pk>/answers/<slug:step>/<int:member>/", writing.answer_child, name="answer_child"),
    path("<int:pk>/send/", writing.send, name="send"),
    path("<int:pk>/withdraw/", writing.withdraw, name="withdraw"),
    path("<int:pk>/standard.csv", writing.standard_csv, name="standard"),
    path("<int:pk>/import/", writing.standard_import, name="import"),
    path("<int:pk>/family-and-friends/", gates.kin, name="kin"),
    path("<int:pk>/family-and-friends/close/", gates.close_kin, name="close_kin"),
    path("<int:pk>/family-and-friends/aside/", gates.kin_aside, name="kin_aside"),
    path("<int:pk>/challenge/", gates.challenge, name="challenge"),
    path("<int:pk>/homes/", finding.homes, name="homes"),
    path("<int:pk>/homes/<int:home>/", finding.card, name="card"),
    path("<int:pk>/homes/<int:home>/aside/", gates.set_aside, name="set_aside"),
    path("<int:pk>/homes/<int:home>/choose/", deciding.choose, name="choose"),
    path("<int:pk>/asks/<int:ask>/", finding.message, name="message"),
    path("<int:pk>/asks/<int:ask>/answer/", finding.answered, name="answered"),
    path("<int:pk>/asks/<int:ask>/revoke/", finding.revoke, name="revoke"),
    path("<int:pk>/asks/<int:ask>/name/", finding.name_children, name="name_children"),
    path("<int:pk>/asks/<int:ask>/reveal/", finding.reveal, name="reveal"),
    path("<int:pk>/asks/<int:ask>/referral.<slug:form>", finding.download, name="download"),
    path("<int:pk>/fall-through/", deciding.fall_through, name="fall_through"),
    path("<int:pk>/approvals/<int:approval>/", deciding.approve, name="approve"),
    path("<int:pk>/place/", deciding.place, name="place"),
    path("<int:pk>/checks/<int:check>/", deciding.check, name="check"),
    path("<int:pk>/promises/<int:promise>/", deciding.keep_promise, name="keep_promise"),
    path("<int:pk>/disruption/", deciding.disruption, name="disruption"),
    path("<int:pk>/close/", deciding.close, name="close"),
]
