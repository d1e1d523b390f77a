import Database
import Domain

/// A dependant on its way through the gate.
struct DependantItem: Sendable {
    var pair: Pair
    var reading: DependantReading

    func dependant(choice: CompanyChoice, standing: CompanyStanding) -> Dependant {
        Dependant(
            latched: pair.isLatched, box: reading.box, pipeline: reading.pipeline, mapping: reading.mapping,
            choice: choice, standing: standing)
    }
}
