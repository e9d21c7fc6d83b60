"""`python -m kubernetes FOLDER`: writes FOLDER/content from the data set, to build and look at."""

import pathlib
import sys

import kubernetes

dataset = kubernetes.find()
if dataset is None or len(sys.argv) != 2:
    sys.exit("usage: python -m kubernetes FOLDER; the data set is looked for in ../shared or $PRAXIS_SHARED")
kubernetes.convert(kubernetes.Dataset.load(dataset), pathlib.Path(sys.argv[1]))
