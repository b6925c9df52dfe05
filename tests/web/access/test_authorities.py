from factories.people import AuthorityFactory, MembershipFactory


def test_one_who_serves_two_authorities_chooses_between_them(signed_in):
    browser = signed_in("analyst")
    MembershipFactory(
        user=browser.user, authority=AuthorityFactory(code="E09000001", name="Zedshire"), role="councillor"
    )
    assert "Testshire" in masthead(browser)
    browser.post("/authority/", {"authority": "E09000001"})
    assert "Zedshire" in masthead(browser)
    assert "Councillor" in masthead(browser)


def test_nobody_acts_for_an_authority_without_a_role_there(signed_in):
    AuthorityFactory(code="E09000001")
    assert signed_in("analyst").post("/authority/", {"authority": "E09000001"}).status_code == 404


def test_a_role_elsewhere_opens_nothing_here(signed_in):
    browser = signed_in("analyst")
    MembershipFactory(
        user=browser.user, authority=AuthorityFactory(name="Zedshire"), role="data_protection_officer"
    )
    assert browser.get("/record-of-use/").status_code == 404


def test_the_councils_colour_reaches_the_page(signed_in, authority):
    authority.colour = "#5b2c6f"
    authority.save()
    assert "--council: #5b2c6f" in signed_in("analyst").get("/").content.decode()


def masthead(browser):
    page = browser.get("/").content.decode()
    return page[page.index("<header") : page.index("</header>")]
