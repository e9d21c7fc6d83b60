import PraxisModel

extension ViewMaker {
    /// What a reader can do about a page: in the code host's editor, else by mail.
    ///
    /// - Parameters:
    ///   - source: The page's file; without one, nothing can be edited.
    ///   - community: The page's community, which takes questions and resources.
    func actions(title: String, source: String?, community: PageID?) -> ActionsView {
        let slug = community.map { site[$0].slug }
        let contribute = listHref("contribute/")
        return ActionsView(
            edit: source.flatMap { source in
                index.codeHost?.edit(source) ?? mail(strings.text(.actionEdit), about: title)
            },
            suggest: slug == nil ? contribute : address(of: .resource, community: slug) ?? contribute,
            ask: slug == nil ? contribute : address(of: .question, community: slug) ?? contribute,
            report: index.codeHost?.problem(
                title: "\(title): ", text: "\n\n\(settings.url ?? "")\(route.path.dropFirst())")
                ?? mail(strings.text(.actionReport), about: title))
    }

    /// Where one does something: the editor with a file begun, else a mail with it; `nil` where there is neither.
    func address(of task: ContributeTask, community: String?) -> String? {
        guard let folder = task.folder(community: community) else {
            return index.codeHost?.problem(title: "", text: "") ?? mail(strings.word(.task, task.rawValue), about: "")
        }
        if let host = index.codeHost { return host.new(in: folder, named: task.fileName, text: task.text) }
        return mail(strings.word(.task, task.rawValue), about: "", text: task.text)
    }

    /// A mail to the site's makers, begun.
    private func mail(_ subject: String, about title: String, text: String = "") -> String? {
        guard let contact = settings.contact, contact.contains("@") else { return nil }
        let line = title.isEmpty ? subject : "\(subject): \(title)"
        let address = (settings.url ?? "") + route.path.dropFirst()
        let body = text.isEmpty ? "\n\n\(address)" : text
        return "mailto:\(CodeHost.encoded(contact, keeping: "@"))?subject=\(CodeHost.encoded(line))"
            + "&body=\(CodeHost.encoded(body.replacing("\n", with: "\r\n")))"
    }
}
