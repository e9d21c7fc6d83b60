extension Workflow {
    /// For GitHub Actions and GitHub Pages.
    static func githubText(version: String) -> String {
        #"""
        # Checks the site on each pull request, and publishes it from the branch "main" and once a night.
        name: Site

        env:
          # FILL IN: where the source of Praxis is, an address that git can clone: https://…
          PRAXIS_REPOSITORY: ""
          # What to take of it: a tag, or a branch. This is the release that wrote this file. If that repository has no tag of
          # this name, write one that it has, or its main branch; the first step says which there are.
          PRAXIS_VERSION: "\#(version)"

        on:
          pull_request:
          push:
            branches: [main]
          schedule:
            # Reviews fall due and events pass on days on which nobody writes, so the site is built every night (in UTC).
            # GitHub stops this in a public repository after 60 days without a commit; it sends a mail before.
            - cron: "23 2 * * *"
          workflow_dispatch:

        permissions:
          contents: read

        jobs:
          site:
            runs-on: ubuntu-latest
            container: swift:6.3-bookworm
            steps:
              - name: Is it known where Praxis comes from?
                id: source
                run: |
                  refuse() {
                    echo "::error file=.github/workflows/site.yml::$1"
                    exit 1
                  }
                  \#(lookup(in: Workflow.github.path, indentation: 10))
                  echo "commit=$commit" >> "$GITHUB_OUTPUT"
              - uses: actions/checkout@v4
                with:
                  # All of history, for sites that say when each page last changed (history: true).
                  fetch-depth: 0
              - name: Let git read what the checkout left
                run: git config --global --add safe.directory "$GITHUB_WORKSPACE"
              - name: Install what Praxis stands on
                run: |
                  apt-get update -qq
                  apt-get install -qq -y --no-install-recommends pkg-config libcmark-dev libstemmer-dev zlib1g-dev
              - name: Look for Praxis from last time
                id: built
                uses: actions/cache@v4
                with:
                  path: /opt/praxis
                  key: praxis-${{ steps.source.outputs.commit }}-swift-6.3-bookworm
              - name: Build Praxis (the first time takes some minutes)
                if: steps.built.outputs.cache-hit != 'true'
                run: |
                  git clone --quiet --depth 1 --branch "$PRAXIS_VERSION" "$PRAXIS_REPOSITORY" /tmp/praxis-source
                  swift build --package-path /tmp/praxis-source --configuration release --product praxis
                  install -D /tmp/praxis-source/.build/release/praxis /opt/praxis/praxis
              - name: Check
                run: /opt/praxis/praxis check --format github
              - name: Build
                if: github.event_name != 'pull_request'
                run: /opt/praxis/praxis build
              - name: Hand over what was built
                if: github.event_name != 'pull_request'
                uses: actions/upload-pages-artifact@v3
                with:
                  path: public

          publish:
            needs: site
            if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
            runs-on: ubuntu-latest
            permissions:
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            concurrency:
              group: pages
            steps:
              - name: Publish
                id: deployment
                uses: actions/deploy-pages@v4

        """#
    }
}
