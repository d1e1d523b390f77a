"""Thousands of records, put into the database before: every list is bounded and quick, and leads on."""
import time

from playwright.sync_api import expect

LARGEST = 400_000
LONGEST = 10


def show(office, page):
    with office.steps.step("with thousands of records every page is bounded, and quick", page):
        for path in ("/", "/attention", "/waiting", "/records", "/records?state=waiting", "/records?state=blocked", "/queues",
                     "/limiter", "/workers", "/dead", "/audit"):
            begun = time.monotonic()
            answer = page.goto(path)
            seconds, size = time.monotonic() - begun, len(answer.body())
            assert size < LARGEST and seconds < LONGEST, f"{path}: {size} bytes, {seconds:.1f} s"
            assert page.locator("tbody tr").count() <= 120, path
    with office.steps.step("a list leads on to its next page and back to the start", page):
        page.goto("/records?kind=contact&state=blocked")
        first = page.locator("tbody th a").first.inner_text()
        page.get_by_role("link", name="Suite").click()
        expect(page.locator("tbody th a").first).not_to_have_text(first)
        page.get_by_role("link", name="Au début").click()
        expect(page.locator("tbody th a").first).to_have_text(first)
    with office.steps.step("a question names their number before they are all tried again", page):
        page.goto("/attention")
        page.locator("section").filter(has=page.locator("code", has_text="NAME_MISSING")).get_by_role("link", name="Tout réessayer").click()
        expect(page.get_by_role("main")).to_contain_text("3\u202f000 fiche")
    with office.steps.step("a search among them is bounded, too", page):
        page.locator("#q").fill("foule")
        page.get_by_role("button", name="Chercher").click()
        expect(page.locator("tbody tr")).to_have_count(50)
