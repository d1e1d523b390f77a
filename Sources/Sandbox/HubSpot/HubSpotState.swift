/// All that the account holds, and what the call under way has done to it.
struct HubSpotState: Sendable {
    static let portalId = 145_000_001
    static let appId = 7_000_001

    var settings: HubSpotSettings {
        didSet { limits.apply(settings) }
    }
    var limits: RateLimits
    /// ms since 1970; set as each call begins.
    var now = 0
    var shelves: [ObjectType: Shelf]
    var definitions: [ObjectType: [String: PropertyDefinition]]
    var groups: [ObjectType: [String: String]]
    var owners: [Owner] = []
    var pipelines: [Pipeline] = []
    /// What webhooks will tell of this call.
    var events: [[String: JSON]] = []
    /// What the ledger will be told of this call.
    var dirty: Set<LedgerKey> = []
    /// Data is being planted: nobody is told.
    var isQuiet = false
    private var calls = 0

    init(_ settings: HubSpotSettings) {
        self.settings = settings
        limits = RateLimits(settings)
        let types = ObjectType.allCases
        shelves = Dictionary(uniqueKeysWithValues: types.map { ($0, Shelf($0)) })
        definitions = Dictionary(
            uniqueKeysWithValues: types.map { type in
                let standard = StandardProperties.of(type).map { ($0.name, $0) }
                return (type, Dictionary(uniqueKeysWithValues: standard))
            })
        groups = Dictionary(
            uniqueKeysWithValues: types.map { type in
                let name = StandardProperties.group(of: type)
                return (type, [name: name])
            })
        pipelines = [Self.salesPipeline]
    }

    subscript(type: ObjectType) -> Shelf {
        get { shelves[type] ?? Shelf(type) }
        _modify {
            yield &shelves[type, default: Shelf(type)]
        }
    }

    /// Names of a type's properties whose values are unique; a contact's e-mail always is.
    func unique(_ type: ObjectType) -> [String] {
        let own = (definitions[type] ?? [:]).values.filter(\.hasUniqueValue).map(\.name)
        return type == .contacts ? own + ["email"] : own
    }

    mutating func correlation() -> String {
        calls += 1
        let digits = String(calls, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    mutating func mark(_ type: ObjectType, _ id: Int) {
        dirty.insert(.record(type, id))
    }

    func hasOwner(_ id: String) -> Bool {
        owners.contains { String($0.id) == id }
    }

    /// The pipeline that every new account has.
    private static let salesPipeline = Pipeline(
        id: "default", label: "Sales Pipeline", displayOrder: 0,
        stages: [
            ("appointmentscheduled", "Appointment Scheduled", "0.2"), ("qualifiedtobuy", "Qualified To Buy", "0.4"),
            ("contractsent", "Contract Sent", "0.9"), ("closedwon", "Closed Won", "1.0"),
            ("closedlost", "Closed Lost", "0.0"),
        ].enumerated().map { order, stage in
            Pipeline.Stage(id: stage.0, label: stage.1, displayOrder: order, probability: stage.2)
        })
}

/// What one line of the ledger is about.
enum LedgerKey: Hashable, Sendable {
    case record(ObjectType, Int)
    case sequence(ObjectType)
    case property(ObjectType, String)
    case group(ObjectType, String)
    case owners
    case pipelines
}
