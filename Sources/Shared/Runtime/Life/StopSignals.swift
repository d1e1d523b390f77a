public import UnixSignals

/// The signals that stop a program: SIGTERM from whoever runs it, SIGINT from a keyboard.
public enum StopSignals {
    /// Traps them from now on, so that the first no longer ends the process by itself.
    public static func trap() async -> UnixSignalsSequence {
        await UnixSignalsSequence(trapping: .sigterm, .sigint)
    }
}
