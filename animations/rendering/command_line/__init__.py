"""From a command line to finished files: arguments, processes, progress, publication, record."""
