"""What a tale has at hand: the people of both systems, the dashboard, a browser, and a place for screenshots."""
import json
import tempfile
from contextlib import ExitStack
from pathlib import Path

from chromium import Chromium
from people import People
from program import Dashboard
from steps import Steps

PASSWORD = "le pont du Gard"


class Office:
    def __init__(self, settings, tale):
        given = json.loads(Path(settings).read_text())
        self.given = given
        self.people = People(given["environment"])
        folder = given.get("screenshots") or tempfile.mkdtemp(prefix="screenshots-")
        self.steps = Steps(Path(folder), tale)
        self._stack = ExitStack()

    def __enter__(self):
        environment = self.given["environment"] | {"DASHBOARD_PASSWORD": PASSWORD}
        self.dashboard = self._stack.enter_context(Dashboard(self.given["program"], environment))
        self.chromium = self._stack.enter_context(Chromium(self.steps))
        self.chromium.own(self.dashboard)
        return self

    def __exit__(self, *error):
        return self._stack.__exit__(*error)

    def replica(self):
        """One more dashboard of the same fleet, at an address of its own."""
        environment = self.given["environment"] | {"DASHBOARD_PASSWORD": PASSWORD}
        replica = self._stack.enter_context(Dashboard(self.given["program"], environment))
        self.chromium.own(replica)
        return replica
