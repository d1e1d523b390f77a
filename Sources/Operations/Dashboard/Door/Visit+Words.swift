import Database
import Domain
import Oversight

/// What paths, queries and forms name, read and checked.
extension Visit {
    /// The way back that a form brought along.
    var back: Place? { form["back"].flatMap(Place.init(returned:)) }

    /// `/records/:kind/:pair`.
    var pair: (Kind, PairID) {
        get throws(PageFault) {
            guard let kind = parts["kind"].flatMap(Kind.init(rawValue:)), let id = parts["pair"].flatMap({ Int64($0) }), id > 0
            else { throw .notFound }
            return (kind, PairID(id))
        }
    }

    var kind: Kind {
        get throws(PageFault) {
            guard let kind = parts["kind"].flatMap(Kind.init(rawValue:)) else { throw .notFound }
            return kind
        }
    }

    /// Of a list: from the query, or from a form that carries it along. Words that there are not are no condition.
    func filter(_ words: Form) -> StandingFilter {
        StandingFilter(
            state: words["state"].flatMap(State.init(rawValue:)), reason: words["reason"].flatMap(Reason.init(rawValue:)),
            kind: words["kind"].flatMap(Kind.init(rawValue:)))
    }
}

extension StandingFilter {
    /// For a place: the conditions as they stand in its query.
    var query: [(String, String?)] {
        [("kind", kind?.rawValue), ("state", state?.rawValue), ("reason", reason?.rawValue)]
    }

    func words(_ language: Language) -> String {
        [kind?.name(language), state?.name(language), reason?.coded(language)].compactMap { $0 }.joined(separator: " · ")
    }
}

extension Lane {
    /// What people read.
    func name(_ language: Language) -> String {
        switch self {
        case .live: language.of(fr: "direct", en: "live")
        case .backfill: language.of(fr: "rattrapage", en: "backfill")
        }
    }
}

extension Reason {
    /// The code, which lists and scripts go by, and what it means.
    func coded(_ language: Language) -> String {
        let why = why(language)
        return "\(rawValue) (\(why.hasSuffix(".") ? String(why.dropLast()) : why))"
    }
}

extension Site {
    /// Whoever is signed in, as the one who acts.
    func person(_ visit: Visit) -> Operator { Operator(visit.session.name, at: database) }

    /// Runs questions to the database for a page.
    func ask<Answer>(
        _ question: (Database) async throws(DatabaseError) -> Answer
    ) async throws(PageFault) -> Answer {
        do throws(DatabaseError) { return try await question(database) } catch { throw .failure(.database(error)) }
    }
}
