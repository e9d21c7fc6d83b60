/// Where the public data sets are that some suites test against, when they are there at all.
