import Domain
import HTTP
import TestKit

extension Walk {
    /// A field of a record gets a new value on one side.
    mutating func edit() async throws {
        let side = side()
        guard let index = any(side) else { return }
        let (field, value) = novelty(records[index])
        try await type(records[index], side, [(field, side == .hubspot ? value.hubspot : value.artis)])
    }

    /// Both sides of one record change at one instant, in one field or in two.
    mutating func clash() async throws {
        guard let index = any(.hubspot, { $0.id(.artis) != nil }) else { return }
        let record = records[index]
        let (there, left) = novelty(record)
        let (here, right) = novelty(record)
        let walk = self
        async let first: Void = walk.type(record, .hubspot, [(there, left.hubspot)])
        async let second: Void = walk.type(record, .artis, [(here, right.artis)])
        _ = try await (first, second)
    }

    mutating func clear() async throws {
        let side = side()
        guard let index = any(side) else { return }
        let record = records[index]
        let fields = SharedField.of(record.kind).filter {
            $0.property != record.markedField.property && !(record.isTwin && $0.tellsTwins)
                && ($0.clearing == .carried || ($0.clearing != .never && side == .hubspot))
        }
        guard let field = fields.randomElement(using: &random) else { return }
        var cleared = [(field, "")]
        // An e-mail holds its body twice, and people see one.
        if side == .hubspot, record.kind == .email, field.form == .html {
            cleared.append((SharedField(property: "hs_email_text", name: field.name), ""))
        }
        try await type(record, side, cleared)
    }

    /// A deal goes on; one in twelve is lost or won for good (R17).
    mutating func stage() async throws {
        let side = side()
        guard let index = any(side, { $0.kind == .deal }) else { return }
        let isLast = Int.random(in: 0..<12, using: &random) == 0
        let names = isLast ? ["Gagnée", "Perdue", "Annulée"] : ["Approche", "Négociation", "Conclusion"]
        guard let name = names.randomElement(using: &random),
            let field = SharedField.of(.deal).first(where: { $0.form == .stage })
        else { return }
        try await type(records[index], side, [(field, side == .hubspot ? scene.stages[name] ?? "" : name)])
    }

    /// A value that a field of this record has never had; the mark stays.
    private mutating func novelty(_ record: WalkRecord) -> (SharedField, (hubspot: String, artis: String)) {
        let fields = SharedField.of(record.kind).filter {
            // A SIRET changes seldom, and a closed deal is the matter of another deed.
            ($0.form != .siret || Int.random(in: 0..<4, using: &random) == 0) && !(record.isTwin && $0.tellsTwins)
        }
        let field = fields.randomElement(using: &random) ?? record.markedField
        if field.property == record.markedField.property {
            let text = "\(record.mark) Fois \(next())"
            return (field, (text, text))
        }
        return (field, field.value(Int.random(in: 0..<8, using: &random), words))
    }
}
