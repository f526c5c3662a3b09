"""About a worker, not a child: supervision, absence, registration, training, leaving."""
