"""Reading: an article becomes a reading."""
