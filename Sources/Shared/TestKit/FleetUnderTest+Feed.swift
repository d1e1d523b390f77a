import Database
import HTTP

/// Waiting for what artis tells.
extension FleetUnderTest {
    /// Waits until the reader of the feed has a place to go on from: what is made in artis from here on is told.
    public func feedBegun(within seconds: Int = 30) async throws {
        try await until(within: seconds, "a first place in the feed of artis") { try await self.place != nil }
    }

    /// Whether every change of artis up to now has been accepted: the port itself is asked what comes after our place.
    public func fed() async throws -> Bool {
        guard let place = try await place else { return true }
        // A fault that a test has asked for may strike this call, too.
        let next = try? await sandbox.port(.get, "/v1/changements?depuis=\(place)&limite=1&attente=0")
        return next?["elements"]?.array?.isEmpty ?? false
    }

    private var place: String? {
        get async throws {
            guard let text = try await database.first(ReadCursor("artis.feed")) else { return nil }
            let value = try JSON.parse(Array(text.utf8))
            return value.string ?? value.object?.values.lazy.compactMap(\.string).first
        }
    }
}
