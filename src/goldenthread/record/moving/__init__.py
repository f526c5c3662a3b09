"""Everything out again, and back in: the whole record as files that anyone can read.

    DIR/README.md            what is here, and how it must be kept
        manifest.json        version, counts, and the SHA-256 of every file
        contract/            every current fact, in the open contract: `goldenthread check DIR/contract` judges it
        record/              a JSON Lines file for each table: {column: value}, in order of id; those of the floors above too
                             (shortfalls, tellings, answers, supervision, disputes: tables.ABOVE)
        schemas/             a JSON Schema of what an entry of each kind says
        attachments/         the files of entries, each under its SHA-256
        children.csv         whose records these are, for a person to look through
        restricted/          the same again of the records restricted to people named
        sealed/              the same again of adoption records and their links, where it was asked for
"""
