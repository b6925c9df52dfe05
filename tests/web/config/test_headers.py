import re

PAGES = ["/accessibility/", "/sign-in/", "/demo/"]


def test_a_page_may_load_our_own_files_and_nothing_else(client, db):
    for page in PAGES:
        policy = client.get(page)["Content-Security-Policy"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'self'"
        assert re.fullmatch(r"'self' 'nonce-[^']+'", rules["script-src"])
        assert rules["frame-ancestors"] == rules["object-src"] == rules["base-uri"] == "'none'"
        assert "unsafe" not in policy


def test_every_script_and_style_on_a_page_carries_the_pages_nonce(client, db):
    for page in PAGES:
        answer = client.get(page)
        nonce = re.search(r"nonce-([^']+)'", answer["Content-Security-Policy"])[1]
        inline = re.findall(r"<(?:script|style)\b[^>]*>", answer.content.decode())
        assert inline
        assert all(f'nonce="{nonce}"' in tag for tag in inline)
        assert "style=" not in answer.content.decode()


def test_a_page_points_at_no_other_site(client, db):
    for page in PAGES:
        assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]+', client.get(page).content.decode())


def test_pages_of_signed_in_people_are_not_kept_by_the_browser(signed_in):
    assert signed_in("analyst").get("/")["Cache-Control"] == "private, no-store"


def test_pages_cannot_be_framed_and_say_little_of_where_one_came_from(client, db):
    answer = client.get("/accessibility/")
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_each_answer_has_a_number_by_which_it_is_found_in_the_log(client, db):
    numbers = {client.get("/health")["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3
