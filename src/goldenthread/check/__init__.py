"""What `goldenthread check` gives people: files for analysts, a workbook, and a report to read."""
