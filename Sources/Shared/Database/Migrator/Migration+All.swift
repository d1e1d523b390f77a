extension Migration {
    /// Every migration of this program, in order. A file added to the folder `Migrations` is added here: what embeds
    /// the files gives no list.
    public static let all = [
        Migration(number: 1, name: "schema", bytes: PackageResources.M0001_schema_sql),
        Migration(number: 2, name: "limiter", bytes: PackageResources.M0002_limiter_sql),
        Migration(number: 3, name: "both_ways", bytes: PackageResources.M0003_both_ways_sql),
        Migration(number: 4, name: "released_sirets", bytes: PackageResources.M0004_released_sirets_sql),
        Migration(number: 5, name: "lanes", bytes: PackageResources.M0005_lanes_sql),
        Migration(number: 6, name: "dashboard", bytes: PackageResources.M0006_dashboard_sql),
        Migration(number: 7, name: "called", bytes: PackageResources.M0007_called_sql),
        Migration(number: 8, name: "restorable", bytes: PackageResources.M0008_restorable_sql, serves: 7),
        Migration(number: 9, name: "found_again", bytes: PackageResources.M0009_found_again_sql, serves: 7),
    ]

    private init(number: Int, name: String, bytes: [UInt8], serves: Int? = nil) {
        self.init(number: number, name: name, sql: String(decoding: bytes, as: UTF8.self), serves: serves)
    }
}
