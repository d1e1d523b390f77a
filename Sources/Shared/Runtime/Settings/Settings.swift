import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The environment turned into typed values, once, in `main`.
///
/// ```swift
/// let (process, database) = Settings.readOrExit(ProcessSettings.self, DatabaseSettings.self)
/// ```
public enum Settings {
    /// The variables of this process.
    public static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// - Throws: every fault of every named group, in the order in which they were read.
    public static func read<each Group: SettingsGroup>(
        _ groups: repeat (each Group).Type, from environment: [String: String] = Settings.environment
    ) throws(SettingsFaults) -> (repeat each Group) {
        var reader = SettingsReader(environment: environment)
        let values = (repeat (each groups).init(from: &reader))
        guard reader.faults.isEmpty else { throw SettingsFaults(faults: reader.faults) }
        return values
    }

    /// As ``read(_:from:)``, but prints the faults on standard error and ends the program with 78.
    ///
    /// - Parameter words: what to print; English, unless whoever reads has a language.
    public static func readOrExit<each Group: SettingsGroup>(
        _ groups: repeat (each Group).Type, words: (SettingsFaults) -> String = { $0.description }
    ) -> (repeat each Group) {
        do throws(SettingsFaults) {
            return try read(repeat each groups)
        } catch {
            StandardError.write(line: words(error))
            exit(SettingsFaults.exitCode)
        }
    }
}
