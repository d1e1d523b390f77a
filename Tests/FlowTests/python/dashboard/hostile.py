"""Those who mean no good, and days that are not good."""
import http.server
import re
import threading
from urllib.parse import urlsplit

from playwright.sync_api import expect

import crowd
import names
from office import PASSWORD
from signin import expect_heading, sign_in, type_in

STRANGER = {"extra_http_headers": {"X-Forwarded-For": "203.0.113.9"}}


def tell(office):
    page = office.chromium.person(office.dashboard)
    strangers(office, office.chromium.person(office.dashboard, **STRANGER))
    with office.steps.step("sign in", page):
        sign_in(page)
        expect_heading(page, "Vue d’ensemble")
    forgeries(office, page)
    names.show(office, page)
    crowd.show(office, page)
    outage(office, page)
    replicas(office, page)
    signing_out(office, page)
    secrets_in_logs(office, page)


def strangers(office, page):
    office.chromium.excuse(r"status of (401|429)")
    with office.steps.step("a stranger is led to the sign-in, whatever they ask for", page):
        for path in ("/", "/records", "/audit", "/records/deal/1", "/nothing"):
            page.goto(path)
            assert urlsplit(page.url).path == "/sign-in", page.url
            assert page.locator("nav").count() == 0
    with office.steps.step("a wrong password is told, and guessed on it is refused", page):
        for _ in range(5):
            type_in(page, "Mallory", "guess")
            expect(page.get_by_role("alert")).to_have_text("Ce mot de passe n’est pas le bon.")
        # Each further one doubles the wait, which the first ones may outlive on a busy machine.
        for _ in range(8):
            type_in(page, "Mallory", "guess")
            expect(page.get_by_role("alert")).not_to_be_empty()
            if "Trop" in page.get_by_role("alert").inner_text():
                break
        expect(page.get_by_role("alert")).to_contain_text("Trop de mots de passe faux : réessayez dans")
    with office.steps.step("then not even the right one opens, until the wait is over", page):
        answer = page.request.post("/sign-in", form={"password": PASSWORD}, max_redirects=0)
        while answer.status == 401 or "retry-after" not in answer.headers:
            answer = page.request.post("/sign-in", form={"password": "guess"}, max_redirects=0)
        assert answer.status == 429 and int(answer.headers["retry-after"]) >= 1, answer.status


def forgeries(office, page):
    office.chromium.excuse(r"status of 403")
    with office.steps.step("a form of another site is refused, though the cookie comes along", page):
        with stranger_page(office) as address:
            page.goto(address)
            with page.expect_navigation():
                page.get_by_role("button").click()
        expect_heading(page, "Action refusée")
    with office.steps.step("a form with another token is refused, and nothing is searched", page):
        page.goto("/")
        page.locator("form[role=search] input[name=token]").evaluate("(input) => { input.value = 'coucou' }")
        search(page, "4101")
        expect_heading(page, "Action refusée")
    with office.steps.step("a form of another session is refused", page):
        other = office.chromium.person(office.dashboard)
        sign_in(other, "Dominique")
        token = other.locator("form[role=search] input[name=token]").get_attribute("value")
        page.goto("/")
        page.locator("form[role=search] input[name=token]").evaluate("(input, token) => { input.value = token }", token)
        search(page, "4101")
        expect_heading(page, "Action refusée")
    with office.steps.step("a form over 16 KiB is refused in words", page):
        office.chromium.excuse(r"status of 413")
        page.goto("/")
        page.locator("#q").evaluate("(input) => { input.removeAttribute('maxlength'); input.value = 'x'.repeat(20000) }")
        page.get_by_role("button", name="Chercher").click()
        expect_heading(page, "Formulaire illisible")


def outage(office, page):
    office.chromium.excuse(r"ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED")
    with office.steps.step("a dashboard that is gone is told on the page, with since when", page):
        page.goto("/")
        banner = page.locator("#banner")
        expect(banner).to_be_hidden()
        office.dashboard.stop()
        expect(banner).to_contain_text(re.compile(r"Plus de réponse du tableau de bord depuis \d\d:\d\d:\d\d"))
    with office.steps.step("it comes back: the page goes on by itself, and so does the session", page):
        office.dashboard.start()
        expect(banner).to_be_hidden()
        page.reload()
        expect_heading(page, "Vue d’ensemble")


def replicas(office, page):
    with office.steps.step("a second dashboard knows the session of the first", page):
        replica = office.replica()
        page.goto(replica.address + "/")
        expect_heading(page, "Vue d’ensemble")
        expect(page.get_by_text("Camille")).to_be_visible()
        page.goto(office.dashboard.address + "/")


def signing_out(office, page):
    with office.steps.step("signed out, the old cookie opens nothing any more", page):
        kept = page.context.cookies()
        page.get_by_role("button", name="Se déconnecter").click()
        expect(page.get_by_label("Mot de passe")).to_be_visible()
        page.context.add_cookies(kept)
        page.goto("/")
        expect(page.get_by_label("Mot de passe")).to_be_visible()
    with office.steps.step("whoever comes by a link is led there once signed in", page):
        page.goto("/waiting")
        type_in(page, "Camille", PASSWORD)
        expect_heading(page, "Entreprises attendues")


def secrets_in_logs(office, page):
    with office.steps.step("no password, cookie or search stands in the log", page):
        words = office.dashboard.words()
        for secret in (PASSWORD, "guess", "coucou", "Mallory", "foule"):
            assert secret not in words, f"{secret} in the log"


def search(page, text):
    page.locator("#q").fill(text)
    page.get_by_role("button", name="Chercher").click()


class stranger_page:
    """A page of somebody else on this machine: to browsers the same site, so that cookies come along, but another origin."""

    def __init__(self, office):
        self._office = office

    def __enter__(self):
        target = self._office.dashboard.address
        markup = f'<form method="post" action="{target}/search"><input name="q" value="x"><button>Gagnez !</button></form>'

        class Page(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(markup.encode())

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        address = f"127.0.0.1:{self._server.server_port}"
        self._office.chromium.excuse(re.escape(f"a call to http://{address}/"))
        return f"http://{address}/"

    def __exit__(self, *_):
        self._server.shutdown()
