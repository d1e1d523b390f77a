import Domain

extension Reason {
    /// For `IN (…)`: why a record waits for its company.
    static let awaitedCompanySQL = ofAwaitedCompany.map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
