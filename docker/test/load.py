"""People at work in both tools while containers come and go, and whether all of it arrived: nothing lost, nothing twice.

Usage: load.py work FILE     changes records until SIGTERM, then writes to FILE what must be found on the other side
       load.py judge [FILE]  says what is wrong; exit code 1 when something is
The settings are those of bin/demo's story; world.PASSERELLE is a command that reaches a container."""
import decimal
import itertools
import json
import os
import signal
import sys
import time
import urllib.error
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bin/lib/story"))
import judge  # noqa: E402
import world  # noqa: E402

world.PASSERELLE = os.environ["PASSERELLE"]
PAUSE = 2.0  # Twelve workers take changes one by one, and the fleet makes two calls to HubSpot a second: not more than that.


class Ended(Exception):
    pass


def end(*_):
    raise Ended


def luhn(root):
    total = 0
    for place, digit in enumerate(reversed(root)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return root + str(-total % 10)


def siret(number):
    """Of the `number`th company of the load: SIRENs below those of the data."""
    return luhn(luhn(f"{20_000_000 + number:08}") + "0001")


def in_step(kind):
    """Pairs of the data that are in step, and no special case."""
    plain = {key for key, entry in world.expected().items() if entry["state"] == "synced" and not entry.get("rival")}
    found = [pair for pair in world.pairs() if pair["kind"] == kind and (kind, pair["hubspot_id"]) in plain]
    # An affaire that is won or lost is locked: artis.net puts the amount back (R17).
    return [pair for pair in found[:40] if kind != "deal" or stage(pair) in ("Approche", "Négociation", "Conclusion")]


def stage(pair):
    return world.artis_record("affaires", pair["artis_id"])["champs"]["statutAvantVente"]


def siret_name():
    """As the account spells the property."""
    return next(name for record in world.hubspot_records("company") for name in ("SIRET", "siret")
                if record["properties"].get(name))


class Work:
    """Each record and field is changed on one side only, so that the last value is the truth."""

    def __init__(self):
        self.numbers = itertools.count(1)
        self.made = {"changed": {}, "born": []}
        self.property, self.stage = siret_name(), world.trigger()
        self.turns = itertools.cycle([
            *self.edits("deal", self.amount), self.born_in_artis, *self.edits("contact", self.job), *self.edits("company", self.phone),
            *self.edits("deal", self.amount), self.born_in_hubspot, *self.edits("contact", self.job)])

    def edits(self, kind, change):
        pairs = itertools.cycle(in_step(kind)[:20])
        return [lambda: change(next(pairs), next(self.numbers))] * 3

    def changed(self, system, kind, id, field, value):
        self.made["changed"][f"{system}/{kind}/{id}/{field}"] = value

    def amount(self, pair, number):
        value = f"{10_000 + number}.00"
        world.http("HUBSPOT_BASE_URL", f"/sandbox/hubspot/deals/{pair['hubspot_id']}", "PATCH", {"properties": {"amount": value}})
        self.changed("artis", "affaires", pair["artis_id"], "montant", value)

    def job(self, pair, number):
        value = f"Poste {number}"
        world.http("HUBSPOT_BASE_URL", f"/sandbox/hubspot/contacts/{pair['hubspot_id']}", "PATCH", {"properties": {"jobtitle": value}})
        self.changed("artis", "interlocuteurs", pair["artis_id"], "fonction", value)

    def phone(self, pair, number):
        value = f"05 56 {number // 100 % 100:02} {number % 100:02} 00"
        world.http("ARTIS_BASE_URL", f"/sandbox/artis/tiers/{pair['artis_id']}", "PATCH", {"champs": {"telephone": value}})
        self.changed("hubspot", "company", pair["hubspot_id"], "phone", value)

    def born_in_artis(self):
        number = next(self.numbers)
        world.artis_creates("tiers", {
            "raisonSociale": f"Née dans artis {number}", "siret": siret(number), "relation": "Prospect", "ville": "Pau", "pays": "France"})
        self.made["born"].append(siret(number))

    def born_in_hubspot(self):
        number = next(self.numbers)
        world.http("HUBSPOT_BASE_URL", "/sandbox/hubspot/companies", "POST", {"properties": {
            "name": f"Née dans HubSpot {number}", self.property: siret(number), "lifecyclestage": self.stage, "synchro_artis": "true"}})
        self.made["born"].append(siret(number))


def work(path):
    signal.signal(signal.SIGTERM, end)
    done = Work()
    try:
        while True:
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
            next(done.turns)()
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
            time.sleep(PAUSE)
    except Ended:
        Path(path).write_text(json.dumps(done.made))
    return 0


def alike(value, wanted):
    try:
        return decimal.Decimal(value) == decimal.Decimal(wanted)
    except (decimal.InvalidOperation, TypeError):
        return value == wanted


def lost(made):
    companies = {record["id"]: record["properties"] for record in world.hubspot_records("company")}
    for place, wanted in made["changed"].items():
        system, kind, id, field = place.split("/")
        found = companies[id].get(field) if system == "hubspot" else world.artis_record(kind, id)["champs"].get(field)
        if not alike(found, wanted):
            yield f"lost: {place} is {found}, not {wanted}"


def not_once(made):
    """Each company that was born on one side must stand exactly once on both."""
    def tally(values):
        found = {}
        for value in values:
            found[value] = found.get(value, 0) + 1
        return found

    hubspot = tally(record["properties"].get("SIRET") or record["properties"].get("siret")
                    for record in world.hubspot_records("company") if not record["archived"])
    artis = tally(record["champs"].get("siret") for record in world.http("ARTIS_BASE_URL", "/sandbox/artis/tiers")["elements"])
    for born in made["born"]:
        if (hubspot.get(born), artis.get(born)) != (1, 1):
            yield f"company {born}: {hubspot.get(born, 0)} times in HubSpot, {artis.get(born, 0)} in artis.net"


def faults(made):
    everything, status, pace = world.pairs(), world.status(), world.pace()
    writes = world.http("ARTIS_BASE_URL", "/sandbox/artis/ecritures")["elements"]
    yield from itertools.chain(
        judge.misplaced(everything), judge.written_too_early(writes), judge.created_twice(writes), judge.born_twice(),
        lost(made), not_once(made))
    for side in ("hubspot_id", "artis_id"):
        held = [(pair["kind"], pair[side]) for pair in everything if pair[side]]
        yield from (f"two pairs hold {key}" for key in set(held) if held.count(key) > 1)
    if not status["idle"] or status["dead"] or status["repairs"]:
        yield f"idle {status['idle']}, {status['dead']} dead letters, {status['repairs']} repairs"
    if pace["answered_429"] or pace["largest_in_10s"] > 22:
        yield f"{pace['largest_in_10s']} calls to HubSpot in ten seconds, {pace['answered_429']} refused"


def report(made):
    found = list(faults(made))
    print("\n".join(f"  ✗ {fault}" for fault in found[:20]))
    if found:
        return 1
    print(f"  ✓ {len(made['changed'])} changed fields and {len(made['born'])} new companies are on the other side, each once; "
          f"{world.pace()['total']} calls to HubSpot, at most {world.pace()['largest_in_10s']} in ten seconds")
    return 0


if __name__ == "__main__":
    nothing = {"changed": {}, "born": []}
    command, *rest = sys.argv[1:]
    if command == "work":
        sys.exit(work(*rest))
    sys.exit(report(json.loads(Path(rest[0]).read_text()) if rest else nothing))
