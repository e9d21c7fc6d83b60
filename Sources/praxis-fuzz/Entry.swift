// libFuzzer brings the entry point of this program. A second file keeps the first from being taken for a script.
