public import Domain
public import HubSpot

extension LifecycleStages {
    /// R8: the values that a lifecycle stage may have in an account.
    ///
    /// - Parameter properties: of its companies.
    public init(of properties: [HubSpotProperty]) {
        let options = properties.first { $0.name == HubSpotName.lifecycleStage }?.options ?? []
        self = options.isEmpty ? .standard : LifecycleStages(Set(options.map(\.value)))
    }
}
