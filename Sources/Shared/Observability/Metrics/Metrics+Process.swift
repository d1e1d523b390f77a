import Domain
import Glibc
import Runtime

extension Metrics {
    /// What every process tells of itself: memory, processor time, open files, start, and which build it is.
    public func registerProcess(program: String) {
        let began = Double(WallClock.now().milliseconds) / 1000
        gauge("process_start_time_seconds", "Start of the process, in seconds since 1970.") { began }
        gauge("process_resident_memory_bytes", "Resident memory.") { ProcessFigures.residentBytes() }
        gauge("process_open_fds", "Open file descriptors.") { ProcessFigures.openFiles() }
        register(
            Reading(MetricHeader(.counter, "process_cpu_seconds_total", "Processor time, user and system.")) {
                [(labels: [], value: ProcessFigures.processorSeconds())]
            })
        let labels = [("program", program), ("version", Version.current), ("build", Version.build)]
        register(
            Reading(MetricHeader(.gauge, "passerelle_build_info", "Always 1; the labels tell which build this is.")) {
                [(labels: labels, value: 1)]
            })
    }
}
