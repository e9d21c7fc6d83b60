"""What is measured of an index."""
