"""The quality gate: readings against gold."""
