"""A day with the dashboard: what somebody who runs Passerelle does, in French, in one browser."""
import re

from playwright.sync_api import expect

import tour
from signin import expect_heading, sign_in
from town import Town

LABELS = [("MME", 1), ("M", 2), ("ME", 3), ("DR", 4)]


def tell(office):
    town = Town(office.people, office.given["sirets"])
    page = office.chromium.person(office.dashboard)
    with office.steps.step("sign in", page):
        sign_in(page)
        expect_heading(page, "Vue d’ensemble")
    find(office, town, page)
    understand(office, town, page)
    release(office, town, page)
    retry(office, town, page)
    discard(office, page)
    pause(office, town, page)
    programs(office, page)
    audit(office, page)
    tour.walk(office, town, page)


def look_for(page, text):
    page.get_by_role("searchbox", name="Chercher une fiche").fill(text)
    page.get_by_role("button", name="Chercher").click()


def open_page(page, name):
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()


def state(page):
    """The state that a record's page tells first."""
    return page.get_by_role("region", name="Où en est la fiche").locator("dd").first


def find(office, town, page):
    with office.steps.step("what waits is told without reloading, as soon as the fleet knows it", page):
        open_page(page, "En attente")
        for name in ("Menuiserie Le Gall", "Fromagerie du Jura"):
            expect(page.get_by_role("row").filter(has_text=name)).to_be_visible()
    for words, sought in [
        ("escalier chene", "Escalier en chêne massif"), ("Tanguy", "Soizic Tanguy"),
        ("SOIZIC.TANGUY@legall.example", "Soizic Tanguy"), (spaced(town.legall_siret), "Menuiserie Le Gall"),
        (town.stairs, "Escalier en chêne massif"),
    ]:
        with office.steps.step(f"find “{sought}” by {'its id' if words.isdigit() else words}", page):
            look_for(page, words)
            expect(page.get_by_text(sought).first).to_be_visible()
            assert "q=" not in page.url and "legall" not in page.url, page.url
    with office.steps.step("find a synced company by its id in artis", page):
        open_page(page, "Fiches")
        expect(page.get_by_role("row").filter(has_text="Établissements Durand").filter(has_text="synchronis").first).to_be_visible()
        look_for(page, town.artis_id(town.durand_siret))
        expect_heading(page, "Établissements Durand")


def spaced(siret):
    return f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"


def understand(office, town, page):
    with office.steps.step("a waiting deal says why it waits, for which company, and what to do", page):
        look_for(page, "Escalier")
        expect_heading(page, "Escalier en chêne massif")
        expect(state(page)).to_contain_text("en attente")
        awaited = page.get_by_role("region", name=re.compile("attend"))
        expect(awaited.get_by_role("link", name="Menuiserie Le Gall")).to_be_visible()
        expect(awaited).to_contain_text("synchro_artis")


def release(office, town, page):
    with office.steps.step("its company's box is ticked in HubSpot: the deal goes, without reloading", page):
        page.evaluate("window.stayed = true")
        office.people.edit("companies", town.legall, synchro_artis="true")
        expect(state(page)).to_contain_text("synchronis")
        assert page.evaluate("window.stayed"), "the page was loaded anew"
        assert town.artis_id(town.legall_siret), "no tiers in artis"
    with office.steps.step("and its company is not waited for any more", page):
        open_page(page, "En attente")
        expect(page.get_by_role("row").filter(has_text="Fromagerie du Jura")).to_be_visible()
        expect(page.get_by_role("row").filter(has_text="Menuiserie Le Gall")).to_have_count(0)


def retry(office, town, page):
    with office.steps.step("what is blocked is grouped by reason, with the remedy", page):
        open_page(page, "À traiter")
        sirets = page.locator("section").filter(has=page.locator("code", has_text="SIRET_MISSING"))
        for name in ("Garage Perrin", "Fleurs de Nice", "Boulangerie Faure"):
            expect(sirets.get_by_role("row").filter(has_text=name)).to_be_visible()
        expect(sirets).to_contain_text("Que faire")
        civilities = page.locator("section").filter(has=page.locator("code", has_text="CIVILITE_UNKNOWN"))
        for name in ("Anne Morel", "Anne Girard"):
            expect(civilities.get_by_role("row").filter(has_text=name)).to_be_visible()
    with office.steps.step("artis learns the civilité; all of the reason are tried again, after a question with their number", page):
        labels = [{"position": position, "code": code, "libelle": code} for code, position in LABELS]
        office.people.artis("PUT", "tables-de-libelles/qualite-personne", {"libelles": labels})
        civilities.get_by_role("link", name="Tout réessayer").click()
        expect(page.get_by_role("main")).to_contain_text("Réessayer 2 fiches")
        page.get_by_role("main").get_by_role("button", name="Réessayer").click()
        expect(page.get_by_role("status").filter(has_text="2 fiches")).to_be_visible()
        # Tables of artis are fetched anew at most every 15 seconds: who is quicker presses again.
        while not town.knows("Morel", "Girard"):
            if civilities.count():
                page.goto("/attention/retry?reason=CIVILITE_UNKNOWN")
                page.get_by_role("main").get_by_role("button", name="Réessayer").click()
            page.wait_for_timeout(500)
        open_page(page, "À traiter")
        expect(sirets).to_be_visible()
        expect(civilities).to_have_count(0)
    with office.steps.step("one record is tried again by itself, and stays blocked", page):
        row = sirets.get_by_role("row").filter(has_text="Garage Perrin")
        row.get_by_role("button", name="Réessayer").click()
        expect(page.get_by_role("status").filter(has_text="1 fiche")).to_be_visible()
        expect(row).to_be_visible()


def discard(office, page):
    with office.steps.step("a message that nobody can read is put aside, and told", page):
        office.people.publish("deal.live", '{"v":1,"kind":"devis <b>","system":"hubspot"}')
        office.people.publish("contact.live", "rien")
        open_page(page, "Messages écartés")
        expect(page.get_by_role("row")).to_have_count(3)
    with office.steps.step("its bytes are shown as text; thrown away, it is gone", page):
        page.get_by_role("row").filter(has_text="deal").get_by_role("link").first.click()
        expect(page.locator("pre")).to_contain_text("devis <b>")
        page.get_by_role("main").get_by_role("button", name="Jeter").click()
        expect(page.get_by_role("status").filter(has_text="1 message")).to_be_visible()
        expect(page.get_by_role("row")).to_have_count(2)


def pause(office, town, page):
    with office.steps.step("companies are paused, after a question, and the whole fleet stops working on them", page):
        open_page(page, "Files")
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="entreprise"))
        row.get_by_role("link", name="Mettre en pause").click()
        page.get_by_role("main").get_by_role("button", name="Mettre en pause").click()
        expect(row).to_contain_text("en pause")
        expect(row).to_contain_text("Camille")
        office.people.edit("companies", town.durand, phone="0123456789")
        office.people.change_in_artis("tiers", town.artis_id(town.durand_siret), telephone="0199999999")
        expect(row.get_by_role("cell").first).to_have_text("1")
    with office.steps.step("read live, both sides of a record show what differs", page):
        look_for(page, "Durand")
        expect_heading(page, "Établissements Durand")
        page.get_by_role("button", name="Lire les deux outils maintenant").click()
        phone = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Téléphone"))
        expect(phone).to_contain_text("changé dans HubSpot, changé dans artis.net")
        expect(page.get_by_role("region", name="Désaccords")).to_have_count(0)
    with office.steps.step("resumed after a question, the fleet goes on; the conflict and who won appear on the record's page", page):
        open_page(page, "Files")
        row.get_by_role("link", name="Reprendre").click()
        page.get_by_role("main").get_by_role("button", name="Reprendre").click()
        expect(row).to_contain_text("en service")
        look_for(page, "Durand")
        expect(page.get_by_role("region", name="Désaccords").get_by_role("row").filter(has_text="Téléphone")).to_contain_text("artis.net")
        expect(state(page)).to_contain_text("synchronis")


def programs(office, page):
    with office.steps.step("the programs say what they do at this moment", page):
        open_page(page, "Programmes")
        expect(page.get_by_role("row").filter(has_text="ingest")).to_contain_text(
            re.compile(r"changements dans HubSpot \(.*transaction.*\)"))


def audit(office, page):
    with office.steps.step("all that was done by hand stands in the audit, by the name signed in", page):
        open_page(page, "Journal")
        # A retry of two or more, one of one, a discard, a pause and its end.
        expect(page.get_by_role("row").filter(has_text="Camille").nth(4)).to_be_visible()
        expect(page.get_by_role("row").filter(has_text="CIVILITE_UNKNOWN").first).to_be_visible()
