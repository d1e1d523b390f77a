/// Fills both systems with the data of a French company: to be built.
struct Generator {
    let seed: UInt64
    let companies: Int

    func fill(hubspot: HubSpotVendor, artis: ArtisVendor) {}
}
