"""What panels draw with: curves, stems, tiles, labels and the axes that they share."""
