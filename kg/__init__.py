"""kg: Chinese documents about government and public money, as a knowledge graph that can be queried, drawn and trusted."""
