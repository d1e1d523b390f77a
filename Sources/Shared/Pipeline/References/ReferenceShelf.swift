public import Database
public import Domain
import FoundationEssentials
import Logging

/// The reference data of the fleet, kept in the database and read from there; fetched by one process at a time.
///
/// Decoded once and held in memory; a batch asks only whether it is still what the database holds. It must: the pairs
/// that a change of reference data wakes are queued by the transaction that keeps it, and nothing would wake them again
/// if they were judged by what was known before.
public actor ReferenceShelf {
    private let database: Database
    private let clock: @Sendable () -> Instant
    private var held: (data: ReferenceData, stamp: String)?

    /// A value that is still unknown after a fetch is not fetched for again within this time; people who have no
    /// counterpart are many and stay so, and are asked for less often.
    private static let noStorm: Duration = .seconds(15)
    private static let noStormOfPeople: Duration = .seconds(60)

    public init(database: Database, clock: @escaping @Sendable () -> Instant) {
        self.database = database
        self.clock = clock
    }

    var isComplete: Bool { held != nil }

    /// Returns once every piece has been fetched, at the fleet's very first start: no batch is worth taking before.
    func complete() async throws(CancellationError) {
        while !isComplete, (try? await current()) == nil {
            do { try await Task.sleep(for: .milliseconds(500)) } catch { throw CancellationError() }
        }
    }

    /// The data at hand. Before the first fetch of the fleet the work is put off for a moment.
    public func current() async throws(StepFailure) -> ReferenceData {
        let stamp: String
        let rows: [ReferenceRow]
        do throws(DatabaseError) {
            stamp = try await database.first(ReadReferenceStamp()) ?? ""
            if let held, held.stamp == stamp { return held.data }
            rows = try await database.run(ReadReferences())
        } catch {
            throw .database(error)
        }
        guard let data = ReferenceData(rows: rows) else {
            throw .later(clock() + .seconds(2), reason: "reference data is being fetched")
        }
        held = (data, stamp)
        return data
    }

    /// A value was met that the data at hand does not know: asks for a fetch before its time. Should that fail, the
    /// usual time brings it.
    public func want(for pairs: [Pair]) async {
        let keys = Set(pairs.compactMap(\.reason).flatMap(ReferenceKey.knowing))
        if !keys.isEmpty {
            _ = try? await database.execute(WantReferences(keys.map(\.rawValue).sorted(), atMost: Self.noStorm))
        }
        let warnings = Set(pairs.flatMap(\.warnings).map(\.code))
        let isNewCreator = pairs.contains { !$0.isLatched && $0.warnings.contains { $0.code == .creatorUnknown } }
        if warnings.contains(.personUnmatched) || isNewCreator {
            let people = [ReferenceKey.owners, .collaborateurs].map(\.rawValue)
            _ = try? await database.execute(WantReferences(people, atMost: Self.noStormOfPeople))
        }
    }
}

extension ReferenceData {
    /// - Returns: nil while a piece has never been fetched.
    init?(rows: [ReferenceRow]) {
        let texts = Dictionary(
            rows.compactMap { row in row.value.map { (row.key, $0) } }, uniquingKeysWith: { first, _ in first })
        func piece<Value: Decodable>(_ key: ReferenceKey, as: Value.Type = Value.self) -> Value? {
            texts[key.rawValue].flatMap { try? JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
        }
        guard let owners = piece(.owners, as: [Owner].self),
            let collaborateurs = piece(.collaborateurs, as: [ArtisPerson].self),
            let pipelines = piece(.pipelines, as: [SalesPipeline].self),
            let properties = piece(.companyProperties, as: CompanyProperties.self),
            let civilities = piece(.civilities, as: LabelTable.self), let roles = piece(.roles, as: LabelTable.self),
            let actions = piece(.actions, as: ActionTable.self), let zone = piece(.account, as: ZoneOffsets.self),
            let references = piece(.ownReferences, as: [String: ReferenceProperty].self),
            let trigger = piece(.trigger, as: String?.self), let delay = piece(.delay, as: String?.self)
        else { return nil }
        self.init(
            people: People(owners: owners, collaborateurs: collaborateurs), pipelines: pipelines,
            lifecycleStages: properties.lifecycleStages, civilities: civilities, roles: roles, actions: actions,
            trigger: trigger, delay: delay, zone: zone, siretProperty: properties.siret,
            ownReferences: references.reduce(into: [:]) { own, next in Kind(rawValue: next.key).map { own[$0] = next.value } })
    }

    /// R16: the pipeline used with artis, if that is settled.
    public func salesPipeline(setting: String?) -> SalesPipeline? {
        if case .one(let pipeline) = PipelineChoice.choose(setting: setting, pipelines: pipelines) { pipeline } else { nil }
    }
}
