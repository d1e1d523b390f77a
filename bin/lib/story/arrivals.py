"""What must turn up on the other side: looked for in the sandboxes themselves, never asked of Passerelle."""
import time

from world import explained


def shown(seconds, system, sentence):
    print(f"{seconds:5.1f} s  {system:<9}  {sentence}", flush=True)


def wait(began, wanted, patience=60):
    """`wanted`: (system, what, look, (kind, id) to explain); `look()` answers a sentence once it is there. Shows each as it
    arrives; answers how long the last one took, or None when one stayed away."""
    took = 0.0
    while wanted:
        for item in list(wanted):
            system, _, look, _ = item
            sentence = look()
            if sentence:
                took = time.monotonic() - began
                shown(took, system, sentence)
                wanted.remove(item)
        if wanted and time.monotonic() - began > patience:
            for system, what, _, record in wanted:
                print(f"  ✗ not in {system} after {patience} seconds: {what}. Passerelle says:\n")
                print(explained(*record))
            return None
        time.sleep(0.2)
    return took
