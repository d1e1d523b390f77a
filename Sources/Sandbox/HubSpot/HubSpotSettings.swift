/// What of HubSpot can be chosen: limits, and the behaviours that are not confirmed or differ from account to account.
struct HubSpotSettings: Sendable {
    /// Calls in any ten seconds, searches apart.
    var tenSecondLimit = 100
    /// Searches in any second.
    var searchLimit = 5
    /// Calls in a day of the account's zone.
    var dailyLimit = 250_000
    var timeZone = "Europe/Paris"
    /// How long a change takes to be found by a search, ms.
    var searchLag = 300
    /// A property name with a capital is refused at creation, and in writes unless the account holds it exactly so.
    var upperCaseRefused = true
    /// Calls, meetings and emails cannot have properties with unique values.
    var activitiesRefuseUnique = false
    /// A conflict refuses the whole batch, trace ids or not.
    var conflictRefusesBatch = false
    /// Every merge makes a record with a new id.
    var mergeMakesNewId = false
    /// Link ids are numbers in the v4 answers, else strings.
    var numericLinkIds = true
    /// The only company of a contact or deal takes the primary mark by itself.
    var firstCompanyIsPrimary = true
    /// A deal that closes gets the moment as its `closedate`, where the same write names none.
    var closeDateOnClose = false
    /// A deal of a company moves its lifecycle stage to `opportunity`.
    var dealsMoveLifecycle = false
    /// Every new contact brings a company made from its mail domain.
    var companiesFromMailDomains = false
    /// The token has the scope `sales-email-read`; without it the bodies of e-mails come redacted.
    var emailBodiesReadable = true
    /// Scopes of the private app that the token lacks; calls that need one are a 403.
    var missingScopes: Set<String> = []
    /// A batch read answers in reverse order: none is promised.
    var batchReadReversed = false
    var webhooks = WebhookSettings()
}

/// Where events are delivered, and how well.
struct WebhookSettings: Sendable {
    var enabled = true
    var url: String?
    /// What the receiver believes its address to be; signed instead of `url`.
    var publicURL: String?
    var secret = ""
    var shuffle = false
    /// Copies of every event.
    var duplicates = 1
    /// Attempts in all.
    var attempts = 10
    /// ms before the second attempt; doubled for each further one.
    var retryDelay = 500
    /// ms in which events gather into one delivery.
    var batchDelay = 50
}
