import Synchronization
import TestKit

/// Values that no other test of this process uses.
enum Fresh {
    private static let counter = Atomic<Int>(1)

    static var number: Int { counter.add(1, ordering: .relaxed).newValue }
    static var siret: String { ValidSIRET.number(number) }
    static var mail: String { "personne\(number)@exemple.fr" }
}
