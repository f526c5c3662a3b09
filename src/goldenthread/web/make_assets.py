"""Takes the vendored styles and scripts again from the npm registry: `make vendor` (docs/adr/0009-the-screens.md).

GDS Transport, the crown and the crest belong to GOV.UK, which a council is not: they are taken out.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path

PACKAGES = {"govuk-frontend": "6.6.0", "@ministryofjustice/frontend": "11.1.0"}
TARGET = Path(__file__).parent / "static" / "vendor"
SYSTEM_FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif'
FONT_FACES = re.compile(r"@font-face\{[^}]*\}")
NOT_OURS = re.compile(r"[^{}]*\{[^{}]*govuk-crest\.svg[^{}]*\}")
LICENCES = """govuk-frontend {0}: MIT licence, copyright (c) 2017 Crown Copyright (Government Digital Service)
@ministryofjustice/frontend {1}: MIT licence, copyright (c) 2018 Crown Copyright (Ministry of Justice)
htmx (as django-htmx ships it): Zero-Clause BSD

The text of the MIT licence is in LICENSE at the top of this project.
"""


def styles(css: str) -> str:
    """The styles without fonts and crest, with the system's own fonts and our addresses."""
    css = NOT_OURS.sub("", FONT_FACES.sub("", css))
    css = css.replace("GDS Transport,arial,sans-serif", SYSTEM_FONTS)
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    return css.replace("url(/assets/", "url(")


def main() -> None:
    """Fetch, take out, write."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
        subprocess.run(["npm", "install", "--ignore-scripts", "--silent", "--prefix", folder, *wanted], check=True)
        modules = Path(folder) / "node_modules"
        govuk, moj = modules / "govuk-frontend/dist/govuk", modules / "@ministryofjustice/frontend/moj"
        TARGET.mkdir(parents=True, exist_ok=True)
        for name, source in (("govuk-frontend", govuk), ("moj-frontend", moj)):
            css = styles((source / f"{name}.min.css").read_text(encoding="utf-8"))
            (TARGET / f"{name}.css").write_text(css, encoding="utf-8")
            script = (source / f"{name}.min.js").read_text(encoding="utf-8")
            (TARGET / f"{name}.js").write_text(re.sub(r"//# sourceMappingURL=.*", "", script), encoding="utf-8")
            for image in sorted(set(re.findall(r"url\((images/[\w.-]+)\)", css))):
                (TARGET / image).parent.mkdir(exist_ok=True)
                (TARGET / image).write_bytes((source / "assets" / image).read_bytes())
    (TARGET / "versions.json").write_text(json.dumps(PACKAGES, indent=1) + "\n", encoding="utf-8")
    (TARGET / "LICENCES.txt").write_text(LICENCES.format(*PACKAGES.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
