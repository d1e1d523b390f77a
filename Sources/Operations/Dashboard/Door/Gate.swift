import Domain
import Glibc
import HTTPTypes
import Hummingbird
import NIOCore
import Runtime

/// What a request must have to reach a page. Pure, so that each way in can be tried as a table.
enum Gate {
    /// Without a password only this machine is served, and only by its own names: a page of elsewhere whose name was made
    /// to point here (DNS rebinding) brings that name.
    static func isLocal(host authority: String?) -> Bool {
        guard let authority else { return false }
        return (ListenAddress(authority) ?? ListenAddress("\(authority):80"))?.isLoopback ?? false
    }

    /// Whether a form comes from a page of this site, as far as the browser tells. Browsers that tell nothing are judged by
    /// the form's token alone.
    static func isOwn(fetchSite: String?, origin: String?, host: String?) -> Bool {
        if let fetchSite { return fetchSite == "same-origin" || fetchSite == "none" && origin == nil }
        guard let origin else { return true }
        let parts = origin.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].lowercased() == host?.lowercased()
    }

    /// The address that attempts are counted for. A proxy on this machine or this network tells whom it speaks for; IPv6
    /// addresses count by their network, for a stranger has 2^64 of them.
    static func address(peer: String?, forwarded: String?) -> String {
        let peer = peer ?? "unknown"
        let told = forwarded?.split(separator: ",").last.map { $0.filter { !$0.isWhitespace } }
        return network(isNear(peer) ? told.flatMap { $0.isEmpty ? nil : String($0.prefix(45)) } ?? peer : peer)
    }

    /// The first half of an IPv6 address, however it is written; an IPv4 address inside one is itself.
    private static func network(_ address: String) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255] {
            return bytes.suffix(4).map(String.init).joined(separator: ".")
        }
        let groups = stride(from: 0, to: 8, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    private static func isNear(_ peer: String) -> Bool {
        let parts = network(peer).split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return peer == "::1" || peer.hasPrefix("fc") || peer.hasPrefix("fd") }
        return parts[0] == 127 || parts[0] == 10 || parts[0] == 192 && parts[1] == 168
            || parts[0] == 172 && (16...31).contains(parts[1])
    }

    /// French or English: what was chosen here, else what the browser asks for.
    static func language(cookie: String?, accepted: String?) -> Language {
        if let chosen = cookie.flatMap(Language.init(rawValue:)) { return chosen }
        let wishes = (accepted ?? "").prefix(200).split(separator: ",").compactMap { wish -> (Language, Double)? in
            let parts = wish.split(separator: ";")
            guard let tag = parts.first, let language = Language(rawValue: String(tag.filter { $0 != " " }.prefix(2).lowercased()))
            else { return nil }
            let weight = parts.dropFirst().first { $0.contains("q=") }?.split(separator: "=").last.flatMap { Double($0) }
            return (language, weight ?? 1)
        }
        // The first of those that are wished for most.
        return wishes.max { $0.1 < $1.1 }.map { best in wishes.first { $0.1 == best.1 }?.0 ?? best.0 } ?? .en
    }
}
