"""The front door without a database: states, grades, law, codes, files, households."""
