package import PraxisDiagnostics

extension Rule {
    /// See its summary, as for all of these.
    package static let encoding = Rule("files.encoding", .error, "Text files are in UTF-8.")
    package static let unreadable = Rule("files.unreadable", .error, "Everything in a site's folder can be read.")
    package static let notAFile = Rule("files.kind", .error, "A page is a file, and a folder of pages is a folder.")
    package static let link = Rule(
        "files.link", .error, "A symbolic link leads to a file in the site's own folders.")
    package static let name = Rule(
        "files.name", .error, "Names are of characters that can be seen and mean the same on every system.")
    package static let portability = Rule(
        "files.portability", .advice, "Names can be used on Windows too.")
    package static let collision = Rule(
        "files.collision", .error, "Names in a folder differ in more than case or the form of a letter.")
    package static let size = Rule("files.size", .error, "A page has at most 4 MB, a picture at most 64 MB.")
    package static let script = Rule("files.script", .error, "A picture in SVG is a picture and runs nothing.")
    package static let picture = Rule(
        "files.picture", .error, "A file with the name of a picture is one, and not empty or damaged.")
    package static let pictureForm = Rule(
        "files.picture-form", .advice, "A picture is whole, of a form that suits pages, and named for its form.")
    package static let pageParts = Rule(
        "files.page-parts", .advice, "What a page of HTML beside pages is made of is published with it.")
    package static let pictureMetadata = Rule(
        "files.picture-metadata", .error, "A picture is of a form out of which it is taken where somebody was.")

    /// The rules about files as such, in the order of the handbook's table.
    package static let aboutFiles: [Rule] = [
        .encoding, .unreadable, .notAFile, .link, .name, .portability, .collision, .size, .script, .picture,
        .pictureForm, .pictureMetadata, .pageParts,
    ]
}
