"""The pages, a file for each thing a person comes to do; their routes are found by walking this package."""
