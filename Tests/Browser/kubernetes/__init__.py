"""Turns the groups of the Kubernetes project into a content folder that Praxis builds.

The data set lies outside the repository (`datasets/kubernetes-community`, see its README): `sigs.yaml` with the groups,
their leads, meetings and contacts, and one folder for each group with its README and charter as published.
"""

from kubernetes.content import convert
from kubernetes.dataset import Dataset, find

__all__ = ["Dataset", "convert", "find"]
