/// What a call to HubSpot is for: how calls are counted, because they are the scarce thing (architecture.md).
public enum CallPurpose: String, Sendable, Hashable, CaseIterable, Codable {
    /// Reading records whose change was told.
    case read
    /// Which company, contacts and deals a record hangs on.
    case associations
    /// What hung on a company before it began to sync (R13).
    case discovery
    /// Writing records.
    case write
    /// Searching for changes that no webhook told.
    case poll
    /// Finding what was there before the first start.
    case backfill
    /// Comparing linked pairs on both sides (R29).
    case verify
    /// Which companies hold which SIRET, asked once at the first start (R9).
    case scan
    /// Owners, pipelines, properties, account details.
    case reference
    /// A person asked: `explain`, `doctor`, the dashboard.
    case `operator`
}
