import HTTPTypes
import Hummingbird

extension HTTPField.Name {
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let part = HTTPField.Name("X-Part")!
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto")!
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

extension Request {
    /// Somebody looks at a page; nothing is done.
    var isLook: Bool { method == .get || method == .head }

    /// A page asks for its own main part, to show what has changed.
    var isPart: Bool { headers[.part] != nil }

    /// Encrypted between the browser and whoever stands before us.
    var isSecure: Bool { headers[.forwardedProtocol]?.lowercased() == "https" }

    /// The path and the query that were called.
    var here: Place { Place(returned: uri.string) ?? .overview }
}

extension Response {
    /// 303: the answer to a form is another page.
    static func redirect(to place: Place) -> Response {
        Response(status: .seeOther, headers: [.location: place.text])
    }

    /// Sets a cookie that scripts do not see and other sites do not bring along; `nil` for no time: it goes at once.
    mutating func keep(_ value: String, as name: String, for time: Duration, _ request: Request) {
        let secure = request.isSecure ? "; Secure" : ""
        let text = "\(name)=\(value); Max-Age=\(time.components.seconds); Path=/; HttpOnly; SameSite=Strict\(secure)"
        headers.append(HTTPField(name: .setCookie, value: text))
    }
}
