/// Which room may import which: arrows point down.
enum Rooms {
    private static let ground: Set<String> = ["Domain", "Runtime", "Observability"]
    private static let vendors = ground.union(["HTTP"])
    private static let program = ground.union([
        "Telemetry", "Messaging", "Database", "HTTP", "HubSpot", "Artis", "Pipeline", "Trades",
    ])

    static let allowed: [String: Set<String>] = [
        "Domain": [],
        "Runtime": ["Domain"],
        "Observability": ["Domain", "Runtime"],
        "Telemetry": ground,
        "Messaging": ground, "Database": ground, "HTTP": ground,
        "HubSpot": vendors, "Artis": vendors,
        "Pipeline": program.subtracting(["Pipeline", "Trades"]),
        "Trades": program.subtracting(["Trades"]),
        "TestKit": ["Domain", "Runtime", "Database", "Messaging", "HTTP"],
        // What an operator sees and does, and the two doors to it.
        "Oversight": program, "Console": program.union(["Oversight"]), "Dashboard": program.union(["Oversight"]),
        "Ingest": program,
        "CompanyWorker": program, "DealWorker": program, "ContactWorker": program, "ActivityWorker": program,
        // The stand-ins share nothing with the clients, or their faults would cancel out.
        "Sandbox": [],
    ]

    /// The C modules, and the one folder that may import each.
    static let fences = [
        "CRabbitMQ": "Sources/Shared/Messaging/RabbitMQ/",
        "CPostgres": "Sources/Shared/Database/Postgres/",
        "CCurl": "Sources/Shared/HTTP/Curl/",
    ]

    static func isFenced(_ path: String) -> Bool { fences.values.contains { path.hasPrefix($0) } }
}
