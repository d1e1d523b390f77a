package import Domain

extension Language {
    /// The text for whoever reads.
    package func of(fr french: String, en english: String) -> String { self == .fr ? french : english }
}
