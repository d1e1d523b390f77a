/// Where a piece of work comes from, as W3C Trace Context writes it: `00-<trace id>-<parent id>-<flags>`.
///
/// It travels in messages and headers, so that the lines of several programs about one change can be found together.
public struct TraceContext: Sendable, Hashable {
    /// 16 bytes as two halves; never both zero.
    public let traceID: (high: UInt64, low: UInt64)
    /// The step that caused this one; never zero.
    public let parentID: UInt64
    public let sampled: Bool

    /// A new trace.
    public init(using randomness: inout some RandomNumberGenerator) {
        traceID = (.random(in: 1...UInt64.max, using: &randomness), .random(in: 0...UInt64.max, using: &randomness))
        parentID = .random(in: 1...UInt64.max, using: &randomness)
        sampled = true
    }

    private init(traceID: (high: UInt64, low: UInt64), parentID: UInt64, sampled: Bool) {
        self.traceID = traceID
        self.parentID = parentID
        self.sampled = sampled
    }

    /// The next step of the same trace.
    public func child(using randomness: inout some RandomNumberGenerator) -> TraceContext {
        TraceContext(
            traceID: traceID, parentID: .random(in: 1...UInt64.max, using: &randomness), sampled: sampled)
    }

    /// Reads a `traceparent` header of version 00, or the known front part of a later one.
    ///
    /// - Returns: nil when it is none: whoever receives it starts a new trace then.
    public init?(traceparent text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 55, [2, 35, 52].allSatisfy({ bytes[$0] == UInt8(ascii: "-") }),
            let version = hexadecimal(bytes[0..<2]), version != 0xFF,
            bytes.count == 55 || (version > 0 && bytes[55] == UInt8(ascii: "-")),
            let high = hexadecimal(bytes[3..<19]), let low = hexadecimal(bytes[19..<35]), high | low != 0,
            let parent = hexadecimal(bytes[36..<52]), parent != 0, let flags = hexadecimal(bytes[53..<55])
        else { return nil }
        self.init(traceID: (high, low), parentID: parent, sampled: flags & 1 == 1)
    }

    /// A trace of which nothing is known but its id, as journals and log lines name it.
    public init?(continuing trace: String) {
        // Some step of it was the last one: whichever, it is not zero.
        self.init(traceparent: "00-\(trace)-0000000000000001-01")
    }

    public var traceparent: String { "00-\(trace)-\(digits(parentID))-\(sampled ? "01" : "00")" }

    /// The trace id: what log lines carry.
    public var trace: String { digits(traceID.high) + digits(traceID.low) }

    public static func == (left: TraceContext, right: TraceContext) -> Bool { left.traceparent == right.traceparent }
    public func hash(into hasher: inout Hasher) { hasher.combine(traceparent) }
}

/// Lower-case hexadecimal digits only, as the standard asks.
private func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
        default: return nil
        }
    }
    return value
}

private func digits(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
}
