public import Logging
public import Runtime

/// The log of a program.
public enum Log {
    /// Sets up logging for the whole process, once, in `main`, and warns of settings that do not exist. What is said in the
    /// course of traced work names its trace.
    ///
    /// - Returns: the program's logger.
    public static func start(program: String, settings: ProcessSettings) -> Logger {
        let format = settings.logFormat ?? (StandardError.isTerminal ? .text : .json)
        LoggingSystem.bootstrap { _ in
            var handler = LineLogHandler(program: program, level: settings.logLevel, format: format)
            handler.metadataProvider = Logger.MetadataProvider {
                TraceContext.current.map { [LogKey.trace.rawValue: "\($0.trace)"] } ?? [:]
            }
            return handler
        }
        let logger = Logger(label: program)
        warn(of: UnknownSetting.all(in: Settings.environment), to: logger)
        return logger
    }

    static func warn(of unknown: [UnknownSetting], to logger: Logger) {
        for setting in unknown {
            var keys: Logger.Keys = [.setting: "\(setting.variable)"]
            if let suggestion = setting.suggestion { keys[.suggestion] = "\(suggestion)" }
            logger.warning("no such setting", keys)
        }
    }
}
