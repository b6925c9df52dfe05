"""Addresses of the pages about groups."""

from django.urls import path

from sufficiency.web.governance.views import groups, items, meetings, recalling, recommendations, registers

app_name = "governance"
urlpatterns = [
    path("", groups.groups, name="list"),
    path("add/", groups.add, name="add"),
    path("search/", recalling.search, name="search"),
    path("<int:pk>/", groups.group, name="group"),
    path("<int:pk>/terms/", groups.terms, name="terms"),
    path("<int:pk>/attendance/", groups.attendance, name="rates"),
    path("<int:pk>/seats/add/", groups.add_seat, name="add_seat"),
    path("<int:pk>/renew/", groups.renew, name="renew"),
    path("<int:pk>/actions/add/", groups.add_action, name="add_action"),
    path("<int:pk>/meetings/add/", meetings.plan, name="plan"),
    path("<int:pk>/meetings/schedule/", meetings.schedule, name="schedule"),
    path("<int:pk>/items/add/", items.add, name="add_item"),
    path("<int:pk>/recommendations/add/", recommendations.add, name="propose"),
    path("<int:pk>/lists/<slug:key>/", registers.register, name="register"),
    path("<int:pk>/lists/<slug:key>/add/", registers.add, name="register_add"),
    path("<int:pk>/lists/<slug:key>/<int:row>/", registers.change, name="register_change"),
    path("seats/<int:pk>/", groups.seat, name="seat"),
    path("seats/<int:pk>/chair/", groups.chair, name="chair"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/pack/", meetings.pack, name="pack"),
    path("meetings/<int:pk>/attendance/", meetings.attendance, name="attendance"),
    path("meetings/<int:pk>/send/", meetings.send, name="send"),
    path("meetings/<int:pk>/close/", meetings.close, name="close"),
    path("meetings/<int:pk>/cancel/", meetings.cancel, name="cancel"),
    path("meetings/<int:pk>/minutes/", meetings.minutes, name="minutes"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/decide/", items.decide, name="decide"),
    path("items/<int:pk>/presenter/", items.presenter, name="presenter"),
    path("items/<int:pk>/hear/", items.hear, name="hear"),
    path("items/<int:pk>/carry/", items.carry, name="carry"),
    path("items/<int:pk>/withdraw/", items.withdraw, name="withdraw"),
    path("items/<int:pk>/interest/", items.conflict, name="conflict"),
    path("items/<int:pk>/papers/add/", items.add_paper, name="add_paper"),
    path("papers/<int:pk>/download/", items.paper, name="paper"),
    path("papers/<int:pk>/replace/", items.replace_paper, name="replace_paper"),
    path("actions/<int:pk>/", items.action, name="action"),
    path("recommendations/<int:pk>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/<int:pk>/move/", recommendations.move, name="move"),
    path("recommendations/<int:pk>/speak/", recommendations.speak, name="speak"),
    path("recommendations/<int:pk>/reply/", recommendations.reply, name="reply"),
]
