"""Arabic without news: folding, tokens, clitics, sentences, numerals, morphology."""
