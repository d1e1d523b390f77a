import Domain
import Testing

@Suite struct PeopleTests {
    static let people = People(
        owners: [
            Owner(id: ID("1"), userID: ID("101"), mail: "Anne@Exemple.fr", archived: true),
            Owner(id: ID("2"), userID: ID("102"), mail: "anne@exemple.fr"),
            Owner(id: ID("3"), userID: nil, mail: "paul@exemple.fr", archived: true),
            Owner(id: ID("4"), userID: ID("104"), mail: ""),
            Owner(id: ID("5"), userID: ID("105"), mail: "seule@exemple.fr"),
        ],
        collaborateurs: [
            ArtisPerson(id: ID("c9"), mail: " ANNE@exemple.fr "),
            ArtisPerson(id: ID("c1"), mail: "anne@exemple.fr", active: false),
            ArtisPerson(id: ID("c3"), mail: "paul@exemple.fr", active: false),
            ArtisPerson(id: ID("c4"), mail: ""),
        ])

    @Test("R1 the same person has the same mail, trimmed and whatever its case; of several the active one is written")
    func active() {
        #expect(Self.people.collaborateur(of: ID<HubSpotOwner>("2")) == ID("c9"))
        #expect(Self.people.owner(of: ID<Collaborateur>("c9")) == ID("2"))
    }

    @Test("R1 archived users and inactive collaborateurs are recognised")
    func archived() {
        #expect(Self.people.collaborateur(of: ID<HubSpotOwner>("1")) == ID("c9"))
        #expect(Self.people.owner(of: ID<Collaborateur>("c1")) == ID("2"))
        #expect(Self.people.collaborateur(of: ID<HubSpotOwner>("3")) == ID("c3"))
        #expect(Self.people.owner(of: ID<Collaborateur>("c3")) == ID("3"))
    }

    @Test("R1 an empty mail is nobody's, and a mail of one side only has no counterpart")
    func nobody() {
        #expect(Self.people.collaborateur(of: ID<HubSpotOwner>("4")) == nil)
        #expect(Self.people.owner(of: ID<Collaborateur>("c4")) == nil)
        #expect(Self.people.owner(mail: "  ") == nil && Self.people.collaborateur(mail: "") == nil)
        #expect(Self.people.collaborateur(of: ID<HubSpotOwner>("5")) == nil)
        #expect(Self.people.mail(of: ID<HubSpotOwner>("5")) == "seule@exemple.fr")
        #expect(Self.people.mail(of: ID<HubSpotOwner>("99")) == nil)
    }

    @Test("R2 who created a deal is known by the user id, which is no owner id")
    func creator() {
        #expect(Self.people.collaborateur(of: ID<HubSpotUser>("102")) == ID("c9"))
        #expect(Self.people.collaborateur(of: ID<HubSpotUser>("101")) == ID("c9"))
        #expect(Self.people.collaborateur(of: ID<HubSpotUser>("2")) == nil)
    }

    @Test("R27 the order in which people are listed does not matter")
    func order() {
        var random = Seeded(seed: 1)
        let owners = (1...6).map { Owner(id: ID("\($0)"), userID: ID("\($0)"), mail: "a", archived: $0 < 3) }
        let staff = (1...6).map { ArtisPerson(id: ID("c\($0)"), mail: "a", active: $0 > 2) }
        for _ in 0..<50 {
            let people = People(owners: owners.shuffled(using: &random), collaborateurs: staff.shuffled(using: &random))
            #expect(people.owner(mail: "A") == ID("3") && people.collaborateur(mail: "A") == ID("c3"))
        }
    }
}
