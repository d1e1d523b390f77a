/// Which Passerelle this is: the one place that `--version`, the logs and the metrics take it from.
public enum Version {
    public static let current = "0.1.0"

    #if DEBUG
        public static let build = "debug"
    #else
        public static let build = "release"
    #endif

    #if arch(x86_64)
        static let architecture = "x86_64"
    #elseif arch(arm64)
        static let architecture = "arm64"
    #else
        static let architecture = "other"
    #endif

    /// What `--version` prints: `0.1.0 (release, x86_64)`.
    public static let full = "\(current) (\(build), \(architecture))"
}
