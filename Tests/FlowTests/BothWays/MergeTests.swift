import HTTP
import Testing

/// R26: what is archived, deleted, restored, merged and forgotten on either side. HubSpot tells it twice and in no order.
@Suite(.office(telling: ["shuffle": true, "duplicates": 2]), .judged, .serialized) struct MergeTests {}
