/// R22: the delay between two calls to HubSpot, as the artis parameter `HUBSPOT_DELAI_APPELS` gives it.
public struct CallDelay: Sendable, Hashable {
    public enum Warning: String, Sendable, Hashable, CaseIterable {
        /// The parameter is absent, or no whole number from 0 on: the default is in force.
        case invalid
        /// Below what ARTIS advises: honoured all the same.
        case tooShort = "too_short"
    }

    public static let standard: Int64 = 500

    public let milliseconds: Int64
    public let warning: Warning?

    /// - Parameter parameter: the text of the parameter; nil when it is absent.
    public init(parameter: String?) {
        guard let value = parameter.flatMap({ Int64(Canonical.text($0)) }), (0...3_600_000).contains(value) else {
            milliseconds = Self.standard
            warning = .invalid
            return
        }
        milliseconds = value
        warning = value < Self.standard ? .tooShort : nil
    }
}
