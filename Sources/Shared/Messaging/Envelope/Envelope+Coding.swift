import Domain
import FoundationEssentials

extension Envelope {
    /// Its bytes on the wire; equal envelopes have equal bytes.
    public var encoded: [UInt8] {
        let wire = Wire(
            v: WholeNumber(value: Self.format), kind: kind.rawValue, system: system.rawValue, id: id,
            pair: pair.map(WholeNumber.init(value:)), version: WholeNumber(value: version), lane: lane.rawValue,
            trace: trace)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Text and whole numbers only: nothing in it can fail to be JSON.
        return [UInt8]((try? encoder.encode(wire)) ?? FoundationEssentials.Data())
    }

    /// Reads a message. Fields that it does not know are passed over, so that a later version may add some.
    public init(decoding bytes: [UInt8]) throws(EnvelopeError) {
        let format = try Self.read(Format.self, bytes).v.value
        if format > Self.format { throw .futureVersion(format) }
        if format < 1 { throw .wrongType(field: "v") }
        let wire = try Self.read(Wire.self, bytes)
        guard let kind = Kind(rawValue: wire.kind) else { throw .unknownKind(wire.kind) }
        guard let system = System(rawValue: wire.system) else { throw .unknownSystem(wire.system) }
        guard let lane = Lane(rawValue: wire.lane) else { throw .unknownLane(wire.lane) }
        if wire.id.isEmpty { throw .wrongType(field: "id") }
        if wire.version.value < 0 { throw .wrongType(field: "version") }
        self.init(
            kind: kind, system: system, id: wire.id, pair: wire.pair?.value, version: wire.version.value,
            lane: lane, trace: wire.trace)
    }

    /// Read first: a future version may have changed everything else.
    private struct Format: Decodable {
        var v: WholeNumber
    }

    private struct Wire: Codable {
        var v: WholeNumber
        var kind: String
        var system: String
        var id: String
        var pair: WholeNumber?
        var version: WholeNumber
        var lane: String
        var trace: String?
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws(EnvelopeError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: FoundationEssentials.Data(bytes))
        } catch let error as DecodingError {
            throw EnvelopeError(error)
        } catch {
            throw .notJSON
        }
    }
}

extension EnvelopeError {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, _): self = .missing(field: key.stringValue)
        case .valueNotFound(_, let context): self = Self.at(context) { .missing(field: $0) }
        case .typeMismatch(_, let context), .dataCorrupted(let context): self = Self.at(context) { .wrongType(field: $0) }
        @unknown default: self = .notJSON
        }
    }

    /// Without a path it is the whole that is wrong.
    private static func at(_ context: DecodingError.Context, _ error: (String) -> Self) -> Self {
        context.codingPath.last.map { error($0.stringValue) } ?? .notJSON
    }
}
