"""Progress, line by line, until nothing is left to do."""
import subprocess
import time

from memory import path, recall, remember
from world import DEPENDANTS, KINDS, PASSERELLE, pace, status

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


def show(began, pairs, shown):
    """One line when something has moved since the line last shown; answers that line."""
    line = "".join(f"{cell(pairs, kinds):<34}" for kinds in COLUMNS.values())
    if line != shown:
        print(f"{time.monotonic() - began:5.0f} s {line}".rstrip(), flush=True)
    return line


def run(seconds):
    """Runs the backfill, and shows the fleet at work until it rests."""
    began, shown = time.monotonic(), None
    with open(path().with_name("backfill.log"), "w+") as log:
        backfill = subprocess.Popen([PASSERELLE, "backfill"], stdout=log, stderr=subprocess.STDOUT)
        print(f"{'':>8}" + "".join(f"{title:<34}" for title in COLUMNS).rstrip())
        while True:
            now = status()
            shown = show(began, now["pairs"], shown)
            if now["idle"] and backfill.poll() is not None:
                break
            if time.monotonic() - began > seconds:
                print(f"Not at rest after {seconds} seconds.")
                return 1
            time.sleep(0.5)
        if backfill.returncode:
            log.seek(0)
            print(log.read())
            return 1
    in_step = {kind: count(now["pairs"], [kind], "synced") for kind in KINDS}
    remember(seconds=round(time.monotonic() - began), calls=pace()["total"], in_step=in_step)
    return 0
