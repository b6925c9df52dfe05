"""What a careful reader of a strategy asks about: each remark by a rule of its own, with where and what."""
