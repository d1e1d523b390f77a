import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that browsers fetch once: its name holds a hash of its content, so it may be kept for good.
struct Asset: Sendable {
    let path: String
    private let type: String
    private let content: String
    private let tag: String

    private init(_ name: String, _ ending: String, type: String, _ content: String) {
        let hash = SHA256.hash(data: Data(content.utf8)).prefix(6).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        path = "\(Self.folder)\(name)-\(hash).\(ending)"
        tag = "\"\(hash)\""
        self.type = type
        self.content = content
    }

    private static let folder = "/assets/"

    static let style = Asset("style", "css", type: "text/css; charset=utf-8", Stylesheet.text)
    static let script = Asset("live", "js", type: "text/javascript; charset=utf-8", Script.text)
    static let icon = Asset("icon", "svg", type: "image/svg+xml", Icon.text)

    static func isAsset(_ path: String) -> Bool { path.hasPrefix(folder) }

    static func add(to routes: Site.Routes) {
        for asset in [style, script, icon] {
            routes.get(RouterPath(asset.path)) { request, _ in asset.response(to: request) }
        }
    }

    private func response(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .eTag: tag, .cacheControl: "public, max-age=31536000, immutable",
        ]
        if request.headers[.ifNoneMatch] == tag {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: content)))
    }
}
