"""What happened, in words that a newcomer understands; fails when the story is not true."""
import collections

import judge
from memory import recall
from world import DEPENDANTS, KINDS, expected, pace, pairs, status

# What each reason means, for somebody who has not read the rules.
REASONS = {
    "SIRET_MISSING": "the company has no SIRET", "SIRET_INVALID": "its SIRET has a wrong length or check digit",
    "SIRET_DUPLICATE": "another company already holds this SIRET",
    "LIFECYCLE_NOT_REACHED": "its lifecycle stage is not the one set in artis.net",
    "SYNC_NOT_REQUESTED": "nobody ticked synchro_artis", "COMPANY_NOT_SYNCED": "its company is not synced",
    "NO_COMPANY": "it hangs on no company", "CIVILITE_UNKNOWN": "its civilité is not in artis.net's table",
    "NAME_MISSING": "a name that artis.net requires is empty", "STAGE_UNKNOWN": "its stage has no counterpart in artis.net",
    "OTHER_PIPELINE": "it is in another pipeline", "ACTION_UNMAPPED": "no row of the decision table fits it",
    "COMPANY_AMBIGUOUS": "several companies, and no rule to choose", "CONTACT_DUPLICATE": "its e-mail is held elsewhere",
}


def table(rows):
    """Words to the left, one figure to the right."""
    words, figures = (max(len(str(cell)) for cell in column) for column in zip(*rows))
    for word, figure in rows:
        print(f"  {word:<{words}}  {figure:>{figures}}")


def synced(everything):
    print("In step between HubSpot and artis.net:")
    tally = collections.Counter(pair["kind"] for pair in everything if pair["state"] == "synced")
    table([(plural, tally[kind]) for kind, plural in KINDS.items()])


def stayed_out(everything):
    print("\nStayed out, and why (not eligible: nobody asked; waiting: comes by itself; blocked: somebody must act):")
    tally = collections.Counter((pair["state"], pair["reason"]) for pair in everything if pair["state"] != "synced")
    for (state, reason), number in sorted(tally.items(), key=lambda item: -item[1]):
        print(f"  {number:>4}  {state.replace('_', ' '):<13} {reason or '':<23} {REASONS.get(reason, '')}".rstrip())
    silent = sum(not entry["row"] for entry in expected().values())
    print(f"  {silent:>4}  never asked for (box not ticked, or of a company that nobody asked for): Passerelle keeps no row of them")


def per_record_calls(in_step):
    """Calls of a connector without batches: a company is read, and its five associations listed; a dependant is read,
    and its company looked up."""
    return 6 * in_step["company"] + 2 * sum(in_step[kind] for kind in DEPENDANTS)


def calls(seen):
    """`seen`: what HubSpot says of its calls."""
    first = recall()["calls"]
    print("\nCalls to HubSpot, as it saw them:")
    table([
        ("for the first synchronisation, by the whole fleet", first),
        ("for the same, by a connector that works record by record", per_record_calls(recall()["in_step"])),
        ("since then: what was born or edited on either side, and looking for it", seen["total"] - first),
        ("most in any 10 seconds (HubSpot allows 100)", seen["largest_in_10s"]),
        ("smallest gap between two, in ms (artis.net asks for 500)", round(seen["smallest_gap_ms"] or 0)),
        ("refused for their pace (429)", seen["answered_429"])])
    if seen["gaps_below"] and judge.busy():
        print(f"  (This machine is busy: {seen['gaps_below']} of them started late, so that the next came nearer than 480 ms.)")


def run():
    everything = pairs()
    synced(everything)
    stayed_out(everything)
    seen, known = pace(), recall()
    calls(seen)
    print(f"\n{known['waited']} deals and contacts came before their company: parked, released when it was synced.")
    print(f"What was born in artis.net was in HubSpot after {known['born']} seconds; edits crossed in {known['crossed']}.")
    faults = judge.faults(everything, status(), seen)
    if faults:
        print("\nThis is not as it should be:")
        print("\n".join(f"  ✗ {fault}" for fault in faults[:20]))
        return 1
    print(f"Every record stands where the data says it must; the first synchronisation took {known['seconds']} seconds.")
    return 0
