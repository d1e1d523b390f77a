/// HubSpot's own properties, as far as they are used here.
enum StandardProperties {
    static func of(_ type: ObjectType) -> [PropertyDefinition] {
        let group = group(of: type)
        return (common + own(type)).map { line in
            var definition = PropertyDefinition(
                name: line.name, label: line.name.split(separator: "_").joined(separator: " "), type: line.type,
                fieldType: line.field, groupName: group)
            definition.isStandard = true
            definition.isReadOnly = line.readOnly
            definition.options = line.options.map { PropertyDefinition.Option(value: $0, label: $0) }
            if line.isOwner {
                definition.externalOptions = true
                definition.referencedObjectType = "OWNER"
            }
            return definition
        }
    }

    static func group(of type: ObjectType) -> String {
        switch type {
        case .companies: "companyinformation"
        case .deals: "dealinformation"
        case .contacts: "contactinformation"
        case .calls: "call"
        case .meetings: "meeting"
        case .emails: "email"
        }
    }

    private struct Line {
        let name: String
        var type = "string"
        var field = "text"
        var options: [String] = []
        var readOnly = false
        var isOwner = false
    }

    private static func text(_ names: String...) -> [Line] { names.map { Line(name: $0) } }
    private static func number(_ names: String...) -> [Line] {
        names.map { Line(name: $0, type: "number", field: "number") }
    }
    private static func moment(_ names: String..., readOnly: Bool = false) -> [Line] {
        names.map { Line(name: $0, type: "datetime", field: "date", readOnly: readOnly) }
    }
    private static func choice(_ name: String, _ options: [String]) -> [Line] {
        [Line(name: name, type: "enumeration", field: "select", options: options)]
    }
    private static func owner(_ name: String) -> [Line] {
        [Line(name: name, type: "enumeration", field: "select", isOwner: true)]
    }

    private static let stages = [
        "subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer", "evangelist",
        "other",
    ]

    private static let common: [Line] =
        owner("hubspot_owner_id") + [
            Line(name: "hs_object_id", type: "number", field: "number", readOnly: true),
            Line(name: "hs_created_by_user_id", type: "number", field: "number", readOnly: true),
            Line(name: "hs_updated_by_user_id", type: "number", field: "number", readOnly: true),
            Line(name: "hs_merged_object_ids", type: "enumeration", field: "checkbox", readOnly: true),
            Line(name: "hs_object_source", readOnly: true),
        ]

    private static func own(_ type: ObjectType) -> [Line] {
        let modified = moment(type.modifiedProperty, type.isActivity ? "hs_createdate" : "createdate", readOnly: true)
        switch type {
        case .companies:
            return modified + choice("lifecyclestage", stages) + number("numberofemployees", "annualrevenue")
                + text("name", "domain", "website", "phone", "address", "address2", "zip", "city", "state", "country", "description", "industry")
        case .deals:
            return modified + moment("closedate") + number("amount", "hs_deal_stage_probability")
                + text("dealname", "dealstage", "pipeline", "description", "dealtype")
        case .contacts:
            return modified + choice("lifecyclestage", stages)
                + text("firstname", "lastname", "email", "phone", "mobilephone", "jobtitle", "company", "address", "zip", "city", "country", "website")
        case .calls:
            return modified + moment("hs_timestamp") + number("hs_call_duration")
                + text("hs_call_title", "hs_call_body", "hs_call_disposition", "hs_call_to_number", "hs_call_from_number")
                + choice("hs_call_direction", ["INBOUND", "OUTBOUND"])
                + choice("hs_call_status", ["BUSY", "CALLING_CRM_USER", "CANCELED", "COMPLETED", "CONNECTING", "FAILED", "IN_PROGRESS", "NO_ANSWER", "QUEUED", "RINGING"])
        case .meetings:
            return modified + moment("hs_timestamp", "hs_meeting_start_time", "hs_meeting_end_time")
                + text("hs_meeting_title", "hs_meeting_body", "hs_meeting_location", "hs_internal_meeting_notes", "hs_meeting_external_url")
                + choice("hs_meeting_outcome", ["SCHEDULED", "COMPLETED", "RESCHEDULED", "NO_SHOW", "CANCELED"])
        case .emails:
            return modified + moment("hs_timestamp")
                + text("hs_email_subject", "hs_email_text", "hs_email_html", "hs_email_headers")
                + choice("hs_email_direction", ["EMAIL", "INCOMING_EMAIL", "FORWARDED_EMAIL"])
                + choice("hs_email_status", ["BOUNCED", "FAILED", "SCHEDULED", "SENDING", "SENT"])
        }
    }

    /// What a read shows when it names no properties.
    static func shown(_ type: ObjectType) -> [String] {
        switch type {
        case .companies: ["name", "domain"]
        case .deals: ["dealname", "amount", "closedate", "pipeline", "dealstage"]
        case .contacts: ["firstname", "lastname", "email"]
        case .calls, .meetings, .emails: []
        }
    }

    /// What a read always shows.
    static func always(_ type: ObjectType) -> [String] {
        [type.isActivity ? "hs_createdate" : "createdate", type.modifiedProperty, "hs_object_id"]
    }

    /// What a creation must give a value to.
    static func required(_ type: ObjectType) -> [String] {
        switch type {
        case .companies, .contacts: []
        case .deals: ["dealname", "dealstage", "pipeline"]
        case .calls, .meetings, .emails: ["hs_timestamp"]
        }
    }
}
