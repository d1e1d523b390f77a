/// Where PostgreSQL is.
public struct DatabaseSettings: SettingsGroup, Hashable {
    /// A libpq URL; libpq checks what follows the scheme when it connects.
    public let url: Secret

    public init(url: Secret) { self.url = url }

    public init(from reader: inout SettingsReader) {
        url = reader.required(
            .databaseURL, standIn: Secret(""),
            allowed: "a libpq URL such as postgresql://user:password@host:5432/database"
        ) { text in
            text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") ? Secret(text) : nil
        }
    }
}
