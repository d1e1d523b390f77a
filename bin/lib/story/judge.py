"""Is the story true? The sandbox knows where each record must stand, and when artis.net received what."""
import os

from memory import recall
from world import KINDS, expected, http, hubspot_records

COLLECTIONS = ("affaires", "interlocuteurs", "actions")


def stand(entry):
    return entry["state"], entry["reason"]


def misplaced(everything):
    standing = {(pair["kind"], pair["hubspot_id"]): stand(pair) for pair in everything if pair["hubspot_id"]}
    wanted = expected()
    for key, entry in wanted.items():
        found = standing.get(key)
        allowed = [stand(entry)]
        if entry.get("rival"):  # of two with one SIRET, either may have come first
            allowed.append(stand(wanted[key[0], entry["rival"]]))
        if found not in allowed and (entry["row"] or found is not None):
            yield f"{key[0]} {key[1]} ({entry['cas']}): {found or 'unknown to Passerelle'}, expected {allowed[0]}"


def written_too_early(writes):
    """Dependants that artis.net received before the company they hang on (R13)."""
    born = {write["id"]: write["sequence"] for write in writes if write["collection"] == "tiers"
            and write["operation"] == "creation"}
    for collection in COLLECTIONS:
        ours = {write["id"]: write["sequence"] for write in writes if write["collection"] == collection
                and write["operation"] == "creation" and write["auteur"] == "port"}
        for record in read(collection, list(ours)):
            if born.get(record["champs"]["tiers"], float("inf")) > ours[record["id"]]:
                yield f"{collection} {record['id']} was written before its company"


def read(collection, ids):
    for start in range(0, len(ids), 100):
        body = {"ids": ids[start:start + 100]}
        yield from http("ARTIS_BASE_URL", f"/v1/{collection}/lecture", "POST", body)["elements"]


def created_twice(writes):
    seen = set()
    for write in writes:
        if write["operation"] == "creation" and write["referenceExterne"]:
            if write["referenceExterne"] in seen:
                yield f"{write['referenceExterne']} was created twice"
            seen.add(write["referenceExterne"])


def born_twice():
    """Records of HubSpot that bear the same mark of ours."""
    for kind in KINDS:
        marks = [record["properties"].get("passerelle_ref") for record in hubspot_records(kind)]
        yield from (f"{mark} was created twice in HubSpot" for mark in set(marks) if mark and marks.count(mark) > 1)


def busy():
    """Does more work wait for this machine than it has processors? A permit is exact, but then its call starts late,
    and the next one comes that much nearer: one in fifty may, on a machine at rest one in a thousand."""
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def off_pace(pace):
    if not pace["total"]:
        yield "HubSpot saw no call"
    if pace["gaps_below"] > max(1, pace["total"] // (50 if busy() else 1000)):
        yield f"{pace['gaps_below']} calls came nearer than 480 ms"
    # Whatever the machine: a call at either end and every 500 ms between them, and one that was late.
    if pace["largest_in_10s"] > 22:
        yield f"{pace['largest_in_10s']} calls in ten seconds"
    if pace["answered_429"]:
        yield f"HubSpot refused {pace['answered_429']} calls"


def faults(everything, status, pace):
    writes = http("ARTIS_BASE_URL", "/sandbox/artis/ecritures")["elements"]
    found = [*misplaced(everything), *written_too_early(writes), *created_twice(writes), *born_twice(), *off_pace(pace)]
    synced = {(pair["kind"], pair["hubspot_id"]) for pair in everything if pair["state"] == "synced"}
    found += [f"{kind} {id} was never released" for kind, id in recall()["edited"] if (kind, id) not in synced]
    if not status["idle"]:
        found.append("something is still under way")
    if status["dead"] or status["repairs"]:
        found.append(f"{status['dead']} dead letters and {status['repairs']} repairs")
    return found
