package import PraxisDiagnostics

/// Rules about the host that site.yaml names.
package enum HostRules {
    package static let path = Rule(
        "host.path", .error, "The path of a site whose host gets files of its own has only letters, digits and -_.~.")
    package static let shared = Rule("host.shared", .error, "Only one of the hosts that read the same file is named.")
    package static let limit = Rule("host.limit", .advice, "A host takes a rule for each old address.")
    package static let file = Rule(
        "host.file", .error, "What a host obeys is written by the build, not found beside the pages.")

    package static let all = [path, shared, limit, file]
}
