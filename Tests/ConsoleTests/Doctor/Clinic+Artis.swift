import HTTP
import TestKit

/// What a consultant does at the screens of artis.net.
extension Clinic {
    static let trigger = "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"
    static let delay = "HUBSPOT_DELAI_APPELS"

    func person(_ id: String, _ mail: String, active: Bool = true) async throws {
        try await sandbox.artis(.put, "artis/collaborateurs/\(id)", ["mail": .string(mail), "actif": .bool(active)])
    }

    func labels(_ table: String, _ rows: [(code: String, label: String, active: Bool)]) async throws {
        let lines = rows.enumerated().map { place, row -> JSON in
            [
                "position": JSON(integerLiteral: Int64(place + 1)), "code": .string(row.code), "libelle": .string(row.label),
                "actif": .bool(row.active),
            ]
        }
        try await sandbox.artis(.put, "artis/tables-de-libelles/\(table)", ["libelles": .array(lines)])
    }

    func role(_ code: String, active: Bool = true) async throws {
        try await labels("role-commercial", [(code, "Télévendeur", active)])
    }

    func civilities(active: Bool = true) async throws {
        try await labels("qualite-personne", Self.codes.map { ($0.0, $0.1, active && $0.0 != "MLLE") })
    }

    static let actions = [
        ("Commerce", "Appel", "Prospection", "CALL"), ("Commerce", "Rendez-vous", "Visite", "MEETING"),
        ("Commerce", "Mail", "Envoi d'offre", "EMAIL"),
    ]
}
