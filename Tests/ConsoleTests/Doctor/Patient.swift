@testable import Console

/// One prerequisite that a consultant breaks in both tools, the only line that must say so, and how it is mended.
struct Patient: Sendable {
    enum Cure: Sendable {
        /// `passerelle setup`
        case setup
        case hand(@Sendable (Clinic) async throws -> Void)
    }

    var code: CheckCode
    var level: Check.Level
    /// What subject and text hold between them.
    var says: String
    var remedy: String
    var breaks: @Sendable (Clinic) async throws -> Void
    var cure: Cure

    /// Mended by hand.
    init(
        _ code: CheckCode, _ level: Check.Level, _ says: String, _ remedy: String,
        _ breaks: @escaping @Sendable (Clinic) async throws -> Void,
        mended cure: @escaping @Sendable (Clinic) async throws -> Void
    ) {
        (self.code, self.level, self.says, self.remedy) = (code, level, says, remedy)
        (self.breaks, self.cure) = (breaks, .hand(cure))
    }

    /// Mended by `passerelle setup`, once `first` was done.
    init(
        setUp code: CheckCode, _ says: String, _ remedy: String = "passerelle setup",
        _ breaks: @escaping @Sendable (Clinic) async throws -> Void,
        first: (@Sendable (Clinic) async throws -> Void)? = nil
    ) {
        (self.code, level, self.says, self.remedy) = (code, .fault, says, remedy)
        self.breaks = breaks
        cure =
            if let first {
                .hand { clinic in
                    try await first(clinic)
                    try await clinic.setUp()
                }
            } else { .setup }
    }
}
