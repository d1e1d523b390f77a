"""Is the story true? The sandbox knows where each record must stand, and when artis.net received what."""
from memory import recall
from world import expected, http

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


def written_too_early():
    """Dependants that artis.net received before the company they hang on (R13)."""
    writes = http("ARTIS_BASE_URL", "/sandbox/artis/ecritures")["elements"]
    companies = [write["sequence"] for write in writes if write["collection"] == "tiers" and write["auteur"] == "port"]
    first = min(companies, default=float("inf"))
    early = [w for w in writes if w["collection"] in COLLECTIONS and w["auteur"] == "port" and w["sequence"] < first]
    for write in early:
        yield f"{write['collection']} {write['id']} was written before any company"


def created_twice():
    seen = set()
    for write in http("ARTIS_BASE_URL", "/sandbox/artis/ecritures")["elements"]:
        if write["operation"] == "creation" and write["referenceExterne"]:
            if write["referenceExterne"] in seen:
                yield f"{write['referenceExterne']} was created twice"
            seen.add(write["referenceExterne"])


def off_pace(pace):
    # Transit and scheduling may bring one call in a thousand nearer than the delay less 20 ms.
    if pace["gaps_below"] > max(1, pace["total"] // 1000):
        yield f"{pace['gaps_below']} calls came nearer than 480 ms"
    if pace["largest_in_10s"] > 100:
        yield f"{pace['largest_in_10s']} calls in ten seconds"
    if pace["answered_429"]:
        yield f"HubSpot refused {pace['answered_429']} calls"


def faults(everything, status, pace):
    found = [*misplaced(everything), *written_too_early(), *created_twice(), *off_pace(pace)]
    synced = {(pair["kind"], pair["hubspot_id"]) for pair in everything if pair["state"] == "synced"}
    found += [f"{kind} {id} was never released" for kind, id in recall()["edited"] if (kind, id) not in synced]
    if not status["idle"]:
        found.append("something is still under way")
    if status["dead"] or status["repairs"]:
        found.append(f"{status['dead']} dead letters and {status['repairs']} repairs")
    return found
