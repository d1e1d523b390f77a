"""What python-stdnum says of the SIRETs given as a JSON list on standard input: a JSON list of true and false.

Where the two implementations differ, the row of the table in SIRETCase+Table.swift says why.
"""

import json
import sys

from stdnum.fr import siret


def main() -> None:
    texts = json.load(sys.stdin)
    json.dump([siret.is_valid(text) for text in texts], sys.stdout)


if __name__ == "__main__":
    main()
