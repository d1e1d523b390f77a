public import Domain
import HTTP

/// What artis made of one operation.
public enum ArtisResult: Sendable, Equatable {
    case done(ID<ArtisRecord>, Int64)
    case refused(ArtisError)

    init(_ json: JSON, status: Int) throws(ArtisFailure) {
        guard let own = json["statut"]?.int else { throw .faulted(status, "a result without \"statut\"") }
        let id = json["id"]?.text.map { ID<ArtisRecord>($0) }
        guard (200..<300).contains(own) else {
            self = .refused(ArtisError(json["erreur"] ?? .null, status: own, id: id))
            return
        }
        guard let id, let version = json["version"]?.text.flatMap({ Int64($0) }) else {
            throw .faulted(status, "a result without \"id\" and \"version\"")
        }
        self = .done(id, version)
    }
}
