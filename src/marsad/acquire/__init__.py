"""Acquisition: paths, feeds, archives and URLs become pages."""
