"""Two people edit one company at the same moment, each in a tool of their own: a merge, field by field (R24)."""
import json
import time

import arrivals
from memory import remember
from world import artis_record, expected, http, hubspot_records, pairs, passerelle

PHONE, ADDRESS = "05 56 00 00 02", "12 cours de l'Intendance"
SITES = {"HubSpot": "https://dit-par-hubspot.example", "artis.net": "https://dit-par-artis.example"}


def ordinary():
    """A company of the data that is in step, and no special case."""
    plain = {key for key, entry in expected().items() if entry["state"] == "synced" and not entry.get("rival")}
    return next(pair for pair in pairs() if pair["kind"] == "company" and ("company", pair["hubspot_id"]) in plain)


def run():
    pair = ordinary()
    id, tiers = pair["hubspot_id"], pair["artis_id"]

    def hubspot(name):
        return next(record["properties"].get(name) for record in hubspot_records("company") if record["id"] == id)

    def artis(name):
        return artis_record("tiers", tiers)["champs"].get(name)

    def phone_there():
        return artis("telephone") == PHONE and f"phone of {tiers} is {PHONE}, as HubSpot said"

    def address_there():
        return hubspot("address") == ADDRESS and f"address of company {id} is “{ADDRESS}”, as artis.net said"

    def site_settled():
        if not hubspot("website") == artis("siteInternet") == SITES["artis.net"]:
            return None
        kept = json.loads(passerelle("explain", "company", id, "--json"))["conflicts"]
        if any((conflict["hubspot"], conflict["artis"]) == tuple(SITES.values()) for conflict in kept):
            return "one website: artis.net wins (CONFLICT_WINS); the conflict is kept with both values"

    http("HUBSPOT_BASE_URL", f"/sandbox/hubspot/companies/{id}", "PATCH",
         {"properties": {"phone": PHONE, "website": SITES["HubSpot"]}})
    http("ARTIS_BASE_URL", f"/sandbox/artis/tiers/{tiers}", "PATCH",
         {"champs": {"adresse1": ADDRESS, "siteInternet": SITES["artis.net"]}})
    began, record = time.monotonic(), ("company", id)
    print()
    arrivals.shown(0, "HubSpot", f"somebody changes phone and website of company {id}")
    arrivals.shown(0, "artis.net", f"somebody changes address and website of the same one, tiers {tiers}")
    took = arrivals.wait(began, [
        ("artis.net", "the phone", phone_there, record), ("HubSpot", "the address", address_there, record),
        ("both", "one website, and the conflict", site_settled, record)])
    if took is None:
        return 1
    remember(crossed=round(took, 1))
    return 0
