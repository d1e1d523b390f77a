"""How pages look: nothing wider than the screen, nothing that axe finds serious, and screenshots for people."""
import re

from axe_playwright_python.sync_playwright import Axe

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
LOOKS = [("fr", DESKTOP, "light"), ("en", DESKTOP, "dark"), ("fr", PHONE, "dark"), ("en", PHONE, "light")]

# What sticks out to the right, and the widest culprit.
OVERFLOW = """() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return null;
    const [worst] = [...document.body.querySelectorAll("*")].sort(
        (one, other) => other.getBoundingClientRect().right - one.getBoundingClientRect().right);
    return `${document.documentElement.scrollWidth} px on ${wide}: ${worst.outerHTML.slice(0, 200)}`;
}"""
IMPACTS = ("serious", "critical")


class Looks:
    def __init__(self, folder):
        self._axe = Axe()
        self._folder = folder
        # Findings that fail nothing: moderate and minor ones.
        self.remarks = set()

    def faults(self, page, name):
        """What is wrong with a page in this language, at both widths and in both schemes."""
        language = page.locator("html").get_attribute("lang")
        faults = []
        for _, size, scheme in [look for look in LOOKS if look[0] == language]:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            width = "phone" if size is PHONE else "desktop"
            where = f"{name} ({language}, {width}, {scheme})"
            page.screenshot(path=self._folder / f"{name}-{language}-{width}-{scheme}.png", full_page=True)
            sticking = page.evaluate(OVERFLOW)
            faults += [f"{where} scrolls sideways: {sticking}"] if sticking else []
            # On a phone the same elements stand in another order of lines: one language shows what that brings.
            faults += self._violations(page, where) if size is DESKTOP or language == "fr" else []
        page.set_viewport_size(DESKTOP)
        page.emulate_media(color_scheme="light")
        return faults

    def _violations(self, page, where):
        faults = []
        for violation in self._axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]:
            node = re.sub(r"\s+", " ", violation["nodes"][0]["html"])[:160]
            sentence = f"{violation['id']} ({violation['impact']}) {violation['help']}: {node}"
            if violation["impact"] in IMPACTS:
                faults.append(f"{where}: {sentence}")
            else:
                self.remarks.add(f"{where}: {sentence}")
        return faults
