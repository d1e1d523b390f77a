"""Doors to the fleet (its command line) and to the sandbox (its control end-points)."""
import json
import os
import subprocess
import urllib.request
from pathlib import Path

PASSERELLE = Path(__file__).parents[3] / ".build/release/passerelle"
KINDS = {"company": "companies", "deal": "deals", "contact": "contacts", "call": "calls", "meeting": "meetings", "email": "emails"}
DEPENDANTS = [kind for kind in KINDS if kind != "company"]


def passerelle(*arguments):
    """What the command prints; a failure ends the story with its message."""
    return subprocess.run([PASSERELLE, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def explained(kind, id):
    """What Passerelle says of a record, also when it knows nothing of it."""
    done = subprocess.run([PASSERELLE, "explain", kind, id], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout


def status():
    return json.loads(passerelle("status", "--json"))


def pairs():
    return [json.loads(line) for line in passerelle("list", "--json").splitlines() if line]


def http(base, path, method="GET", body=None):
    """One call to the sandbox; `base` is the setting that holds its address."""
    key = "HUBSPOT_ACCESS_TOKEN" if base == "HUBSPOT_BASE_URL" else "ARTIS_API_KEY"
    request = urllib.request.Request(
        os.environ[base] + path, method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + os.environ[key], "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def pace():
    """How fast HubSpot was called, as it saw it."""
    return http("HUBSPOT_BASE_URL", "/sandbox/rate?system=hubspot")["hubspot"]


def hubspot_records(kind):
    return http("HUBSPOT_BASE_URL", f"/sandbox/records/hubspot/{KINDS[kind]}")["records"]


def stage_labels():
    """{id: label} of the stages of all pipelines."""
    pipelines = http("HUBSPOT_BASE_URL", "/sandbox/records/hubspot/pipelines")["records"]
    return {stage["id"]: stage["label"] for pipeline in pipelines for stage in pipeline["stages"]}


def artis_record(collection, id):
    return http("ARTIS_BASE_URL", f"/sandbox/artis/{collection}/{id}")


def artis_creates(collection, fields):
    """As somebody at the ERP's own screens; answers the id."""
    return http("ARTIS_BASE_URL", f"/sandbox/artis/{collection}", "POST", {"champs": fields})["id"]


def trigger():
    """The lifecycle stage that artis.net names (R8)."""
    return http("ARTIS_BASE_URL", "/sandbox/artis/attendus")["declencheur"]


def expected():
    """{(kind, HubSpot id): {"state", "reason", "cas", "row", "rival"?}}: where each record of the data must stand."""
    kinds = http("ARTIS_BASE_URL", "/sandbox/artis/attendus")["fiches"]
    return {(kind, id): entry for kind, entries in kinds.items() for id, entry in entries.items()}
