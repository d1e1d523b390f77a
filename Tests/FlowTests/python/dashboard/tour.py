"""Every page, in both languages, at both widths, in both colour schemes; by keyboard alone."""
from playwright.sync_api import expect

from looks import PHONE, Looks
from office import PASSWORD
from signin import expect_heading

PAGES = ["", "attention", "waiting", "records", "queues", "dead", "limiter", "workers", "audit"]


def walk(office, town, page):
    languages(office, page)
    keyboard(office)
    looks = Looks(office.steps.folder)
    more = more_pages(page)
    # One of the pages is that of what does not exist.
    office.chromium.excuse(r"status of 404")
    for switch in ("English", "Français"):
        with office.steps.step(f"every page looks right, to people and to axe, on a desk and on a phone ({switch})", page):
            page.goto("/")
            page.get_by_role("button", name=switch).click()
            faults = [fault for name, path in more for fault in look(looks, page, name, path)]
            assert not faults, "\n  ".join(faults)
    with office.steps.step("so does the sign-in", page):
        for locale in ("fr-FR", "en-GB"):
            stranger = office.chromium.person(office.dashboard, locale=locale)
            stranger.goto("/sign-in")
            faults = looks.faults(stranger, "sign-in")
            assert not faults, "\n  ".join(faults)
    for remark in sorted(looks.remarks):
        print(f"  remark: {remark}", flush=True)


def look(looks, page, name, path):
    page.goto(path)
    return looks.faults(page, name)


def more_pages(page):
    """(name, path) of every page, those of one record, one letter and one question too."""
    pages = [(path or "overview", f"/{path}") for path in PAGES]
    for name, start, link in [
        ("record", "/records?kind=company&state=synced", "tbody th a"), ("waiting-record", "/records?state=waiting&kind=deal", "tbody th a"),
        ("letter", "/dead", "tbody th a"),
    ]:
        page.goto(start)
        pages.append((name, page.locator(link).first.get_attribute("href")))
    return pages + [
        ("question", "/queues/deal/pause"), ("resume", "/queues/deal/resume"), ("repairs", "/repairs"),
        ("nothing", "/nothing"), ("search", "/search"),
        ("retry-all", "/attention/retry?reason=SIRET_MISSING"),
    ]


def languages(office, page):
    with office.steps.step("French or English, as the browser asks or as one chooses", page):
        english = office.chromium.person(office.dashboard, locale="en-GB")
        english.goto("/sign-in")
        expect(english.get_by_label("Password")).to_be_visible()
        assert english.locator("html").get_attribute("lang") == "en"
        page.goto("/waiting")
        page.get_by_role("button", name="English").click()
        expect_heading(page, "Companies that others wait for")
        assert page.url.endswith("/waiting") and page.locator("html").get_attribute("lang") == "en"
        page.reload()
        expect_heading(page, "Companies that others wait for")
        page.get_by_role("button", name="Français").click()
        expect_heading(page, "Entreprises attendues")


def keyboard(office):
    page = office.chromium.person(office.dashboard, viewport=PHONE)
    press = page.keyboard.press
    with office.steps.step("by keyboard alone: sign in", page):
        page.goto("/sign-in")
        expect(page.get_by_label("Mot de passe")).to_be_focused()
        page.keyboard.type(PASSWORD)
        press("Enter")
        expect_heading(page, "Vue d’ensemble")
    with office.steps.step("by keyboard alone: the first key leads past the navigation, the next ones to the search", page):
        press("Tab")
        expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "no visible focus"
        press("Enter")
        expect(page.locator("#main")).to_be_focused()
        page.goto("/attention")
        for _ in range(3):
            press("Tab")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("garage perrin")
        press("Enter")
        expect_heading(page, "Garage Perrin")
    with office.steps.step("by keyboard alone: retry a record, and the focus stays where it is while the page refreshes", page):
        button = page.get_by_role("main").get_by_role("button", name="Réessayer")
        tab_to(page, button)
        with page.expect_response(lambda answer: "x-part" in answer.request.headers):
            pass
        expect(button).to_be_focused()
        press("Enter")
        expect(page.get_by_role("status").filter(has_text="1 fiche")).to_be_visible()


def tab_to(page, target):
    for _ in range(60):
        if target.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("no key leads there")
