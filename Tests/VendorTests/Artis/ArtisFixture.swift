import Artis
import Domain
import Runtime

let artisKey = "artis-key-do-not-print-me"

extension ArtisClient {
    init(_ script: Script) {
        self.init(transport: script, baseURL: "https://artis.example.fr/port", key: Secret(artisKey))
    }
}
