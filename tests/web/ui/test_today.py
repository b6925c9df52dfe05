def test_today_greets_the_person_by_first_name(signed_in):
    page = signed_in("analyst").get("/")
    assert page.status_code == 200
    assert ", Sam." in page.content.decode()
