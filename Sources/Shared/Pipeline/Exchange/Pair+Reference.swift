import Database
import Domain

extension Pair {
    /// Our name of this record in artis (`deals:4102`), unique in its collection for good: after a lost answer the
    /// record is found by it, and never created twice (artis-port.md, `referenceExterne`).
    var artisReference: String {
        let type =
            switch kind {
            case .company: "companies"
            case .deal: "deals"
            case .contact: "contacts"
            case .call: "calls"
            case .meeting: "meetings"
            case .email: "emails"
            }
        return "\(type):\(hubspotID?.rawValue ?? "")"
    }
}
