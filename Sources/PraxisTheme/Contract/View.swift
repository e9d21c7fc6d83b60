/// What one kind of page, or one part of a page, offers to templates: a value with named fields.
///
/// Its contract is the only table of those names. From it come what a template may say, what is read when a page is
/// rendered, and the documentation.
package protocol View: Sendable {
    static var contract: Contract<Self> { get }
}

extension View {
    /// The contract without the view's type.
    static var description: ContractDescription { contract.description }

    /// The view as the renderer takes it.
    var boxed: BoxedView { BoxedView(ViewContent(self)) }
}
