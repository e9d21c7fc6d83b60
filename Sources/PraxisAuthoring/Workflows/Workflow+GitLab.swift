extension Workflow {
    /// For GitLab CI and GitLab Pages.
    static func gitlabText(version: String) -> String {
        #"""
        # Checks the site on each merge request, and publishes it from the main branch.
        #
        # Reviews fall due and events pass on days on which nobody writes, so the site has to be built every night too: add a
        # schedule for the main branch under Build > Pipeline schedules.

        variables:
          # FILL IN: where the source of Praxis is, an address that git can clone: https://…
          PRAXIS_REPOSITORY: ""
          # What to take of it: a tag, or a branch. This is the release that wrote this file. If that repository has no tag of
          # this name, write one that it has, or its main branch; the job says which there are.
          PRAXIS_VERSION: "\#(version)"
          # All of history, for sites that say when each page last changed (history: true).
          GIT_DEPTH: "0"

        workflow:
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

        default:
          image: swift:6.3-bookworm

        .praxis:
          cache:
            key: "praxis-$PRAXIS_VERSION-swift-6.3-bookworm"
            paths: [.praxis-program/]
          before_script:
            - |
              refuse() {
                echo "$1"
                exit 1
              }
              \#(lookup(in: Workflow.gitlab.path, indentation: 6))
            - apt-get update -qq
            - apt-get install -qq -y --no-install-recommends pkg-config libcmark-dev libstemmer-dev zlib1g-dev
            - |
              if [ "$(cat .praxis-program/commit 2> /dev/null)" != "$commit" ]; then
                git clone --quiet --depth 1 --branch "$PRAXIS_VERSION" "$PRAXIS_REPOSITORY" /tmp/praxis-source
                swift build --package-path /tmp/praxis-source --configuration release --product praxis
                install -D /tmp/praxis-source/.build/release/praxis .praxis-program/praxis
                echo "$commit" > .praxis-program/commit
              fi

        check:
          extends: .praxis
          stage: test
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          script:
            # First for the merge request, then for whoever reads the log; the second ends with what counts.
            - .praxis-program/praxis check --format gitlab > gl-code-quality-report.json || true
            - .praxis-program/praxis check
          artifacts:
            when: always
            reports:
              codequality: gl-code-quality-report.json

        pages:
          extends: .praxis
          stage: deploy
          rules:
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
          script:
            - .praxis-program/praxis build
          artifacts:
            paths: [public]

        """#
    }
}
