import Foundation

/// Runs a command to its end, on a thread of its own.
///
/// Not by Foundation's `Process`, which takes a daemon that the command starts for the command itself and waits for it;
/// and what is said goes to a file, as such a daemon would keep a pipe open.
func shell(_ words: [String]) async -> (code: Int32, output: String) {
    await onThread {
        let file = FileManager.default.temporaryDirectory.appending(path: "shell-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, file.path, O_WRONLY | O_CREAT, 0o600)
        var arguments = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var (pid, status): (pid_t, Int32) = (0, 0)
        guard posix_spawnp(&pid, words[0], &actions, nil, &arguments, environ) == 0 else { return (-1, "") }
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        return (status, (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }
}
