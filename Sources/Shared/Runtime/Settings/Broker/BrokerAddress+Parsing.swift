extension BrokerAddress {
    /// Reads a broker URL. Source: the RabbitMQ URI scheme, whose empty virtual host is read as `/`, as people mean it.
    public init(parsing url: String) throws(BrokerAddressError) {
        let (tls, afterScheme) = try Self.scheme(of: url)
        let (beforeQuery, query) = Self.split(afterScheme, at: "?")
        let (authority, path) = Self.split(beforeQuery, at: "/")
        var credentials: Substring?
        var place = authority
        if let at = authority.lastIndex(of: "@") {
            credentials = authority[..<at]
            place = authority[authority.index(after: at)...]
        }
        let (user, password) = Self.split(credentials ?? "guest:guest", at: ":")
        let (host, port) = try Self.hostAndPort(place, tls: tls)
        if path?.contains("/") == true { throw .virtualHost }
        let virtualHost = try Self.decoded(path ?? "", "virtual host")
        self.init(
            host: host, port: port, user: try Self.decoded(user, "user"),
            password: try Self.decoded(password ?? "", "password"),
            virtualHost: virtualHost.isEmpty ? "/" : virtualHost, usesTLS: tls,
            authorities: try Self.authorities(query))
    }

    private static func scheme(of url: String) throws(BrokerAddressError) -> (tls: Bool, rest: Substring) {
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { throw .scheme }
        let rest = url[colon...].dropFirst(3)
        switch url[..<colon].lowercased() {
        case "amqp": return (false, rest)
        case "amqps": return (true, rest)
        default: throw .scheme
        }
    }

    private static func split(_ text: Substring, at mark: Character) -> (Substring, Substring?) {
        guard let index = text.firstIndex(of: mark) else { return (text, nil) }
        return (text[..<index], text[text.index(after: index)...])
    }

    private static func hostAndPort(_ place: Substring, tls: Bool) throws(BrokerAddressError) -> (String, UInt16) {
        var host = place
        var port: Substring?
        if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
            host = place[place.index(after: place.startIndex)..<end]
            let rest = place[place.index(after: end)...]
            if rest.hasPrefix(":") { port = rest.dropFirst() } else if !rest.isEmpty { throw .host }
        } else {
            (host, port) = split(place, at: ":")
        }
        let name = try decoded(host, "host")
        if name.isEmpty { throw .host }
        guard let port else { return (name, tls ? 5671 : 5672) }
        guard let number = UInt16(port), number > 0 else { throw .port(String(port)) }
        return (name, number)
    }

    private static func authorities(_ query: Substring?) throws(BrokerAddressError) -> String {
        var path = systemAuthorities
        for pair in query?.split(separator: "&") ?? [] {
            let (name, value) = split(pair, at: "=")
            guard name == "cacertfile" else { throw .parameter(String(name)) }
            path = try decoded(value ?? "", "parameter cacertfile")
        }
        return path
    }

    private static func decoded(_ text: Substring, _ part: String) throws(BrokerAddressError) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, !digits.hasPrefix("+"), let value = UInt8(digits, radix: 16) else {
                throw .encoding(part: part)
            }
            // The library takes C strings: a zero byte would cut the value short.
            if value == 0 { throw .encoding(part: part) }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .encoding(part: part) }
        return decoded
    }
}
