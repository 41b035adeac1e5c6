"""The database and the exports."""
