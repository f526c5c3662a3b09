"""Every failing that can be planted."""

from goldenthread.invent.planting import care, front_door, protection, workforce, young
from goldenthread.invent.planting.ran_on import RAN_ON

PLANTS = (*front_door.PLANTS, *protection.PLANTS, *care.PLANTS, *young.PLANTS, *workforce.PLANTS)

__all__ = ["PLANTS", "RAN_ON"]
