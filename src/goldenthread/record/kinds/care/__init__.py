"""Children who are looked after: where they live, under which law, by which plan, and its reviews."""
