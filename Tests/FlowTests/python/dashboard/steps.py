"""The steps of a tale: a line each, with the seconds it took. The one that fails keeps a screenshot."""
import re
import sys
import time
from contextlib import contextmanager


class Steps:
    def __init__(self, folder, tale):
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self._tale = tale
        self._checks = []

    def check(self, look):
        """Asked after every step for what has gone wrong meanwhile: a list of sentences."""
        self._checks.append(look)

    @contextmanager
    def step(self, sentence, page):
        begun = time.monotonic()
        try:
            yield
            wrong = [fault for look in self._checks for fault in look()]
            assert not wrong, "; ".join(wrong)
        except (Exception, SystemExit) as error:
            told = str(error).split("Aria snapshot")[0].strip()
            print(f"✗ {sentence}\n  {told}\n  at {page.url}, see {self._keep(sentence, page)}", flush=True)
            print(f"  {self._text(page)}", flush=True)
            sys.exit(1)
        print(f"✓ {sentence} ({time.monotonic() - begun:.1f} s)", flush=True)

    def _keep(self, sentence, page):
        name = re.sub(r"\W+", "-", sentence).strip("-")[:60]
        path = self.folder / f"failed-{self._tale}-{name}.png"
        try:
            page.screenshot(path=path, full_page=True, timeout=5000)
        except Exception as error:
            return f"no screenshot: {error}"
        return path

    def _text(self, page):
        """What the page says, for a log that shows no pictures."""
        try:
            return " ".join(page.locator("body").inner_text(timeout=2000).split())[:1500]
        except Exception:
            return "the page has no text"
