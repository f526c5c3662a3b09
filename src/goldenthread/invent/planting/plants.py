"""Every failing that can be planted."""

from goldenthread.invent.planting import care, front_door, protection, workforce, young
from goldenthread.invent.planting.ran_on import RAN_ON

PLANTS = (*front_door.PLANTS, *protection.PLANTS, *care.PLANTS, *young.PLANTS, *workforce.PLANTS)

WEIGHTS = dict.fromkeys(("contact-decision", "repeat-contacts"), 1.0)
"""How much likelier than usual a failing is to be the one that befalls a life it could befall: the rare ones are."""

__all__ = ["PLANTS", "RAN_ON", "WEIGHTS"]
