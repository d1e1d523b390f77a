"""Things to try next, with real ids."""
import os

from world import passerelle, pairs


def run(settings):
    """`settings`: the file to source in a second terminal; empty when everything is about to stop."""
    blocked = next((p for p in pairs() if p["state"] == "blocked" and p["kind"] == "deal"), None)
    if blocked:
        print(f"Why is deal {blocked['hubspot_id']} not in artis.net? Passerelle says:\n")
        print("\n".join("  " + line for line in passerelle("explain", "deal", blocked["hubspot_id"]).splitlines()))
        print()
    if settings:
        id = blocked["hubspot_id"] if blocked else "ID"
        print(f"In a second terminal, from this folder:  . {settings}")
        print(f"  .build/release/passerelle explain deal {id}       why a record stands where it stands")
        print("  .build/release/passerelle list --state blocked     what somebody must act upon")
        print("  .build/release/passerelle verify                   compares all linked records of the two tools")
        print("\nIn a browser: the dashboard, where every count leads to its records:")
        print(f"  http://{os.environ['DASHBOARD_LISTEN']}")
        print("\nPlay either side, and look at the other a few seconds later:")
        for name, setting in (("HubSpot", "HUBSPOT_BASE_URL"), ("artis.net", "ARTIS_BASE_URL")):
            print(f"  {os.environ[setting] + '/sandbox':<50} {name}'s records")
    else:
        print(f"  bin/demo --stay     keeps it all running: the dashboard (this time it was http://{os.environ['DASHBOARD_LISTEN']}),")
        print("                      and both tools, whose records you can change")
        print("  README.md           the section on a real account: what to prepare in HubSpot and artis.net")
    return 0
