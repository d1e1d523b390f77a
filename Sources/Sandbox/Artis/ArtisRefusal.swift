/// Why the port refuses a call or one operation of a lot.
struct ArtisRefusal: Error, Equatable, Sendable {
    enum Code: String, Sendable {
        case badRequest = "REQUETE_INVALIDE"
        case unauthorised = "NON_AUTORISE"
        case unknown = "INCONNU"
        case siretTaken = "SIRET_EXISTANT"
        case referenceTaken = "REFERENCE_EXISTANTE"
        case locked = "AFFAIRE_VERROUILLEE"
        case cursorTooOld = "CURSEUR_PERIME"
        case versionMoved = "VERSION_PERIMEE"
        case tooLarge = "TROP_GRAND"
        case required = "CHAMP_OBLIGATOIRE"
        case invalid = "VALEUR_INVALIDE"
        case keyReused = "CLE_REUTILISEE"
        case tooMany = "TROP_DE_REQUETES"
        case failed = "ERREUR_INTERNE"
        case unavailable = "INDISPONIBLE"

        var status: Int {
            switch self {
            case .badRequest: 400
            case .unauthorised: 401
            case .unknown: 404
            case .siretTaken, .referenceTaken, .locked: 409
            case .cursorTooOld: 410
            case .versionMoved: 412
            case .tooLarge: 413
            case .required, .invalid, .keyReused: 422
            case .tooMany: 429
            case .failed: 500
            case .unavailable: 503
            }
        }
    }

    let code: Code
    let message: String
    /// The field at fault.
    var field: String?
    /// The record that stands in the way.
    var id: String?

    init(_ code: Code, _ message: String, field: String? = nil, id: String? = nil) {
        self.code = code
        self.message = message
        self.field = field
        self.id = id
    }

    /// `{code, message, champ?, id?}`.
    var json: JSON {
        var members: [String: JSON] = ["code": .string(code.rawValue), "message": .string(message)]
        if let field { members["champ"] = .string(field) }
        if let id { members["id"] = .string(id) }
        return .object(members)
    }
}
