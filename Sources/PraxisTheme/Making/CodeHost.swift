import PraxisModel

/// The addresses at which a code host opens its editor and its form for problems.
struct CodeHost: Equatable, Sendable, Encodable {
    /// How a host lays out its addresses.
    private enum Layout: Encodable {
        case gitHub, gitLab, gitea, bitbucket
    }

    private let url: String
    private let branch: String
    private let folder: String
    private let layout: Layout

    init(_ repository: Settings.Repository) {
        self.init(url: repository.url, branch: repository.branch, folder: repository.folder)
    }

    init(url: String, branch: String, folder: String) {
        var url = url
        while url.hasSuffix("/") { url.removeLast() }
        self.url = url.hasSuffix(".git") ? String(url.dropLast(4)) : url
        self.branch = Self.encoded(branch, keeping: "/")
        self.folder = folder.isEmpty ? "" : "\(folder.split(separator: "/").joined(separator: "/"))/"
        let host = url.lowercased()
        layout =
            if host.contains("gitlab") {
                .gitLab
            } else if host.contains("bitbucket") {
                .bitbucket
            } else if ["codeberg", "gitea", "forgejo"].contains(where: host.contains) {
                .gitea
            } else {
                .gitHub
            }
    }

    /// The editor with a file of the site.
    func edit(_ path: String) -> String {
        let file = Self.encoded(folder + path, keeping: "/")
        return switch layout {
        case .gitHub: "\(url)/edit/\(branch)/\(file)"
        case .gitLab: "\(url)/-/edit/\(branch)/\(file)"
        case .gitea: "\(url)/_edit/\(branch)/\(file)"
        case .bitbucket: "\(url)/src/\(branch)/\(file)?mode=edit"
        }
    }

    /// The editor with a new file in a folder of the site, its text begun where the host allows it.
    func new(in path: String, named name: String, text: String) -> String {
        let place = Self.encoded(folder + path, keeping: "/")
        let name = Self.encoded(name)
        return switch layout {
        case .gitHub: "\(url)/new/\(branch)/\(place)?filename=\(name)&value=\(Self.encoded(text))"
        case .gitLab: "\(url)/-/new/\(branch)/\(place)?file_name=\(name)"
        case .gitea: "\(url)/_new/\(branch)/\(place)?filename=\(name)&value=\(Self.encoded(text))"
        case .bitbucket: "\(url)/create-file/\(branch)/\(place)?name=\(name)"
        }
    }

    /// The form for a problem.
    func problem(title: String, text: String) -> String {
        let title = Self.encoded(title)
        let text = Self.encoded(text)
        return switch layout {
        case .gitHub, .gitea: "\(url)/issues/new?title=\(title)&body=\(text)"
        case .gitLab: "\(url)/-/issues/new?issue%5Btitle%5D=\(title)&issue%5Bdescription%5D=\(text)"
        case .bitbucket: "\(url)/issues/new?title=\(title)"
        }
    }

    /// A text for an address (RFC 3986, 2.1): everything but letters, digits and `-._~` as percent and two digits.
    static func encoded(_ text: String, keeping kept: String = "") -> String {
        var result = ""
        let kept = Array(kept.utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where kept.contains(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
