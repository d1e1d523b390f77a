/// One of the two systems that the sandbox plays. `Front` records, spoils and routes; a vendor only answers.
protocol Vendor: Sendable {
    var name: VendorName { get }

    /// A body longer than this many bytes is answered by `tooLarge`.
    var bodyLimit: Int { get }

    /// The vendor's API: authentication, limits, and every path that is not under `/sandbox`.
    func answer(_ call: Call) async -> Answer

    func tooLarge(_ call: Call) -> Answer

    /// The vendor's own control end-points, `call.segments` without the leading `sandbox`; nil where it has none there.
    /// Those that the shell serves itself: `calls`, `rate`, `faults`.
    func control(_ call: Call) async -> Answer?

    /// Runs for the life of the program, in a task of its own; returns when cancelled.
    func run() async
}

extension Vendor {
    func run() async {}
}
