extension UInt8 {
    /// A letter, a digit or a low line of ASCII, or any byte of another character.
    var isWordByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }

    /// A space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
