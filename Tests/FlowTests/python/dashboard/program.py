"""The dashboard as a process."""
import ctypes
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

PR_SET_PDEATHSIG = 1


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Dashboard:
    def __init__(self, program, environment):
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self._program = program
        self._environment = environment | {
            "DASHBOARD_LISTEN": f"127.0.0.1:{port}", "DRAIN_SECONDS": "2", "PATH": os.environ["PATH"]}
        self._log = Path(tempfile.mkstemp(prefix="dashboard-", suffix=".log")[1])
        self._process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [self._program], env=self._environment, stdout=log, stderr=log, preexec_fn=die_with_parent)
        deadline = time.monotonic() + 30
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"the dashboard did not start:\n{self.words()}")
            time.sleep(0.05)

    def stop(self):
        if self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def words(self):
        """All that it has logged."""
        return self._log.read_text()

    def _answers(self):
        try:
            with urllib.request.urlopen(self.address + "/sign-in", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False
