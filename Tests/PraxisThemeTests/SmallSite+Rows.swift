import Foundation
import PraxisTestSupport

extension SmallSite {
    /// The items of a list as their texts, one space for each run of markup and blanks.
    ///
    /// - Parameter path: The list's folder: `people/`.
    func rows(of path: String) async throws -> [String] {
        let html = try await output("\(path)index.html") ?? ""
        let list = html.components(separatedBy: "<ul class=\"list-items").dropFirst().joined()
        let items = list.components(separatedBy: "<li class=\"").dropFirst().map { item in
            item.components(separatedBy: "</ul>\n</section>")[0]
        }
        return items.map { item in
            let text = "<".appending(item).replacing(#/<[^>]*>/#, with: " ")
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
