"""Somebody works in HubSpot, before any company has been looked at."""
import os

from memory import remember
from world import KINDS, expected, http

EDITS = {"deal": {"amount": "12500"}, "contact": {"jobtitle": "Directrice des achats"}}
PER_KIND = 4


def run():
    http("HUBSPOT_BASE_URL", "/sandbox/webhooks", "POST", {
        "url": "http://" + os.environ["INGEST_LISTEN"] + "/webhooks/hubspot",
        "secret": os.environ["HUBSPOT_WEBHOOK_SECRET"], "enabled": True})
    edited = []
    for kind, properties in EDITS.items():
        ready = [id for (of, id), entry in expected().items() if of == kind and entry["state"] == "synced"]
        for id in ready[:PER_KIND]:
            http("HUBSPOT_BASE_URL", f"/sandbox/hubspot/{KINDS[kind]}/{id}", "PATCH", {"properties": properties})
            edited.append([kind, id])
    remember(edited=edited)
    print(f"{len(edited)} records edited; HubSpot tells the receiver through signed webhooks.")
