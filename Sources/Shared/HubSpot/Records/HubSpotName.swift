public import Domain

/// HubSpot's own words for kinds and properties.
public enum HubSpotName {
    /// The checkbox of the source page.
    public static let box = "synchro_artis"
    public static let lifecycleStage = "lifecyclestage"
    /// A userId, not an owner id (R2).
    public static let creator = "hs_created_by_user_id"
    public static let pipeline = "pipeline"
    public static let stage = "dealstage"
    static let timestamp = "hs_timestamp"
    static let meetingStart = "hs_meeting_start_time"
    /// Our own name of a record that we made here, `<collection>:<artis id>`, unique within its type: after a lost answer
    /// the record is found by it, and never made twice.
    public static let reference = "passerelle_ref"
    static let mergedIDs = "hs_merged_object_ids"

    /// The property that holds when a record was last modified.
    public static func modified(_ kind: Kind) -> String {
        kind == .contact ? "lastmodifieddate" : "hs_lastmodifieddate"
    }
}
