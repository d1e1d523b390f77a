public import Domain

extension HubSpotMapping {
    /// What a record born in artis is given beside its fields when it is created in HubSpot (R9, R14; rules.md, "Fields":
    /// a call that is over, an e-mail that went out, a meeting that begins when it is dated). Our reference comes on top.
    ///
    /// - Parameters:
    ///   - values: its fields.
    ///   - trigger: the lifecycle stage of R8, for a company.
    ///   - pipeline: the one used with artis (R16), for a deal.
    public static func creation(
        _ kind: Kind, values: Values, trigger: String?, pipeline: SalesPipeline?
    ) -> [String: String] {
        var properties: [String: String] = [:]
        switch kind {
        case .company:
            properties[HubSpotName.box] = "true"
            properties[HubSpotName.lifecycleStage] = trigger
        case .deal:
            properties[HubSpotName.box] = "true"
            properties[HubSpotName.pipeline] = pipeline?.id
        case .contact: properties[HubSpotName.box] = "true"
        case .call: properties["hs_call_status"] = "COMPLETED"
        case .meeting: properties[HubSpotName.meetingStart] = values[.date]
        case .email: properties["hs_email_direction"] = "EMAIL"
        }
        return properties
    }
}
