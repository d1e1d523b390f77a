public import Domain

/// Which pieces of reference data each reason asks for.
public enum ReferenceNeeds {
    public static let all: [(reason: Reason, key: String)] = Reason.allCases.flatMap { reason in
        ReferenceKey.knowing(reason).map { (reason, $0.rawValue) }
    }
}
