"""Drives the dashboard in Chromium as people do. Usage: python dashboard day|hostile SETTINGS.json

Prints a line per step; the first that fails is named, with a screenshot, and ends it with 1."""
import signal
import sys

import day
import hostile
from office import Office

TALES = {"day": day.tell, "hostile": hostile.tell}


def ended(*_):
    raise SystemExit("ended from outside, or longer than its four minutes")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, ended)
    signal.signal(signal.SIGALRM, ended)
    signal.alarm(240)
    with Office(sys.argv[2], sys.argv[1]) as office:
        TALES[sys.argv[1]](office)
