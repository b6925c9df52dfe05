"""What everything else refers to: years, kinds of placement, authorities, postcodes."""
