import PraxisModel

/// What a bucket of S3 behind CloudFront is told: two functions for requests and responses, a policy for headers, and the
/// rules of a bucket that is itself a website.
enum AmazonFiles {
    static func files(_ site: HostedSite) -> [HostFiles.File] {
        [
            HostFiles.File("\(HostFiles.folder)/s3-website.json", website(site)),
            HostFiles.File("\(HostFiles.folder)/cloudfront-headers.json", headers),
            HostFiles.File("\(HostFiles.folder)/cloudfront-request.js", requestFunction(site)),
            HostFiles.File("\(HostFiles.folder)/cloudfront-response.js", responseFunction(site)),
        ]
    }

    /// For `aws s3api put-bucket-website --website-configuration file://…`.
    ///
    /// A bucket takes 50 rules, and each matches all that begins like its address; so an old address below which there
    /// are pages has none. The function knows all of them.
    private static func website(_ site: HostedSite) -> String {
        let rules = site.redirects.filter { $0.from.isFolder && !site.hasPages(below: $0.from) }.prefix(50).map {
            rule in
            Website.Rule(
                condition: Website.Condition(keyPrefixEquals: String(site.address(rule.from).dropFirst())),
                redirect: Website.Redirect(
                    httpRedirectCode: "301", replaceKeyWith: String(site.address(rule.to).dropFirst()),
                    hostName: site.server?.name,
                    protocol: site.server.map { $0.isSecure ? "https" : "http" }))
        }
        return HostJSON.amazonText(
            Website(
                indexDocument: Website.Index(suffix: "index.html"),
                errorDocument: Website.Document(key: "\(site.prefix.dropFirst())404.html"),
                routingRules: rules.isEmpty ? nil : rules))
    }

    /// For `aws cloudfront create-response-headers-policy --response-headers-policy-config file://…`.
    private static var headers: String {
        let others = HostHeaders.all.filter {
            !["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"].contains($0.name)
        }
        return HostJSON.amazonText(
            Policy(
                name: "praxis", comment: "Headers of a site made by Praxis",
                securityHeadersConfig: Policy.Security(
                    contentSecurityPolicy: Policy.ContentSecurityPolicy(
                        override: true, contentSecurityPolicy: HostHeaders.policy),
                    contentTypeOptions: Policy.Switch(override: true),
                    referrerPolicy: Policy.Referrer(override: true, referrerPolicy: HostHeaders.referrerPolicy)),
                customHeadersConfig: Policy.Custom(
                    quantity: others.count,
                    items: others.map { Policy.Item(header: $0.name, value: $0.value, override: true) })))
    }

    /// A function for *viewer request*: old addresses, folders without a slash, and the index of a folder, which a bucket
    /// that is not a website does not know (runtime cloudfront-js-2.0).
    private static func requestFunction(_ site: HostedSite) -> String {
        let pairs = RedirectLimit.rules(for: .s3, of: site).map { rule in
            "\"\(site.address(rule.from))\":\"\(site.address(rule.to))\""
        }
        return """
            // Written by praxis build, for the event "viewer request".
            var moved = {
            \(pairs.joined(separator: ",\n"))
            };

            function leadTo(address) {
              return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: address } } };
            }

            function handler(event) {
              var request = event.request;
              var uri = request.uri;
              var page = uri.endsWith("/") || uri.split("/").pop().includes(".") ? uri : uri + "/";
              if (Object.prototype.hasOwnProperty.call(moved, page)) return leadTo(moved[page]);
              if (page !== uri && !/^\\/{2}/.test(page)) return leadTo(page);
              if (uri.endsWith("/")) request.uri = uri + "index.html";
              return request;
            }

            """
    }

    /// A function for *viewer response*: how long browsers keep what they got.
    private static func responseFunction(_ site: HostedSite) -> String {
        let expression = site.hashedExpression.replacing("/", with: "\\/")
        return """
            // Written by praxis build, for the event "viewer response".
            function handler(event) {
              var response = event.response;
              var isUnchanging = response.statusCode < 400 && /\(expression)/.test(event.request.uri);
              response.headers["cache-control"] = {
                value: isUnchanging ? "\(HostHeaders.unchanging)" : "\(HostHeaders.revalidated)"
              };
              return response;
            }

            """
    }

    // The names are those of the services' own interfaces, but for the capital.

    private struct Website: Encodable {
        var indexDocument: Index
        var errorDocument: Document
        var routingRules: [Rule]?

        struct Rule: Encodable {
            var condition: Condition
            var redirect: Redirect
        }

        struct Condition: Encodable {
            var keyPrefixEquals: String
        }

        struct Redirect: Encodable {
            var httpRedirectCode: String
            var replaceKeyWith: String
            var hostName: String?
            var `protocol`: String?
        }

        struct Index: Encodable {
            var suffix: String
        }

        struct Document: Encodable {
            var key: String
        }
    }

    private struct Policy: Encodable {
        var name: String
        var comment: String
        var securityHeadersConfig: Security
        var customHeadersConfig: Custom

        struct Security: Encodable {
            var contentSecurityPolicy: ContentSecurityPolicy
            var contentTypeOptions: Switch
            var referrerPolicy: Referrer
        }

        struct ContentSecurityPolicy: Encodable {
            var override: Bool
            var contentSecurityPolicy: String
        }

        struct Switch: Encodable {
            var override: Bool
        }

        struct Referrer: Encodable {
            var override: Bool
            var referrerPolicy: String
        }

        struct Custom: Encodable {
            var quantity: Int
            var items: [Item]
        }

        struct Item: Encodable {
            var header: String
            var value: String
            var override: Bool
        }
    }
}
