public import Domain
import HTTP

/// What artis says against a call, or against one operation of a batch (artis-port.md, "Errors").
public struct ArtisError: Error, Sendable, Equatable {
    public var status: Int
    /// Such as `SIRET_EXISTANT`, `AFFAIRE_VERROUILLEE`, `CHAMP_OBLIGATOIRE`.
    public var code: String
    /// At most 500 characters.
    public var message: String
    /// The name of the field that is refused.
    public var field: String?
    /// The record that stands in the way: which holds the SIRET or the reference.
    public var id: ID<ArtisRecord>?

    public init(
        status: Int, code: String, message: String, field: String? = nil, id: ID<ArtisRecord>? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.field = field
        self.id = id
    }
}

extension ArtisError {
    /// `{code, message, champ?, id?}`; a bridge that answers without a body still refuses.
    init(_ json: JSON, status: Int, id: ID<ArtisRecord>? = nil) {
        self.init(
            status: status, code: json["code"]?.string ?? "",
            message: String((json["message"]?.string ?? "").prefix(500)),
            field: json["champ"]?.string, id: json["id"]?.text.map { ID($0) } ?? id)
    }
}
