"""What leaders can change in a forecast: levers, each declared once, dated, ramped, and for some children or all."""
