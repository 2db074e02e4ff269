"""The local store: schema, codec, unit of work, journal, queries and files."""
