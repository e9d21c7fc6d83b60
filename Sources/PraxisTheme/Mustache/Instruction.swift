/// What a compiled template does, one step after the other. Every name has become a number.
enum Instruction: Hashable, Sendable {
    case write([UInt8])
    /// Writes a text, escaped.
    case text(FieldPath)
    /// Writes markup as it is.
    case html(FieldPath)
    /// Writes the text that a section has entered.
    case current
    /// Writes a text of the string files, by its number.
    case string(Int)
    /// Writes the address of an asset: the way to the root, and these bytes.
    case asset([UInt8])
    /// Enters the value where it is there: once for each item of a list.
    case section(FieldPath, [Instruction])
    /// Goes on inside where a flag is set.
    case when(FieldPath, [Instruction])
    /// Goes on inside where the value is not there, is false or is empty.
    case unless(FieldPath, [Instruction])
    /// Goes on with the template that the value names.
    case choose(FieldPath, [String: [Instruction]])
    /// Writes what these come to on all pages of one frame, by its number in the frame; see `FramedPrograms`.
    case shared(Int, [Instruction])
}

/// Where a value is: in which of the views that sections have entered, and in which of its fields.
struct FieldPath: Sendable, Hashable {
    /// 0 for the innermost.
    var up: Int
    /// The fields to go through; at least one.
    var fields: [Int]
}
