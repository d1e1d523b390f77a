/// The language of what a person reads: French or English.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case fr, en

    /// As POSIX orders them: `LC_ALL`, then `LC_MESSAGES`, then `LANG`; the first that is not empty decides. A French
    /// locale (`fr`, `fr_FR.UTF-8`, `fr_CH`) gives French, every other and none English.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let language = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
        self = language == "fr" ? .fr : .en
    }

    /// The one of two texts that is in this language.
    public func pick(fr french: String, en english: String) -> String { self == .fr ? french : english }
}
