extension Migration {
    /// Every migration of this program, in order. A file added to the folder `Migrations` is added here: what embeds
    /// the files gives no list.
    public static let all = [
        Migration(number: 1, name: "schema", bytes: PackageResources.M0001_schema_sql),
        Migration(number: 2, name: "limiter", bytes: PackageResources.M0002_limiter_sql),
        Migration(number: 3, name: "both_ways", bytes: PackageResources.M0003_both_ways_sql),
        Migration(number: 7, name: "dashboard", bytes: PackageResources.M0007_dashboard_sql),
        Migration(number: 8, name: "called", bytes: PackageResources.M0008_called_sql),
    ]

    private init(number: Int, name: String, bytes: [UInt8]) {
        self.init(number: number, name: name, sql: String(decoding: bytes, as: UTF8.self))
    }
}
