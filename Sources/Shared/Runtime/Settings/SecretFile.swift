#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file that holds one secret, as container platforms mount them.
enum SecretFile {
    enum Fault: Error {
        case unreadable, tooLarge, empty

        var allowed: String {
            switch self {
            case .unreadable: "the path of a file that this user can read, in UTF-8"
            case .tooLarge: "a file of at most 64 KiB"
            case .empty: "a file that is not empty"
            }
        }
    }

    /// - Returns: the text without the line ends that editors add.
    static func read(_ path: String) -> Result<String, Fault> {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return .failure(.unreadable) }
        guard data.count <= 65_536 else { return .failure(.tooLarge) }
        guard var text = String(validating: data, as: UTF8.self) else { return .failure(.unreadable) }
        while let last = text.last, last.isNewline { text.removeLast() }
        return text.isEmpty ? .failure(.empty) : .success(text)
    }
}
