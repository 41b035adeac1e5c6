"""The HTTP API and the web observatory."""
