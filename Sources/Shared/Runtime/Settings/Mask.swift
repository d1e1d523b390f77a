/// How a secret that is wrong is shown to whoever must repair it.
enum Mask {
    /// A URL keeps its scheme and what follows the credentials up to the query; everything else is hidden whole.
    static func text(_ secret: String) -> String {
        guard let colon = secret.firstRange(of: "://") else { return "***" }
        let scheme = secret[..<colon.lowerBound]
        guard !scheme.isEmpty, scheme.count <= 12, scheme.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return "***"
        }
        // A password may itself hold / ? # and @ unescaped: everything up to the last @ counts as credentials.
        guard let at = secret.lastIndex(of: "@") else { return "\(scheme)://***" }
        let place = secret[secret.index(after: at)...].prefix { $0 != "?" && $0 != "#" }
        return "\(scheme)://***@\(place.prefix(200))"
    }
}
