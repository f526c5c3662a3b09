"""What must be known of a noun for it to be judged: the ends of its periods, and the past of a rise."""

from goldenthread.standards.language.counted import Exceeding, MoreBy, Repeated, Rising
from goldenthread.standards.language.nouns import After, Age, Both, Edge, Either, Lasting, Named, Nth, Until


def ends_used(noun, matters: bool) -> set[str]:
    """The names of the periods whose ends must be known; `matters`: so must its own, not only those inside it."""
    match noun:
        case Named():
            return {noun.name} if noun.lasts and matters and noun.name != "person" else set()
        case Age():
            return set()
        case Both():
            return ends_used(noun.left, True) | ends_used(noun.right, True)
        case Either():
            return ends_used(noun.left, matters) | ends_used(noun.right, matters)
        case Until():
            return ends_used(noun.left, matters) | ends_used(noun.right, False)
        case Edge():
            return ends_used(noun.source, noun.which == "ended")
        case Nth() | Repeated() | Rising() | MoreBy() | Lasting():
            return ends_used(noun.source, False)
        case After() | Exceeding():
            return ends_used(noun.source, True)
    return ends_used(noun.source, matters)


def rises(noun) -> bool:
    """Whether it holds one time against another: then all of both must have been seen."""
    inside = (getattr(noun, name, None) for name in ("source", "left", "right"))
    return isinstance(noun, Rising) or any(rises(each) for each in inside if each is not None)
