"""Documents: their kinds, numbers and dates, what they cite, who gets them, who signs them."""
