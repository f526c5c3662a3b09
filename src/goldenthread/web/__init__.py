"""The screens, named for what a person came to do."""
