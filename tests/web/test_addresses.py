"""Every address of the site, and who may reach it. A new address needs a line here: that is its test."""

import pytest
from django.urls import URLPattern, get_resolver, reverse

from sufficiency.web.access.declaring import declaration_of
from sufficiency.web.access.roles import ROLES

# Who reaches what, a letter a role in the order of roles.py: the roles' first letters stand in the first line.
#   P placement officer · S social worker · T team manager · A panel administrator · M panel member · C commissioner
#   F finance officer · N analyst · I independent reviewing officer · L councillor · V provider
#   D data protection officer · Y system administrator
WHO = """
                              PSTAMCFNILVDY
ui:today                      PSTAMCFNILVDY
ui:gallery                    PSTAMCFNILVDY
choose_authority              PSTAMCFNILVDY
account_change_password       PSTAMCFNILVDY
account_reauthenticate        PSTAMCFNILVDY
mfa_reauthenticate            PSTAMCFNILVDY
mfa_index                     PSTAMCFNILVDY
mfa_activate_totp             PSTAMCFNILVDY
mfa_deactivate_totp           PSTAMCFNILVDY
mfa_view_recovery_codes       PSTAMCFNILVDY
mfa_generate_recovery_codes   PSTAMCFNILVDY
mfa_download_recovery_codes   PSTAMCFNILVDY
placements:board              PSTA····I····
placements:reports            PSTA····I····
placements:trials             PSTA····I····
placements:begin_trial        P············
placements:trial              P············
placements:request            PSTA····I····
placements:standard           PSTA····I····
placements:thresholds         PSTA····I····
placements:approve            PSTA····I····
placements:ranking            PSTAM···I····
placements:ranking_policy     PSTAM···I····
placements:settle_ranking     PSTAM···I····
placements:propose_ranking    ··T··········
placements:take_back_ranking  ··T··········
placements:answer             PST··········
placements:answer_child       PST··········
placements:begin              PST··········
placements:check              PST··········
placements:close_kin          PST··········
placements:disruption         PST··········
placements:import             PST··········
placements:keep_promise       PST··········
placements:kin                PST··········
placements:send               PST··········
placements:withdraw           PST··········
placements:challenge          ··T··········
placements:kin_aside          ··T··········
placements:set_aside          ··T··········
placements:set_threshold      ··T··········
placements:need_by            PST··········
placements:plan               PSTA····I····
placements:extend             PST··········
placements:hold               P············
placements:posts              ············Y
placements:give_post          ············Y
placements:end_post           ············Y
placements:neighbours         ············Y
placements:answered           P············
placements:card               P············
placements:choose             P············
placements:close              P············
placements:download           P············
placements:fall_through       P············
placements:homes              P············
placements:message            P············
placements:name_children      P············
placements:place              P············
placements:revoke             P············
placements:reveal             P············
children:addresses            PST····NI····
children:child                PSTA···NI····
children:list                 PSTA···NI····
commissioning:approve_setting P·T··C·······
commissioning:at_risk         P·T··C··I····
commissioning:away            P·T··C··I····
commissioning:carer_case      P·T··CFN·····
commissioning:change_case     ·····C·······
commissioning:change_contract ·····C·······
commissioning:contract        P·T··CFN·····
commissioning:contracts       P·T··CFN·····
commissioning:download_contracts P·T··CFN·····
commissioning:download_occupancy P·T··CFN·····
commissioning:download_recruiting P·T··CFN·····
commissioning:download_sufficiency P·T··CFN·····
commissioning:download_template ·····C·······
commissioning:end_risk        P·T··C·······
commissioning:escalate_setting P·T··C·······
commissioning:goal            ·····C·······
commissioning:hosted          P·T··C··I····
commissioning:hosted_left     P·T··C·······
commissioning:import_contracts ·····C·······
commissioning:inspections     P·T··C··I····
commissioning:leave_setting   P·T··C·······
commissioning:list_risk       P·T··C·······
commissioning:look_at_setting P·T··C·······
commissioning:move_case       ·····C·······
commissioning:new_case        ·····C·······
commissioning:new_contract    ·····C·······
commissioning:new_setting     P·T··C·······
commissioning:note_hosted     P·T··C·······
commissioning:occupancy       P·T··CFN·····
commissioning:oversight       P·T··C··I····
commissioning:plan_setting    P·T··C·······
commissioning:recruiting      P·T··CFN·····
commissioning:registration    P·T··C··I····
commissioning:review_risk     P·T··C·······
commissioning:setting         P·T··C··I····
commissioning:sufficiency     P·T··CFN·····
commissioning:tell_host       P·T··C·······
commissioning:visits          P·T··C··I····
commissioning:write_visit     P·T··C·······
homes:add                     P····C·······
homes:add_approval            P····C·······
homes:add_child               P············
homes:add_inspection          P····C·······
homes:add_provider            P····C·······
homes:address                 PST····NI····
homes:api-root                PST··CFNI····
homes:api_homes               PST··CFNI····
homes:ask                     P····C·······
homes:cancel                  P············
homes:change                  P····C·······
homes:change_approval         P····C·······
homes:change_provider         P····C·······
homes:close                   P····C·······
homes:concern                 PSTA···NI····
homes:download                PST··CFNI····
homes:download_template       P····C·······
homes:import                  P····C·······
homes:end                     P············
homes:history                 PST··CFNI····
homes:hold                    P············
homes:home                    PST··CFNI····
homes:lift                    P····C·······
homes:list                    PST··CFNI····
homes:ofsted                  P····C·······
homes:openapi-json            PST··CFNI····
homes:place                   P············
homes:provider                PST··CFNI····
homes:release                 P············
homes:revoke                  P····C·······
homes:stop                    P····C·······
homes:told                    P····C·······
performance:children          PSTAMCFNIL···
performance:compute           ·······N·····
performance:download          PSTAMCFNIL···
performance:measure           PSTAMCFNIL···
performance:measures          PSTAMCFNIL···
performance:scorecard         PSTAMCFNIL···
returns:accept                ·······N·····
returns:by_child              ··T····N·····
returns:by_table              ··T····N·····
returns:check_again           ·······N·····
returns:download              ··T····N·····
returns:finding               ··T····N·····
returns:findings              ··T····N·····
returns:list                  ··T····N·····
returns:new                   ·······N·····
returns:original              ·······N·····
returns:reopen                ·······N·····
returns:providers             ·······N·····
returns:remove_providers      ·······N·····
returns:replace               ·······N·····
returns:rules                 ··T····N·····
returns:upload                ··T····N·····
runs:list                     PSTAMCFNIL···
runs:run                      PSTAMCFNIL···
people:list                   ···········DY
people:person                 ···········DY
people:add                    ············Y
people:give_role              ············Y
people:end_role               ············Y
people:reopen                 ············Y
people:link                   ············Y
forecasting:list              ··T··CFN·L···
forecasting:run               ·····CFN·····
forecasting:forecast          ··T··CFN·L···
forecasting:download          ··T··CFN·L···
forecasting:report            ··T··CFN·L···
corporate_parenting:panel     PSTAMCFNIL···
corporate_parenting:report    PSTAMCFNIL···
corporate_parenting:download  PSTAMCFNIL···
governance:list               PSTAMCFNIL···
governance:add                ···A·········
governance:search             PSTAMCFNIL···
governance:group              PSTAMCFNIL···
governance:terms              PSTAMCFNIL···
governance:rates              PSTAMCFNIL···
governance:add_seat           PSTAMCFNIL···
governance:renew              PSTAMCFNIL···
governance:add_action         PSTAMCFNIL···
governance:plan               PSTAMCFNIL···
governance:schedule           PSTAMCFNIL···
governance:add_item           PSTAMCFNIL···
governance:propose            PSTAMCFNIL···
governance:register           PSTAMCFNIL···
governance:register_add       PSTAMCFNIL···
governance:register_change    PSTAMCFNIL···
governance:seat               PSTAMCFNIL···
governance:chair              PSTAMCFNIL···
governance:meeting            PSTAMCFNIL···
governance:pack               PSTAMCFNIL···
governance:attendance         PSTAMCFNIL···
governance:send               PSTAMCFNIL···
governance:close              PSTAMCFNIL···
governance:cancel             PSTAMCFNIL···
governance:minutes            PSTAMCFNIL···
governance:item               PSTAMCFNIL···
governance:decide             PSTAMCFNIL···
governance:presenter          PSTAMCFNIL···
governance:hear               PSTAMCFNIL···
governance:carry              PSTAMCFNIL···
governance:withdraw           PSTAMCFNIL···
governance:conflict           PSTAMCFNIL···
governance:add_paper          PSTAMCFNIL···
governance:paper              PSTAMCFNIL···
governance:replace_paper      PSTAMCFNIL···
governance:action             PSTAMCFNIL···
governance:recommendation     PSTAMCFNIL···
governance:move               PSTAMCFNIL···
governance:speak              PSTAMCFNIL···
governance:reply              PSTAMCFNIL···
forecasting:scenarios         ··T··CFN·L···
forecasting:new_scenario      ·····CFN·····
forecasting:scenario          ··T··CFN·L···
forecasting:rename_scenario   ·····CFN·····
forecasting:scenario_overflow ·····CFN·····
forecasting:change_lever      ·····CFN·····
forecasting:remove_lever      ·····CFN·····
forecasting:add_lever         ·····CFN·····
forecasting:scenario_places   ·····CFN·····
forecasting:scenario_money    ·····CFN·····
forecasting:remove_scenario   ·····CFN·····
forecasting:scenario_file     ··T··CFN·L···
forecasting:play_out          ·····CFN·····
forecasting:comparison        ··T··CFN·L···
forecasting:comparison_file   ··T··CFN·L···
forecasting:back_test         ··T··CFN·L···
forecasting:back_test_again   ·····CFN·····
forecasting:back_test_run     ··T··CFN·L···
forecasting:back_test_file    ··T··CFN·L···
forecasting:assumptions       ··T··CFN·L···
strategy:actions              PSTAMCFNIL···
strategy:add                  ·····C·······
strategy:add_kind             ·····C·······
strategy:add_year             ·····C·······
strategy:adopt                ·····C·······
strategy:case                 PSTAMCFNIL···
strategy:changes              PSTAMCFNIL···
strategy:close_concern        ·····C·······
strategy:concerns             PSTAMCFNIL···
strategy:decide_case          ·····C·······
strategy:download             PSTAMCFNIL···
strategy:draft                ·····C·······
strategy:edit                 ·····C·······
strategy:issue                ·····C·······
strategy:load                 ·····C·······
strategy:measures             PSTAMCFNIL···
strategy:money                ·····C·······
strategy:move                 ·····C·······
strategy:new_case             ·····C·······
strategy:new_concern          ·····C·······
strategy:new_report           ·····C·······
strategy:overview             PSTAMCFNIL···
strategy:plan                 PSTAMCFNIL···
strategy:report               PSTAMCFNIL···
strategy:reports              PSTAMCFNIL···
strategy:savings              PSTAMCFNIL···
strategy:send_up              ·····C·······
strategy:submit_case          ·····C·······
strategy:version              PSTAMCFNIL···
strategy:versions             PSTAMCFNIL···
strategy:workstream           PSTAMCFNIL···
evidence:asks                 PSTAMCFNIL···
evidence:gaps                 PSTAMCFNIL···
evidence:item                 PSTAMCFNIL···
evidence:keep_ask             ·····C·N·····
evidence:keep_gap             ·····C·N·····
evidence:keep_item            ·····C·N·····
evidence:keep_statement       ·····C·N·····
evidence:library              PSTAMCFNIL···
evidence:narrative            PSTAMCFNIL···
evidence:new_ask              ·····C·N·····
evidence:new_gap              ·····C·N·····
evidence:new_item             ·····C·N·····
evidence:new_statement        ·····C·N·····
evidence:policy               PSTAMCFNIL···
audit:events                  ···········DY
audit:download                ···········DY
audit:check                   ···········DY
"""

# Open to everyone, signed in or not: each view says why.
OPEN = """
ui:accessibility ui:health account_login account_logout account_inactive mfa_authenticate
socialaccount_login_cancelled socialaccount_login_error openid_connect_login openid_connect_callback
demo:people demo:become people:choose_password homes:confirm placements:asked
"""

# These exist only for who has set up a second step (tests/web/access/test_second_step.py).
LATER = {"mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"}

LETTERS = dict(zip("PSTAMCFNILVDY", ROLES, strict=True))


def addresses():
    """Every address by its full name: its view, and whether it has parts to fill in, as /returns/7/ has."""
    return {name: (view, has_parts) for name, view, has_parts in sorted(_walked(get_resolver().url_patterns))}


def _walked(patterns, space="", has_parts=False):
    for pattern in patterns:
        parts = has_parts or bool(pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern.callback, parts
        else:
            yield from _walked(
                pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space, parts
            )


def declarations():
    return {name: declaration_of(view) for name, (view, _) in addresses().items()}


def whole():
    """The addresses in the table that can be asked for as they are; the others are tried in the tests of their app."""
    return [name for name in expected() if name not in LATER and not addresses()[name][1]]


def expected():
    """The table above: address to the roles that reach it."""
    lines = (line.split() for line in WHO.strip().splitlines()[1:])
    return {name: {LETTERS[letter] for letter in who if letter != "·"} for name, who in lines}


def declared():
    """The same as the views and the roles have it."""
    return {
        name: {key for key, role in ROLES.items() if declaration.permission in role.permissions}
        for name, declaration in declarations().items()
        if declaration and declaration.permission
    }


@pytest.mark.parametrize("name", addresses())
def test_every_address_says_what_it_needs(name):
    assert declarations()[name], f"{name}: put @needs(...) or @open_to_all(...) on its view"


def test_what_is_open_to_everyone_is_listed_and_says_why():
    reasons = {name: d.open_because for name, d in declarations().items() if d and d.permission is None}
    assert set(reasons) == set(OPEN.split())
    assert all(reasons.values())


def test_the_table_of_who_reaches_what_is_whole():
    assert sorted(expected()) == sorted(declared())


@pytest.mark.parametrize("name", expected())
def test_each_address_is_reached_by_the_roles_in_the_table(name):
    assert declared()[name] == expected()[name]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_its_pages_and_no_others(role, signed_in):
    browser = signed_in(role)
    answers = {name: browser.get(reverse(name)).status_code for name in whole()}
    assert {name for name, code in answers.items() if code == 404} == {
        name for name in answers if role not in expected()[name]
    }
    assert max(answers.values()) < 500


@pytest.mark.django_db
def test_nobody_gets_in_without_signing_in(client):
    assert {client.get(reverse(name)).status_code for name in whole()} == {302}
    assert {client.post(reverse(name)).status_code for name in whole()} == {302}


def test_every_section_leads_to_a_page_that_its_permission_opens(signed_in):
    for role in ROLES:
        page = signed_in(role).get("/")
        for section in page.context["sections"]:
            assert declarations()[section.url_name].permission == section.permission
