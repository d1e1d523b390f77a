import Synchronization

/// The connections that are free, and who waits for one, first come, first served.
final class ConnectionPool: Sendable {
    private typealias Turn = CheckedContinuation<Result<Connection, HTTPFailure>, Never>
    private typealias End = CheckedContinuation<Void, Never>

    private struct State {
        var free: [Connection]
        var lent = 0
        var waiting: [(ticket: Int, turn: Turn)] = []
        var tickets = 0
        var closed = false
        var ends: [End] = []

        /// Who waits for the end of a closed pool, once its last connection is back.
        mutating func finished() -> [End] {
            guard closed, lent == 0 else { return [] }
            defer { ends.removeAll() }
            return ends
        }
    }

    private let state: Mutex<State>

    init(width: Int) {
        state = Mutex(State(free: (0..<width).map { _ in Connection() }))
    }

    /// - Throws: `.cancelled` when the task is cancelled or the pool closed before a connection is free.
    func take() async throws(HTTPFailure) -> Connection {
        let ticket = state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { line(up: $0, ticket) }
        } onCancel: {
            leave(ticket)
        }
        return try outcome.get()
    }

    /// A cancellation that came before the ticket stood in line is seen here; one that comes later finds it in line.
    private func line(up turn: Turn, _ ticket: Int) {
        let outcome: Result<Connection, HTTPFailure>? = state.withLock { state in
            guard !state.closed, !Task.isCancelled else { return .failure(.cancelled(sent: false)) }
            guard let connection = state.free.popLast() else {
                state.waiting.append((ticket, turn))
                return nil
            }
            state.lent += 1
            return .success(connection)
        }
        if let outcome { turn.resume(returning: outcome) }
    }

    private func leave(_ ticket: Int) {
        let turn = state.withLock { state in
            state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0).turn }
        }
        turn?.resume(returning: .failure(.cancelled(sent: false)))
    }

    /// The connection used last goes out first, as it is the likeliest to be still open.
    func giveBack(_ connection: Connection) {
        let (next, ends) = state.withLock { state -> (Turn?, [End]) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst().turn, []) }
            state.lent -= 1
            if !state.closed { state.free.append(connection) }
            return (nil, state.finished())
        }
        next?.resume(returning: .success(connection))
        for end in ends { end.resume() }
    }

    /// Lends nothing more, sends away who waits, and returns when every connection is back.
    func close() async {
        let waiting = state.withLock { state in
            state.closed = true
            state.free.removeAll()
            defer { state.waiting.removeAll() }
            return state.waiting
        }
        for (_, turn) in waiting { turn.resume(returning: .failure(.cancelled(sent: false))) }
        await withCheckedContinuation { (end: End) in
            let ends = state.withLock { state in
                state.ends.append(end)
                return state.finished()
            }
            for end in ends { end.resume() }
        }
    }
}
