"""What measured signals are read from: tables, arrays, sounds and pictures, as real numbers."""
