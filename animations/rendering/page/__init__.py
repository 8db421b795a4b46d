"""What a page needs of the figures: player, gallery, snippets."""
