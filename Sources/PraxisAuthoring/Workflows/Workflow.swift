package import PraxisDiagnostics
package import PraxisFiles

/// What a code host is told to do with a site: check what is proposed, publish what is accepted, and build every night.
package enum Workflow: String, CaseIterable, Sendable {
    case github, gitlab

    /// Where the code host looks for it.
    package var path: SourcePath {
        switch self {
        case .github: SourcePath(".github/workflows/site.yml")
        case .gitlab: SourcePath(".gitlab-ci.yml")
        }
    }

    /// The one file of it.
    ///
    /// - Parameter version: The release of Praxis to take, as its repository tags it.
    package func edits(version: String) -> FileEdits {
        FileEdits(writes: [FileEdits.Write(path: path, old: nil, new: Array(text(version: version).utf8))])
    }

    /// Its text. Nobody gives the program away built, so it builds it from source, once, and keeps it.
    package func text(version: String) -> String {
        switch self {
        case .github: Self.githubText(version: version)
        case .gitlab: Self.gitlabText(version: version)
        }
    }

    /// Shell commands that find out which commit the name in `PRAXIS_VERSION` means, and say what there is if it means none.
    /// They stop at the first one that fails, also within a pipe.
    ///
    /// - Parameters:
    ///   - path: The file that they stand in. It has a command `refuse`.
    ///   - indentation: How far all lines but the first are moved to the right.
    static func lookup(in path: SourcePath, indentation: Int) -> String {
        #"""
        if [ -z "$PRAXIS_REPOSITORY" ]; then
          refuse "Fill in PRAXIS_REPOSITORY at the top of \#(path)."
        fi
        names=$(git ls-remote --heads --tags "$PRAXIS_REPOSITORY") ||
          refuse "git cannot read $PRAXIS_REPOSITORY; look at PRAXIS_REPOSITORY at the top of \#(path)."
        commit=$(echo "$names" | awk -v name="$PRAXIS_VERSION" '
          !found && ($2 == "refs/tags/" name || $2 == "refs/heads/" name) { print $1; found = 1 }')
        if [ -z "$commit" ]; then
          there=$(echo "$names" | sed -n '/{}/d; s|.*refs/[a-z]*/||p' | tr '\n' ' ')
          refuse "$PRAXIS_REPOSITORY has no tag or branch $PRAXIS_VERSION; write one of these as PRAXIS_VERSION: $there"
        fi
        """#
        .replacing("\n", with: "\n" + String(repeating: " ", count: indentation))
    }

    /// What is left to do, a line each.
    ///
    /// - Parameter version: The release that its text names.
    package func nextSteps(version: String) -> [String] {
        let source = [
            "Open \(path) and fill in PRAXIS_REPOSITORY: where the source of Praxis is.",
            "If that repository has no tag \(version), write a tag or branch that it has as PRAXIS_VERSION.",
        ]
        return switch self {
        case .github:
            source + [
                "In the repository's settings, under Pages, choose \"GitHub Actions\" as the source.",
                "In content/site.yaml, set where the site will be:  url: https://OWNER.github.io/REPOSITORY/",
                "Beside it, say who serves it:  host: github-pages",
            ]
        case .gitlab:
            source + [
                "Under Build > Pipeline schedules, add a schedule for every night on the main branch.",
                "In content/site.yaml, set where the site will be:  url: https://GROUP.gitlab.io/PROJECT/",
                "Beside it, say who serves it:  host: gitlab-pages",
            ]
        }
    }

    /// Fails where a workflow is already: it is the site's own.
    package func checkIsFree(in files: DiskFiles) throws(AuthoringError) {
        guard Self.isThere(path, in: files) else { return }
        throw AuthoringError(
            "\(path) is there already, and stays as it is",
            advice: "move it away first, run this again, then bring over what you need")
    }

    /// Whether a folder holds a site.
    package static func hasSite(_ files: DiskFiles) -> Bool {
        isThere(SourcePath("content/site.yaml"), in: files)
    }

    /// Whether anything is at a path, read or not.
    private static func isThere(_ path: SourcePath, in files: DiskFiles) -> Bool {
        let names = (try? files.names(in: path.folder)) ?? nil
        return names?.contains(String(path.name)) == true
    }
}
