/// Which of a text's plural forms goes with a number, in one language. (Unicode CLDR, “Language Plural Rules”, for whole
/// numbers.)
enum PluralRule: Sendable, Hashable {
    /// The forms that a language may have.
    enum Form: String, CaseIterable, Sendable {
        case zero, one, two, few, many, other
    }

    /// One form for every number: Japanese, Chinese, Korean, Vietnamese, Thai, Indonesian.
    case single
    /// 1 apart from all others: English, Swedish, German and most others.
    case oneIsOne
    /// 0 and 1 together: French, Portuguese.
    case zeroAndOne
    /// By the last digits: Russian, Ukrainian, Belarusian.
    case eastSlavic
    /// By the last digits, without a form for many: Serbian, Croatian, Bosnian.
    case southSlavic
    case polish
    /// 1, 2 to 4, others: Czech, Slovak.
    case czech
    case slovenian
    case lithuanian
    case latvian
    case romanian
    case irish
    case hebrew
    case arabic
    /// By the last digit: Icelandic.
    case icelandic

    /// The rule of a language, by the first part of its BCP 47 tag.
    init(language: String) {
        switch language.prefix(while: { $0 != "-" }).lowercased() {
        case "ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my", "km": self = .single
        case "fr", "pt", "hy", "hi", "bn", "fa", "am": self = .zeroAndOne
        case "ru", "uk", "be": self = .eastSlavic
        case "sr", "hr", "bs": self = .southSlavic
        case "pl": self = .polish
        case "cs", "sk": self = .czech
        case "sl": self = .slovenian
        case "lt": self = .lithuanian
        case "lv": self = .latvian
        case "ro": self = .romanian
        case "ga": self = .irish
        case "he": self = .hebrew
        case "ar": self = .arabic
        case "is": self = .icelandic
        default: self = .oneIsOne
        }
    }

    /// The form for a number; a negative one counts like its positive.
    func form(for number: Int) -> Form {
        let count = number.magnitude
        let ten = count % 10
        let hundred = count % 100
        switch self {
        case .single: return .other
        case .oneIsOne: return count == 1 ? .one : .other
        case .zeroAndOne: return count <= 1 ? .one : .other
        case .eastSlavic, .southSlavic:
            if ten == 1, hundred != 11 { return .one }
            if 2...4 ~= ten, !(12...14 ~= hundred) { return .few }
            return self == .eastSlavic ? .many : .other
        case .polish:
            if count == 1 { return .one }
            return 2...4 ~= ten && !(12...14 ~= hundred) ? .few : .many
        case .czech:
            return count == 1 ? .one : 2...4 ~= count ? .few : .other
        case .slovenian:
            return hundred == 1 ? .one : hundred == 2 ? .two : 3...4 ~= hundred ? .few : .other
        case .lithuanian:
            if 11...19 ~= hundred || ten == 0 { return .other }
            return ten == 1 ? .one : .few
        case .latvian:
            if ten == 0 || 11...19 ~= hundred { return .zero }
            return ten == 1 ? .one : .other
        case .romanian:
            return count == 1 ? .one : count == 0 || 1...19 ~= hundred ? .few : .other
        case .irish:
            switch count {
            case 1: return .one
            case 2: return .two
            case 3...6: return .few
            case 7...10: return .many
            default: return .other
            }
        case .hebrew: return count == 1 ? .one : count == 2 ? .two : .other
        case .arabic:
            switch (count, hundred) {
            case (0, _): return .zero
            case (1, _): return .one
            case (2, _): return .two
            case (_, 3...10): return .few
            case (_, 11...99): return .many
            default: return .other
            }
        case .icelandic: return ten == 1 && hundred != 11 ? .one : .other
        }
    }
}
