import Database
import Domain
import Testing

@testable import Dashboard

@Suite("What waits for its company, and what does not")
struct AwaitedTests {
    @Test("A deal that waits for its pipeline does not wait for its company, which is synced")
    func otherPipeline() async throws {
        try await Dash.with { dash in
            let columns = "kind, hubspot_id, artis_id, company_id, state, reason, latched_at"
            try await dash.pair(columns, "'company', '10', 'T10', NULL, 'synced', NULL, now()")
            try await dash.pair(columns, "'deal', '20', 'AF20', 1, 'waiting', 'OTHER_PIPELINE', now()")
            try await dash.pair(columns, "'contact', '30', 'IN30', 1, 'waiting', 'NO_COMPANY', now()")
            let browser = try await dash.browser()
            let waiting = try await browser.get("/waiting")
            #expect(!waiting.text.contains("id=\"c1\"") && waiting.text.contains("Nobody waits for a company"))
            let totals = try #require(try await dash.database.first(CountWaitingDependants()))
            #expect(totals.companies == 0 && totals.dependants == 1 && totals.withoutCompany == 1)
            for path in ["/records/deal/2", "/records/contact/3"] {
                #expect(!(try await browser.get(path).text.contains("What it waits for")), "\(path)")
            }
        }
    }

    @Test("One whose company is not synced, or stopped, does", arguments: Reason.ofAwaitedCompany)
    func company(reason: Reason) async throws {
        try await Dash.with { dash in
            let columns = "kind, hubspot_id, company_id, state, reason"
            try await dash.pair(columns, "'company', '10', NULL, 'blocked', 'SIRET_MISSING'")
            try await dash.pair(columns, "'deal', '20', 1, 'waiting', '\(reason.rawValue)'")
            let browser = try await dash.browser()
            let waiting = try await browser.get("/waiting")
            #expect(waiting.text.contains("id=\"c1\"") && waiting.text.contains("record waits<") && waiting.text.contains("company waited for<"))
            let totals = try #require(try await dash.database.first(CountWaitingDependants()))
            #expect(totals.companies == 1 && totals.dependants == 1 && totals.withoutCompany == 0)
            #expect(try await browser.get("/records/deal/2").text.contains("What it waits for"))
        }
    }
}
