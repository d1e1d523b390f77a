import Testing

/// The rules of the sync one by one, through the whole fleet. One fleet serves them all; each test plays with records of
/// its own, and puts back what it changed of the account.
@Suite(.office(), .judged, .serialized) struct RuleTests {}
