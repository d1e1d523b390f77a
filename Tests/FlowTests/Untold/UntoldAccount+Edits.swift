import Domain
import HTTP
import TestKit

/// Fields.
extension UntoldAccount {
    mutating func editFields() async throws {
        for kind in Kind.allCases {
            let field = SharedField.of(kind)[kind == .company ? 2 : 1]
            for number in 1...2 {
                let (there, here) = (try take(kind), try take(kind))
                try await scene.edit(kind.inHubSpot, there.hubspot, [field.property: field.value(number, words).hubspot])
                differs(there, "edited in HubSpot")
                try await scene.change(kind.inArtis, here.artis, [field.name: .string(field.value(number, words).artis)])
                differs(here, "edited in artis")
            }
            let apart = try take(kind)
            try await scene.edit(kind.inHubSpot, apart.hubspot, [field.property: field.value(3, words).hubspot])
            try await scene.change(kind.inArtis, apart.artis, [field.name: .string(field.value(4, words).artis)])
            differs(apart, "edited on both sides")
            let alike = try take(kind)
            try await scene.edit(kind.inHubSpot, alike.hubspot, [field.property: field.value(5, words).hubspot])
            try await scene.change(kind.inArtis, alike.artis, [field.name: .string(field.value(5, words).artis)])
        }
    }

    /// What changes a record and not what the two have in common.
    mutating func editAside() async throws {
        try await scene.edit("companies", try take(.company).hubspot, ["industry": "CONSTRUCTION"])
        try await scene.edit("companies", try take(.company).hubspot, ["synchro_artis": "false"])
        try await scene.edit("deals", try take(.deal).hubspot, ["description": "À revoir"])
        try await scene.edit("deals", try take(.deal).hubspot, ["amount": "1200.50"])
        try await scene.edit("calls", try take(.call).hubspot, ["hs_call_body": "<div>Rappeler</div>"])
        try await scene.change("tiers", try take(.company).artis, ["relation": "AncienClient"])
        let before = try take(.contact)
        try await scene.edit("contacts", before.hubspot, ["phone": "0298123456"])
        try await scene.edit("contacts", before.hubspot, ["phone": ""])
    }
}
