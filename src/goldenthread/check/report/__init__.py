"""report.html: one file, without a network, to read and to print."""
