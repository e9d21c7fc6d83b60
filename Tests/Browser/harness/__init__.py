"""What the tests stand on: the program, built sites, a server for them, the browser and the checkers."""
