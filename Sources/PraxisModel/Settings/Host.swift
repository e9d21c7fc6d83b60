internal import PraxisYAML

/// Who hands the site's files to readers, as site.yaml names it under `host`.
package enum Host: String, FixedVocabulary, Encodable {
    case netlify, cloudflare
    case githubPages = "github-pages"
    case gitlabPages = "gitlab-pages"
    /// A bucket of S3 behind CloudFront.
    case s3
    /// Azure Static Web Apps.
    case azure
    case nginx, apache, caddy
    /// None that anything is written for.
    case none

    /// Names that people give to hosts and that are not the one to write.
    private static let otherNames: [String: Host] = [
        "github": .githubPages, "gitlab": .gitlabPages, "cloudflare pages": .cloudflare, "cloudfront": .s3,
        "aws": .s3, "amazon": .s3, "amazon s3": .s3, "azure static web apps": .azure, "static web apps": .azure,
        "httpd": .apache, "apache2": .apache, "htaccess": .apache,
    ]

    package static func advice(for text: String) -> String? {
        let name = text.lowercased().replacing("-", with: " ").replacing("_", with: " ")
        return otherNames[name].map { "write \($0.rawValue)" } ?? Words.advice(for: text, among: words)
    }
}
