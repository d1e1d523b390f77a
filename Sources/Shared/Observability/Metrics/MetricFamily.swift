/// One metric with all its time series, as the exposition shows it.
protocol MetricFamily: AnyObject, Sendable {
    var header: MetricHeader { get }
    /// The lines below HELP and TYPE.
    func samples() -> [String]
}
