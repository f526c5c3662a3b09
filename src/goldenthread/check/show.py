"""Opens a report in the browser of whoever sits here, or says where it is: `python -m goldenthread.check.show FILE`."""

import os
import sys
import webbrowser
from pathlib import Path


def main() -> None:
    """Open the file named on the command line if there is a screen; print where it is either way."""
    report = Path(sys.argv[1]).resolve()
    if os.environ.get("DISPLAY") or sys.platform in ("darwin", "win32"):
        webbrowser.open(report.as_uri())
    sys.stdout.write(f"\nThe report: {report}\n")


if __name__ == "__main__":
    main()
