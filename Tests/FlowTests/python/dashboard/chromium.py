"""Debian's Chromium, and what no page may ever do: an error on the console, a breach of the content security policy, a
call to anybody but the dashboard."""
import re
from urllib.parse import urlsplit

from playwright.sync_api import expect, sync_playwright

EXECUTABLE = "/usr/bin/chromium"
# Breaches are told to the page as an event; some appear nowhere else.
TELL_BREACHES = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`breach of ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));"""


class Chromium:
    def __init__(self, steps):
        self._hosts = set()
        self._faults = []
        self._excused = []
        steps.check(self.faults)

    def __enter__(self):
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox"])
        expect.set_options(timeout=15_000)
        return self

    def __exit__(self, *_):
        self._browser.close()
        self._playwright.stop()

    def own(self, dashboard):
        self._hosts.add(urlsplit(dashboard.address).netloc)

    def person(self, dashboard, **settings):
        """Somebody who opens the dashboard, with cookies of their own. French, unless they say otherwise."""
        given = {"locale": "fr-FR", "viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
        context = self._browser.new_context(base_url=dashboard.address, **given | settings)
        context.set_default_timeout(15_000)
        context.add_init_script(TELL_BREACHES)
        context.on("console", self._said)
        context.on("weberror", lambda error: self._faults.append(f"an exception: {error.error}"))
        context.on("request", self._called)
        return context.new_page()

    def excuse(self, pattern):
        """Errors of this kind are what a step is about."""
        self._excused.append(re.compile(pattern))

    def faults(self):
        """What has gone wrong since the last look."""
        faults, self._faults = self._faults, []
        return [fault for fault in faults if not any(pattern.search(fault) for pattern in self._excused)]

    def _said(self, message):
        if message.type == "error":
            self._faults.append(f"on the console: {message.text}")

    def _called(self, request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "about", "blob") and address.netloc not in self._hosts:
            self._faults.append(f"a call to {request.url}")
