import Testing

@Suite("Nothing ties the sources to one machine")
struct PortableTests {
    private static let files =
        ["Sources", "Tests", "bin", "docker", ".ci"].flatMap { House.files(under: $0) }
        + ["Package.swift", "README.md"].compactMap(House.file)

    private static let homes = ["home", "Users", "root"].map { "/\($0)/" }

    /// Hosts that anybody reaches, or that are nobody's (RFC 2606). A name without a dot is a container's; one that
    /// ends with a dot is put together at run time.
    private static let known: Set<String> = [
        "github.com", "api.hubapi.com", "api.hubspot.com", "app.hubspot.com", "developers.hubspot.com",
        "json-schema.org", "spec.openapis.org", "www.w3.org", "www.rfc-editor.org", "www.postgresql.org",
        "www.rabbitmq.com", "prometheus.io", "curl.se",
    ]

    private static func isFine(_ host: String) -> Bool {
        let nobody = ["example", "invalid", "test", "localhost"]
        return known.contains(host) || !host.contains(".") || host.hasSuffix(".") || host.allSatisfy { $0.isNumber || $0 == "." }
            || nobody.contains { host.hasSuffix(".\($0)") } || host.contains(/(^|\.)example\.(com|org|net|fr)$/)
    }

    @Test("No path into somebody's home")
    func homePaths() {
        expectNone(
            Self.files.flatMap { file in
                file.lines.enumerated().compactMap { index, line in
                    Self.homes.first { line.contains($0) }.map { Fault(file.path, index + 1, "names \($0)") }
                }
            })
    }

    @Test("No host but well-known ones: packages come from wherever the machine gets them")
    func hosts() {
        expectNone(
            Self.files.flatMap { file in
                file.lines.enumerated().flatMap { index, line in
                    guard line.contains("://") else { return [Fault]() }
                    return line.matches(of: /https?:\/\/(?:[^\/@\s"']*@)?([A-Za-z0-9.\-]+)/)
                        .map { String($0.output.1) }
                        .filter { !Self.isFine($0) }
                        .map { Fault(file.path, index + 1, "names the host \($0)") }
                }
            })
    }
}
