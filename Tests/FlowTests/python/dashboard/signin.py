"""The sign-in, as a person does it."""
from playwright.sync_api import expect

from office import PASSWORD


def sign_in(page, name="Camille", password=PASSWORD):
    page.goto("/sign-in")
    type_in(page, name, password)


def type_in(page, name, password):
    page.get_by_label("Votre nom").fill(name)
    page.get_by_label("Mot de passe").fill(password)
    page.get_by_role("button", name="Se connecter").click()


def expect_heading(page, text):
    expect(page.get_by_role("heading", level=1, name=text)).to_be_visible()
