public import Domain
import HTTP
import Runtime

/// By what records are read.
public enum ArtisKeys: Sendable, Hashable {
    case ids([ID<ArtisRecord>])
    /// Our own names of them.
    case references([String])
    /// Tiers only; digits are compared.
    case sirets([String])
    /// Interlocuteurs only; case is ignored.
    case mails([String])

    /// Bodies of one call each.
    var bodies: [JSON] {
        let (name, keys): (String, [String]) =
            switch self {
            case .ids(let ids): ("ids", ids.map(\.rawValue))
            case .references(let references): ("references", references)
            case .sirets(let sirets): ("sirets", sirets)
            case .mails(let mails): ("mails", mails)
            }
        var seen: Set<String> = []
        let distinct = keys.filter { seen.insert($0).inserted }
        return distinct.chunks(of: 100).map { .object([name: .array($0.map(JSON.string))]) }
    }
}
