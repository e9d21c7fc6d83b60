/// What the program promises to templates.
package enum ThemeContract {
    /// Changes when a name goes away or comes to mean something else; not when one is added.
    package static let version = 1
}
