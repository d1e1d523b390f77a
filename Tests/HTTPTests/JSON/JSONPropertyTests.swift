import HTTP
import Testing

/// Values and bytes made by a seed: the same ones in every run.
@Suite struct JSONPropertyTests {
    struct Seed: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 32) | (state << 32)
        }
    }

    private func value(_ seed: inout Seed, depth: Int = 0) -> JSON {
        let texts = ["", "é", "\"\\/\n\u{1}\u{7F}", "a\0", "😀\u{2028}", "12"]
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &seed) {
        case 0: return .null
        case 1: return .bool(.random(using: &seed))
        case 2: return .number(JSONNumber(.random(in: .min ... .max, using: &seed)))
        case 3: return JSONNumber("-12.340e5").map(JSON.number) ?? .null
        case 4: return .string(texts.randomElement(using: &seed) ?? "")
        case 5: return .array((0..<3).map { _ in value(&seed, depth: depth + 1) })
        default:
            return .object(Dictionary(texts.map { ($0, value(&seed, depth: depth + 1)) }) { first, _ in first })
        }
    }

    @Test(arguments: UInt64(1)...200)
    func whatIsWrittenIsReadAgain(number: UInt64) throws {
        var seed = Seed(state: number)
        let value = value(&seed)
        let bytes = value.serialise()
        #expect(try JSON.parse(bytes) == value)
        #expect(try JSON.parse(bytes).serialise() == bytes)
    }

    @Test(arguments: UInt64(1)...200)
    func brokenBytesAreReadOrRefusedAndNeverTrap(number: UInt64) {
        var seed = Seed(state: number)
        var bytes = value(&seed).serialise()
        for _ in 0..<20 {
            guard let place = bytes.indices.randomElement(using: &seed) else { break }
            switch Int.random(in: 0..<3, using: &seed) {
            case 0: bytes[place] = .random(in: 0...255, using: &seed)
            case 1: bytes.remove(at: place)
            default: bytes.insert("\"\\{[u:,-e.".utf8.randomElement(using: &seed) ?? 0, at: place)
            }
            if let value = try? JSON.parse(bytes) { #expect((try? JSON.parse(value.serialise())) == value) }
        }
    }
}
