/// How problems and the status look over a page. It applies to these only, whatever the page's theme is.
enum OverlayStyle {
    static let bytes = Array(text.utf8)

    private static let text = """
        :host {
          --paper: #fff; --ink: #1c1b1a; --soft: #5f5b57; --line: #d8d3cd; --mark: #a1260d; --tint: #fdf1ee;
          color-scheme: light dark;
        }
        @media (prefers-color-scheme: dark) {
          :host { --paper: #201f1e; --ink: #f1eeea; --soft: #b5afa8; --line: #47433f; --mark: #ff9c85; --tint: #33221e; }
        }
        dialog, .reopen, .status { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        dialog {
          box-sizing: border-box; width: min(56rem, 100vw - 2rem); max-height: calc(100vh - 4rem); overflow: auto;
          margin: 2rem auto auto; padding: 1.25rem 1.5rem; border: 1px solid var(--line);
          border-top: 4px solid var(--mark); border-radius: 6px; overflow-wrap: anywhere;
        }
        dialog::backdrop { background: rgb(0 0 0 / 45%); }
        h2 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; padding-inline-end: 6rem; }
        h3 { margin: 1.25rem 0 -0.25rem; font-size: 1rem; }
        p { margin: 0.25rem 0; }
        #about, .place, .note, .rule { color: var(--soft); }
        button {
          font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px;
          padding: 0.25rem 0.75rem; min-height: 2rem; cursor: pointer;
        }
        button:focus-visible, pre:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
        dialog > button { position: absolute; inset-block-start: 1.1rem; inset-inline-end: 1.5rem; }
        ol { list-style: none; margin: 1rem 0 0; padding: 0; }
        li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
        .message { font-weight: 600; }
        .place, .rule, pre { font-family: ui-monospace, monospace; font-size: 0.875rem; }
        .message, .place, .advice, .note, pre { unicode-bidi: plaintext; }
        pre {
          margin: 0.5rem 0; padding: 0.5rem 0.75rem; overflow-x: auto; white-space: pre; border-radius: 4px;
          background: var(--tint); tab-size: 4;
        }
        .line { color: var(--soft); }
        mark { background: none; color: var(--mark); font-weight: 700; text-decoration: underline; text-underline-offset: 3px; }
        .reopen { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483647; border-color: var(--mark); }
        .status {
          position: fixed; inset-block-end: 1rem; inset-inline-start: 1rem; z-index: 2147483647; margin: 0;
          max-width: min(36rem, 100vw - 2rem); box-sizing: border-box; padding: 0.25rem 0.75rem; overflow-wrap: anywhere;
          border: 1px solid var(--line); border-radius: 4px; font-size: 0.875rem; pointer-events: none;
        }
        .reopen[hidden], .status[hidden] { display: none; }
        @media print { .reopen, .status { display: none; } }

        """
}
