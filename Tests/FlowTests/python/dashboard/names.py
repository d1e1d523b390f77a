"""Names that are more than names: markup, quotes, other directions, no end."""
import re

from playwright.sync_api import expect

from looks import DESKTOP, OVERFLOW, PHONE

NAMES = [
    '<script>alert("1")</script>', '"><img src=x onerror=alert(1)>', "L'Œuf & <b>fils</b> \"SARL\"",
    "شركة الاختبار \u202e المحدودة", "Rhododendron" * 25,
]


def show(office, page):
    people, sirets = office.people, office.given["sirets"]
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for name, siret in zip(NAMES, sirets):
        people.deal(people.company(name, siret, ticked=False), name)
    people.company(NAMES[0], sirets[len(NAMES)])
    with office.steps.step("names with markup, quotes or another direction are shown as text", page):
        page.goto("/waiting")
        for name in NAMES:
            expect(page.locator("tbody th").get_by_text(name, exact=True).first).to_be_visible()
        as_text(page, dialogs)
    with office.steps.step("so they are on a record's page, and in its title", page):
        page.goto("/records?kind=company&state=synced")
        page.get_by_role("link", name=NAMES[0]).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[0])
        assert page.title().startswith(NAMES[0]), page.title()
    with office.steps.step("so they are as words sought, and what they name is found: a company, and its deal", page):
        for name in NAMES:
            page.locator("#q").fill(name)
            page.get_by_role("button", name="Chercher").click()
            expect(page).to_have_url(re.compile("/search$"))
            expect(page.locator("tbody th").get_by_text(name, exact=True).nth(1)).to_be_visible()
            as_text(page, dialogs)
    with office.steps.step("so is a name without end", page):
        page.goto("/waiting")
        page.get_by_role("link", name=NAMES[-1]).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[-1])
        endless = page.url
    with office.steps.step("and none makes a page wider than the screen", page):
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            for path in ("/waiting", "/records", "/attention", endless):
                page.goto(path)
                sticking = page.evaluate(OVERFLOW)
                assert not sticking, f"{path}: {sticking}"


def as_text(page, dialogs):
    assert not dialogs, dialogs
    assert page.locator("main img, main b, main script").count() == 0, "markup became elements"
