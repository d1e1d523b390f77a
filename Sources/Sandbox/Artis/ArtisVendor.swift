/// artis.net: to be built.
final class ArtisVendor: Vendor {
    let name = VendorName.artis
    let bodyLimit = 4 << 20
    var isEmpty: Bool { true }

    init(key: String?, folder: String?) throws {}

    func answer(_ call: Call) async -> Answer { .json([:], status: 501) }
    func tooLarge(_ call: Call) -> Answer { .json([:], status: 413) }
    func control(_ call: Call) async -> Answer? { nil }
}
