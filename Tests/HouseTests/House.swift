import FoundationEssentials

/// The files of the repository, read once.
enum House {
    /// The folder that holds Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    static let sources = files(under: "Sources", endingIn: ".swift")

    /// All files below a folder whose name ends so, in the order of their paths.
    static func files(under folder: String, endingIn ending: String = "") -> [SourceFile] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root + folder)) ?? []
        return paths.filter { $0.hasSuffix(ending) }.sorted().compactMap { file("\(folder)/\($0)") }
    }

    /// Nil when there is no such file, or when it holds no text.
    static func file(_ path: String) -> SourceFile? {
        guard let data = FileManager.default.contents(atPath: root + path), let text = String(validating: data, as: UTF8.self)
        else { return nil }
        return SourceFile(path: path, text: text)
    }
}
