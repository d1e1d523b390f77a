import Database
import Domain

/// A dependant on its way through the gate.
struct DependantItem: Sendable {
    var pair: Pair
    var reading: DependantReading
    /// It asks by its artis half: its box need not be ticked, and is ticked by the first sync (R14, R28).
    var asksInArtis = false

    func dependant(choice: CompanyChoice, standing: CompanyStanding) -> Dependant {
        Dependant(
            latched: pair.isLatched, box: asksInArtis && reading.box == .off ? .ticked : reading.box, pipeline: reading.pipeline, mapping: reading.mapping,
            choice: choice, standing: standing)
    }
}
