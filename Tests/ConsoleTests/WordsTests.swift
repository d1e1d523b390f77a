import Database
import Domain
import Messaging
import Oversight
import Runtime
import Testing

@testable import Console

@Suite("What an operator is told, in French")
struct WordsTests {
    private static let failures: [OperatorFailure] = [
        .database(.unavailable("connection refused")), .database(.deadline), .database(.commitUnknown),
        .database(.wrongCredentials), .database(.misuse("DATABASE_URL is no PostgreSQL URL; expected postgresql://user:password@host:port/database")),
        .broker("AMQP_URL: \(BrokerError.unreachable("refused"))"), .broker("AMQP_URL: \(BrokerError.timedOut("login"))"),
        .broker("AMQP_URL: \(BrokerError.closed(code: 320, text: "CONNECTION_FORCED"))"),
        .broker("AMQP_URL: \(BrokerError.channelClosed(code: 404, text: "NOT_FOUND"))"),
        .broker("AMQP_URL: \(BrokerError.refused(code: 403, text: "ACCESS_REFUSED"))"),
        .broker("AMQP_URL: \(BrokerError.untrusted("self-signed"))"),
        .broker("AMQP_MANAGEMENT_URL: the management interface answered 401"),
    ]

    @Test("Why a server did not do what was asked", arguments: failures)
    func servers(_ failure: OperatorFailure) {
        let (french, english) = (failure.sentence(.fr), failure.sentence(.en))
        #expect(french != english && french.prefix(while: { $0 != "_" }) == english.prefix(while: { $0 != "_" }))
        #expect(!french.contains(" the ") && !french.contains("cannot"))
    }

    @Test("A text inside a text is read in French, too")
    func nested() {
        let sentence = OperatorFailure.database(.unavailable("the connection was lost")).sentence(.fr)
        #expect(sentence == "DATABASE_URL\u{A0}: la base de données est injoignable\u{A0}: la connexion a été perdue")
    }

    @Test("What any setting may be has its French", arguments: [nil, " "])
    func settings(_ text: String?) throws {
        let environment = Dictionary(
            uniqueKeysWithValues: SettingName.allCases.compactMap { name in text.map { (name.rawValue, $0 + "\u{7}") } })
        do throws(SettingsFaults) {
            _ = try Settings.read(
                ProcessSettings.self, DatabaseSettings.self, BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self,
                IngestSettings.self, SyncSettings.self, from: environment)
            Issue.record("all of these settings were taken")
        } catch {
            #expect(error.faults.count >= (text == nil ? 5 : 14), "\(error)")
            for fault in error.faults {
                #expect(Glossary.setting(fault.allowed, .fr) != fault.allowed, "no French for “\(fault.allowed)”")
            }
        }
    }
}
