"""The story that bin/demo tells: what it asks, counts and judges. Settings come from the environment, as for the fleet."""
import json
import os
import subprocess
import sys
import urllib.error

import births
import crossing
import edit
import next_steps
import summary
import watch

COMMANDS = {
    "edit": lambda: edit.run(),
    "await-waiting": lambda: watch.await_waiting(),
    "watch": lambda seconds: watch.run(int(seconds)),
    "birth": lambda: births.run(),
    "crossing": lambda: crossing.run(),
    "summary": lambda: summary.run(),
    "next": lambda settings: next_steps.run(settings),
    "read": lambda name: print(json.load(sys.stdin)[name]),
}

if __name__ == "__main__":
    os.environ.setdefault("LANG", "en_US.UTF-8")
    try:
        sys.exit(COMMANDS[sys.argv[1]](*sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except subprocess.CalledProcessError as failure:
        sys.exit(f"{' '.join(map(str, failure.cmd))} ended with code {failure.returncode}")
    except urllib.error.HTTPError as failure:
        sys.exit(f"The sandbox refuses {failure.url}: {failure} {failure.read().decode(errors='replace')}")
    except (urllib.error.URLError, OSError) as failure:
        sys.exit(f"The sandbox does not answer: {failure}")
