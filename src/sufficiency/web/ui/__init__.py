"""The look: base page, components, forms, words for figures and dates, and the pages Today and gallery."""
