import Testing

/// What is born in artis.net: when it is created in HubSpot, with what, and what it is linked with instead.
@Suite(.office(), .judged, .serialized) struct BirthTests {}
