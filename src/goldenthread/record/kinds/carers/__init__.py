"""Foster carers and adopters."""
