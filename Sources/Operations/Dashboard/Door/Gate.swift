import Domain
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
        let address = isNear(peer) ? told.flatMap { $0.isEmpty ? nil : String($0.prefix(45)) } ?? peer : peer
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }

    private static func isNear(_ peer: String) -> Bool {
        let parts = peer.split(separator: ".").compactMap { UInt8($0) }
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
