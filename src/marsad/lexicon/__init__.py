"""What is known about Arabic words: data files, their schema and the loader."""
