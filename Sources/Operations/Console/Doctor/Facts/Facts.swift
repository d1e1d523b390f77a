/// All that a doctor looks at, before anything is judged.
struct Facts: Sendable {
    var settings: SettingsFacts
    var database: Found<DatabaseFacts>
    var broker: Found<BrokerFacts>
    var artis: Found<ArtisFacts>
    var hubspot: Found<HubSpotFacts>
}
