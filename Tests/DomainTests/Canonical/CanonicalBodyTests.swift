import Domain
import Testing

@Suite struct CanonicalBodyTests {
    @Test(
        "R24 the text of an HTML body",
        arguments: [
            ("<p>Bonjour</p><p>Merci</p>", "Bonjour\nMerci"),
            ("<div>a</div>\n  <div>b</div>", "a\nb"),
            ("<ul><li>un</li><li>deux</li></ul>", "un\ndeux"),
            ("a<br>b<br/>c<BR />d", "a\nb\nc\nd"),
            ("a<br><br><br><br>b", "a\n\nb"),
            ("<p>a\nb</p>", "a b"),
            ("d&eacute;j&agrave;&nbsp;vu &amp; pay&#233; &#x20AC; &euro;", "déjà vu & payé € €"),
            ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
            ("&unknown; &; & &#; &#x; &#xZZ; AT&T", "&unknown; &; & &#; &#x; &#xZZ; AT&T"),
            ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("<style>p { color: red }</style>a<script>if (1 < 2) alert('</p>')</SCRIPT>b", "ab"),
            ("a<script>never closed", "a"),
            ("a<!-- <p>hidden</p> -->b<!-- open", "ab"),
            ("<a href=\"x>y\" title='a>b'>lien</a>", "lien"),
            ("<a href=\"open>lien</a> suite", "lien suite"),
            ("<!DOCTYPE html><html><head><title>t</title></head><body>x</body></html>", "x"),
            ("<b>gras</b> et <i>italique</i>", "gras et italique"),
            ("a   \t  b\u{A0}\u{A0}c", "a b c"),
            ("", ""), ("<p></p>", ""), ("<", "<"), ("a <", "a <"), ("<<<>>>", "<<<>>>"),
        ])
    func html(_ html: String, _ text: String) {
        #expect(Canonical.body(html: html) == text)
    }

    @Test(
        "R24 plain text passes as it is",
        arguments: [
            "Bonjour", "a < b et c > d", "prix <abc", "5 & 6", "deux\nlignes", "un\n\nparagraphe", "l’été « à » Noël",
        ])
    func plain(_ text: String) {
        #expect(Canonical.body(text) == text)
        #expect(Canonical.body(html: text) == text)
    }

    @Test("R24 a text that was written as HTML is read back as itself")
    func roundTrip() {
        var random = Seeded(seed: 24)
        for _ in 0..<10_000 {
            let text = random.text(alphabet: "ab<>&;\"'/!-#x1 \n\r\t\u{A0}\u{2028}éamp\0", upTo: 30)
            let canonical = Canonical.body(text)
            #expect(Canonical.body(html: Canonical.html(text)) == canonical, "\(text.debugDescription)")
            #expect(Canonical.body(canonical) == canonical, "\(text.debugDescription)")
        }
    }

    @Test("R24 rubbish never traps, and takes no more than its share of time")
    func rubbish() {
        var random = Seeded(seed: 25)
        let parts = [
            "<", ">", "&", ";", "\"", "'", "<!--", "-->", "<script", "</script>", "&#", "&#x", "<a href=\"", "é", "\0",
            "</", "<p>",
        ]
        for _ in 0..<5_000 {
            let html = (0..<random.pick([1, 5, 40])).map { _ in random.pick(parts) }.joined()
            let text = Canonical.body(html: html)
            #expect(Canonical.body(text) == text)
        }
        for part in parts { _ = Canonical.body(html: String(repeating: part, count: 20_000)) }
        for pair in ["<a \"", "<a '><b \"", "<!-", "&#x1", "<script></"] {
            _ = Canonical.body(html: String(repeating: pair, count: 20_000))
        }
    }
}
