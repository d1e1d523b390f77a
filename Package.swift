// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every Swift target of the house.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// Rooms that hold C handles are also checked for memory safety, word by word.
let fenced = house + [.strictMemorySafety()]

func product(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package)
}

let logging = product("Logging", "swift-log")
let arguments = product("ArgumentParser", "swift-argument-parser")
let lifecycle = product("ServiceLifecycle", "swift-service-lifecycle")
let signals = product("UnixSignals", "swift-service-lifecycle")
let crypto = product("Crypto", "swift-crypto")
let hummingbird = product("Hummingbird", "hummingbird")

/// What the body of a worker program needs, whichever entity it serves.
let workerRooms: [Target.Dependency] = [
    "Domain", "Runtime", "Observability", "Messaging", "Database", "HTTP", "HubSpot", "Artis", "Pipeline", "Trades",
    logging, arguments, lifecycle,
]

func worker(_ name: String, _ folder: String) -> Target {
    .executableTarget(name: name, dependencies: workerRooms, path: "Sources/Workers/\(folder)", swiftSettings: house)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, resources: resources,
        swiftSettings: house)
}

let package = Package(
    name: "passerelle",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ingest", targets: ["Ingest"]),
        .executable(name: "company-worker", targets: ["CompanyWorker"]),
        .executable(name: "deal-worker", targets: ["DealWorker"]),
        .executable(name: "contact-worker", targets: ["ContactWorker"]),
        .executable(name: "activity-worker", targets: ["ActivityWorker"]),
        .executable(name: "dashboard", targets: ["Dashboard"]),
        .executable(name: "passerelle", targets: ["Console"]),
        .executable(name: "sandbox", targets: ["Sandbox"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    ],
    targets: [
        // The three C libraries, one module map each.
        .systemLibrary(
            name: "CRabbitMQ", path: "Sources/Shared/CRabbitMQ", pkgConfig: "librabbitmq",
            providers: [.apt(["librabbitmq-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/Shared/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CPostgres", path: "Sources/Shared/CPostgres", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]),

        // Shared rooms. Arrows point down; HouseTests read the imports.
        .target(name: "Domain", path: "Sources/Shared/Domain", swiftSettings: house),
        .target(
            name: "Runtime", dependencies: [logging, lifecycle, signals, "Domain"], path: "Sources/Shared/Runtime",
            swiftSettings: house),
        .target(
            name: "Observability", dependencies: ["Domain", "Runtime", logging], path: "Sources/Shared/Observability",
            swiftSettings: house),
        .target(
            name: "Telemetry", dependencies: ["Runtime", "Observability", logging, lifecycle, hummingbird],
            path: "Sources/Shared/Telemetry", swiftSettings: house),
        .target(
            name: "Messaging", dependencies: ["CRabbitMQ", "Domain", "Runtime", "Observability", logging],
            path: "Sources/Shared/Messaging", swiftSettings: fenced),
        .target(
            name: "Database", dependencies: ["CPostgres", "Domain", "Runtime", "Observability", logging],
            path: "Sources/Shared/Database", resources: [.embedInCode("Migrations")], swiftSettings: fenced),
        .target(
            name: "HTTP", dependencies: ["CCurl", "Domain", "Runtime", "Observability", logging],
            path: "Sources/Shared/HTTP", swiftSettings: fenced),
        .target(
            name: "HubSpot", dependencies: ["Domain", "Runtime", "Observability", "HTTP", crypto],
            path: "Sources/Shared/HubSpot", swiftSettings: house),
        .target(
            name: "Artis", dependencies: ["Domain", "Runtime", "Observability", "HTTP"], path: "Sources/Shared/Artis",
            swiftSettings: house),
        .target(
            name: "Pipeline",
            dependencies: [
                "Domain", "Runtime", "Observability", "Telemetry", "Messaging", "Database", "HTTP", "HubSpot", "Artis",
                logging, lifecycle,
            ], path: "Sources/Shared/Pipeline", swiftSettings: house),
        .target(
            name: "Trades", dependencies: ["Domain", "Runtime", "Database", "HTTP", "HubSpot", "Artis", "Pipeline"],
            path: "Sources/Workers/Trades", swiftSettings: house),
        .target(
            name: "TestKit", dependencies: ["Database", "HTTP", logging],
            path: "Sources/Shared/TestKit", swiftSettings: house),

        // Programs.
        .executableTarget(
            name: "Ingest", dependencies: workerRooms + [hummingbird], path: "Sources/Ingest", swiftSettings: house),
        worker("CompanyWorker", "Company"),
        worker("DealWorker", "Deal"),
        worker("ContactWorker", "Contact"),
        worker("ActivityWorker", "Activity"),
        .target(
            name: "Oversight",
            dependencies: [
                "Domain", "Runtime", "Messaging", "Database", "HTTP", "HubSpot", "Artis", "Pipeline", "Trades", logging,
            ], path: "Sources/Operations/Oversight", swiftSettings: house),
        .executableTarget(
            name: "Console", dependencies: workerRooms + ["Oversight"], path: "Sources/Operations/Console",
            swiftSettings: house),
        .executableTarget(
            name: "Dashboard", dependencies: workerRooms + ["Oversight", crypto, hummingbird],
            path: "Sources/Operations/Dashboard", swiftSettings: house),
        .executableTarget(
            name: "Sandbox", dependencies: [logging, arguments, lifecycle, crypto, hummingbird], path: "Sources/Sandbox",
            swiftSettings: house),

        // Tests: a folder per room, the fleet on real servers, and the house itself.
        tests("DomainTests", ["Domain"]),
        tests("RuntimeTests", ["Runtime", "Observability", "Telemetry", "Domain", logging, lifecycle, signals]),
        tests("MessagingTests", ["Messaging", "Runtime", "TestKit", logging]),
        tests("DatabaseTests", ["Database", "TestKit", "Domain", "Runtime", "Observability", logging]),
        tests("HTTPTests", ["HTTP", "Domain", "Observability", "TestKit", logging]),
        tests("VendorTests", ["HubSpot", "Artis", "HTTP", "Domain", "Runtime", "TestKit", logging, crypto]),
        tests(
            "PipelineTests",
            ["Pipeline", "Observability", "Trades", "Artis", "HubSpot", "HTTP", "Database", "Messaging", "Domain", "Runtime", "TestKit", logging]),
        tests("SandboxTests", ["Sandbox", "HTTP", "TestKit"], exclude: ["python"]),
        tests(
            "IngestTests",
            ["Ingest", "Pipeline", "HubSpot", "Artis", "HTTP", "Database", "Messaging", "Domain", "Runtime", "TestKit", logging]),
        tests(
            "ConsoleTests",
            ["Console", "Oversight", "Pipeline", "Domain", "Runtime", "Database", "Messaging", "HTTP", "HubSpot", "Artis", "TestKit", arguments]),
        tests(
            "DashboardTests",
            ["Dashboard", "Oversight", "Pipeline", "Domain", "Runtime", "Database", "Messaging", "HTTP", "HubSpot", "Artis", "TestKit", logging]),
        tests("FlowTests", ["Domain", "Runtime", "Observability", "Database", "Messaging", "HTTP", "TestKit", crypto], exclude: ["python"]),
        tests("DockerTests", ["HTTP", "TestKit"]),
        tests("HouseTests", []),
    ],
    swiftLanguageModes: [.v6]
)
