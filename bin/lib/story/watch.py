"""Progress, line by line, until nothing is left to do."""
import time

from memory import recall, remember
from world import DEPENDANTS, status

COLUMNS = {"companies": ["company"], "deals": ["deal"], "contacts": ["contact"], "activities": ["call", "meeting", "email"]}
TO_DO = ("pending", "retrying")


def count(pairs, kinds, *states):
    return sum(pairs.get(kind, {}).get(state, 0) for kind in kinds for state in states)


def cell(pairs, kinds):
    synced, waiting, to_do = (count(pairs, kinds, *states) for states in (["synced"], ["waiting"], TO_DO))
    words = [f"{synced} synced"] + [f"{n} {word}" for n, word in ((waiting, "waiting"), (to_do, "to do")) if n]
    return ", ".join(words)


def await_waiting(seconds=30):
    """Until every edited record has been parked: its company is not synced."""
    wanted, end = len(recall()["edited"]), time.monotonic() + seconds
    while (waiting := count(status()["pairs"], DEPENDANTS, "waiting")) < wanted:
        if time.monotonic() > end:
            print(f"Only {waiting} of {wanted} edited records wait for their company.")
            return 1
        time.sleep(0.3)
    remember(waited=waiting)
    print(f"{waiting} records wait for their company (COMPANY_NOT_SYNCED): nothing was written to artis.net.")
    return 0


def run(seconds):
    began, shown, companies_first = time.monotonic(), None, None
    print(f"{'':>7}" + "".join(f"{title:<34}" for title in COLUMNS))
    while True:
        now = status()
        line = "".join(f"{cell(now['pairs'], kinds):<34}" for kinds in COLUMNS.values())
        if line != shown:
            print(f"{time.monotonic() - began:5.0f} s {line}".rstrip(), flush=True)
            shown = line
        if companies_first is None and count(now["pairs"], ["company"], "synced"):
            companies_first = count(now["pairs"], DEPENDANTS, "synced")
        if now["idle"]:
            break
        if time.monotonic() - began > seconds:
            print(f"Not idle after {seconds} seconds.")
            return 1
        time.sleep(0.5)
    remember(seconds=round(time.monotonic() - began))
    return 0
