import Domain
import Testing

@testable import Dashboard

@Suite("The gate")
struct GateTests {
    private static let hostsTable: [(String, Bool)] = [
        ("127.0.0.1:8090", true), ("localhost:8090", true), ("localhost", true), ("[::1]:8090", true), ("127.9.9.9", true),
        ("example.org", false), ("localhost.example.org:80", false), ("10.0.0.1:8090", false), ("", false),
    ]

    @Test("Names of this machine, and no others", arguments: hostsTable)
    func hosts(host: String, local: Bool) { #expect(Gate.isLocal(host: host) == local) }

    private static let originsTable: [(String?, String?, Bool)] = [
        ("same-origin", nil, true), ("same-site", nil, false), ("cross-site", "http://a:1", false), ("none", nil, true),
        (nil, "http://a:1", true), (nil, "https://A:1", true), (nil, "http://b:1", false), (nil, "null", false), (nil, nil, true),
    ]

    @Test("Forms of this site, as far as the browser tells", arguments: originsTable)
    func origins(site: String?, origin: String?, own: Bool) {
        #expect(Gate.isOwn(fetchSite: site, origin: origin, host: "a:1") == own)
    }

    private static let addressesTable: [(String?, String?, String)] = [
        ("203.0.113.9", nil, "203.0.113.9"), ("203.0.113.9", "1.2.3.4", "203.0.113.9"), ("127.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.1.2.3", "9.9.9.9, 1.2.3.4", "1.2.3.4"), ("127.0.0.1", "", "127.0.0.1"), (nil, nil, "unknown"),
        ("2001:db8:1:2:3:4:5:6", nil, "2001:db8:1:2"), ("2001:db8::9", nil, "2001:db8:0:0"), ("127.0.0.1", "2001:db8::", "2001:db8:0:0"),
        ("::ffff:203.0.113.9", "1.2.3.4", "203.0.113.9"), ("::ffff:10.1.2.3", "1.2.3.4", "1.2.3.4"), ("127.0.0.1", "a:b", "a:b"),
    ]

    @Test("Attempts are counted by who calls, which a proxy nearby tells, and IPv6 by its network", arguments: addressesTable)
    func addresses(peer: String?, forwarded: String?, address: String) {
        #expect(Gate.address(peer: peer, forwarded: forwarded) == address)
    }

    private static let languagesTable: [(String?, String?, Language)] = [
        (nil, "fr-FR,fr;q=0.9,en;q=0.8", Language.fr), (nil, "en,fr", .en), (nil, "de;q=1, en;q=0.3, fr;q=0.7", .fr),
        (nil, nil, .en), ("fr", "en", .fr), ("xx", "fr", .fr), (nil, ";;q=,", .en),
    ]

    @Test("The language that was chosen, else the one wished for most, else English", arguments: languagesTable)
    func languages(cookie: String?, accepted: String?, language: Language) {
        #expect(Gate.language(cookie: cookie, accepted: accepted) == language)
    }

    private static let placesTable: [(String, Bool)] = [
        ("/records?kind=deal", true), ("/", true), ("//evil.example", false), ("https://evil.example", false), ("/\\evil", false),
        ("\\\\evil", false), ("///evil", false), ("/\t/evil", false), ("javascript:alert(1)", false),
        ("/a b", false), ("/\r\nset-cookie: x", false), ("", false),
    ]

    @Test("A place that comes back is a path of this site", arguments: placesTable)
    func places(text: String, fits: Bool) { #expect((Place(returned: text) != nil) == fits) }

    @Test("Markup can only become text, in content and in attributes alike")
    func escaping() {
        let evil = #"<script>alert("1")</script>&'"#
        let made = div(.class(evil)) { evil }.markup
        let safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"
        #expect(made == "<div class=\"\(safe)\">\(safe)</div>")
        #expect(p { "a\u{0}\u{1B}b" }.markup == "<p>a\u{FFFD}\u{FFFD}b</p>")
        #expect(Place("a/b", query: [("q", "é&=")]).text == "/a%2Fb?q=%C3%A9%26%3D")
        #expect(Form("a=1&b=%C3%A9+x&a=2&c")["b"] == "é x" && Form("a=1&a=2")["a"] == "2" && Form("c")["c"] == nil)
    }
}
