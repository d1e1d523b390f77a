import Database
package import Domain
package import HubSpot
import Pipeline

/// A deal, contact or activity of HubSpot's that is not linked, judged as its worker would judge it, for whoever looks
/// and writes nothing.
package struct UnlinkedDependant {
    private let kind: Kind
    private let reading: DependantReading
    private let lacksRole: Bool

    package init(_ kind: Kind, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice) {
        self.kind = kind
        let pair = Pair(unknown: kind, hubspotID: object.id)
        reading = kind.trade.reading(pair, object, reference: reference, pipeline: pipeline)
        lacksRole = kind == .deal && reference.lacksRole(for: object.properties[HubSpotName.creator])
    }

    /// By which artis may know the same person (R28).
    package var mail: String? { kind == .contact ? reading.values.values[.email] : nil }

    /// What the gate says (R10–R13, R16), and what artis would lack to create it (R2).
    package func decision(choice: CompanyChoice, standing: CompanyStanding) -> GateDecision {
        let decision = Gate.dependant(
            Dependant(
                latched: false, box: reading.box, pipeline: reading.pipeline, mapping: reading.mapping, choice: choice,
                standing: standing))
        return decision == .go && lacksRole ? .blocked(.roleMissing, detail: LabelTable.hubspotRole) : decision
    }
}

extension ReferenceData {
    /// R2: the creator is somebody whom artis knows, and artis has no such role.
    fileprivate func lacksRole(for creator: String?) -> Bool {
        guard let creator else { return false }
        return people.collaborateur(of: ID<HubSpotUser>(creator)) != nil && !roles.known(LabelTable.hubspotRole)
    }
}
