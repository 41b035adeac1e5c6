"""Resolution: readings become stories, happenings and relations."""
