"""A placement strategy: what it aims at, its workstreams and actions, and what it claims to save."""
