"""What makes a home fit: eight criteria, each declared once. Cost and protected characteristics are none of them."""
