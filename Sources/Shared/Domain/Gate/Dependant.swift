/// What the gate must know of a deal, contact or activity.
public struct Dependant: Sendable, Hashable {
    /// Whether its sync has begun (R11).
    public var latched: Bool
    /// Its box `synchro_artis`; an activity has none and follows its company (R10).
    public var box: Box
    /// Of a deal (R16); anything else has none to be wrong.
    public var pipeline: PipelineVerdict
    public var mapping: MappingVerdict
    public var choice: CompanyChoice
    /// Of the company chosen; without one it does not matter.
    public var standing: CompanyStanding

    public init(
        latched: Bool, box: Box, pipeline: PipelineVerdict, mapping: MappingVerdict, choice: CompanyChoice,
        standing: CompanyStanding
    ) {
        self.latched = latched
        self.box = box
        self.pipeline = pipeline
        self.mapping = mapping
        self.choice = choice
        self.standing = standing
    }

    public enum Box: Sendable, Hashable, CaseIterable { case ticked, off, absent }

    public static func deal(
        latched: Bool, ticked: Bool, pipeline: PipelineVerdict, mapping: MappingVerdict, choice: CompanyChoice,
        standing: CompanyStanding
    ) -> Dependant {
        Dependant(
            latched: latched, box: ticked ? .ticked : .off, pipeline: pipeline, mapping: mapping, choice: choice,
            standing: standing)
    }

    public static func contact(
        latched: Bool, ticked: Bool, mapping: MappingVerdict, choice: CompanyChoice, standing: CompanyStanding
    ) -> Dependant {
        Dependant(
            latched: latched, box: ticked ? .ticked : .off, pipeline: .used, mapping: mapping, choice: choice,
            standing: standing)
    }

    public static func activity(
        latched: Bool, mapping: MappingVerdict, choice: CompanyChoice, standing: CompanyStanding
    ) -> Dependant {
        Dependant(
            latched: latched, box: .absent, pipeline: .used, mapping: mapping, choice: choice, standing: standing)
    }
}
