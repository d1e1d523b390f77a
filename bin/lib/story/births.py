"""A prospect is entered in the ERP, with what hangs on it: all of it must appear in HubSpot (R9, R14)."""
import time

import arrivals
from memory import remember
from world import artis_creates, hubspot_records, stage_labels, trigger

NAME, SIRET = "Atelier du Pont-Neuf SARL", "29840617400011"  # a SIREN below those of the data
DEAL, MAIL, MEETING = "Refonte de l'atelier de coupe", "odile.marchand@pont-neuf.example", "Visite de l'atelier"


def one(kind, fits):
    """The only record that fits; None while there is none. Two would be one too many."""
    found = [record for record in hubspot_records(kind) if not record["archived"] and fits(record["properties"])]
    if len(found) > 1:
        raise SystemExit(f"✗ created twice in HubSpot: {kind} {', '.join(record['id'] for record in found)}")
    return found[0] if found else None


def company():
    return one("company", lambda properties: SIRET in (properties.get("SIRET"), properties.get("siret")))


def linked(record):
    """Does it hang on the company, and on nothing else?"""
    home = company()
    return home and list(record["links"].get("companies", {})) == [home["id"]]


def company_there():
    found = company()
    wanted = {"name": NAME, "city": "Toulouse", "synchro_artis": "true", "lifecyclestage": trigger()}
    if found and wanted.items() <= found["properties"].items():
        return f"company {found['id']} “{NAME}”: box ticked, lifecycle stage “{trigger()}”"


def deal_there():
    found = one("deal", lambda properties: properties.get("dealname") == DEAL)
    if found and found["properties"].get("synchro_artis") == "true" and linked(found):
        stage = stage_labels().get(found["properties"]["dealstage"])
        if stage == "Négociation":
            return f"deal {found['id']} “{DEAL}”: box ticked, stage “{stage}”, with its company"


def contact_there():
    found = one("contact", lambda properties: (properties.get("email") or "").lower() == MAIL)
    if found and found["properties"].get("synchro_artis") == "true" and linked(found):
        name = " ".join(found["properties"].get(part) or "" for part in ("firstname", "lastname"))
        return f"contact {found['id']} “{name}”: box ticked, with its company"


def meeting_there():
    found = one("meeting", lambda properties: properties.get("hs_meeting_title") == MEETING)
    if found and linked(found) and len(found["links"].get("deals", {})) == len(found["links"].get("contacts", {})) == 1:
        return f"meeting {found['id']} “{MEETING}”: with its company, deal and contact"


def run():
    tiers = artis_creates("tiers", {
        "raisonSociale": NAME, "siret": SIRET, "relation": "Prospect", "telephone": "05 61 00 00 01",
        "adresse1": "3 quai de la Daurade", "codePostal": "31000", "ville": "Toulouse", "pays": "France"})
    affaire = artis_creates("affaires", {
        "tiers": tiers, "intitule": DEAL, "montant": "48000.00", "statutAvantVente": "Négociation"})
    interlocuteur = artis_creates("interlocuteurs", {
        "tiers": tiers, "titre": "MME", "nom": "Marchand", "prenom": "Odile", "mail": MAIL, "fonction": "Gérante"})
    action = artis_creates("actions", {
        "tiers": tiers, "domaine": "Commerce", "type": "Rendez-vous", "motif": "Visite", "objet": MEETING,
        "date": time.strftime("%Y-%m-%dT09:00:00Z", time.gmtime()), "affaires": [affaire], "interlocuteurs": [interlocuteur]})
    began = time.monotonic()
    arrivals.shown(0, "artis.net", f"somebody enters prospect {tiers} “{NAME}”")
    arrivals.shown(0, "artis.net", f"  and, under it, affaire {affaire}, interlocuteur {interlocuteur}, action {action}")
    took = arrivals.wait(began, [
        ("HubSpot", f"the company of {tiers}", company_there, ("company", "artis:" + tiers)),
        ("HubSpot", f"the deal of {affaire}, with its company", deal_there, ("deal", "artis:" + affaire)),
        ("HubSpot", f"the contact of {interlocuteur}, with its company", contact_there, ("contact", "artis:" + interlocuteur)),
        ("HubSpot", f"the meeting of {action}, with deal and contact", meeting_there, ("activity", "artis:" + action))])
    if took is None:
        return 1
    remember(born=round(took, 1))
    return 0
