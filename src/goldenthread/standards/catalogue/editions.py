"""Working Together to Safeguard Children, as the standards cite it, and what has become of its editions."""

WORKING_TOGETHER = (
    "Working Together to Safeguard Children (statutory guidance, edition to be verified) 2018, chapter 1, and 2023, chapter 3"
)

EDITION = (
    "Edition to be verified: Working Together 2026 has replaced the edition cited, and its text has not been read here."
)
