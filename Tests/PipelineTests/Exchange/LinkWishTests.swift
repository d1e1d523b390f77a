import Testing

@testable import Pipeline

@Suite("R21 links of an activity")
struct LinkWishTests {
    @Test(arguments: [
        (present: [], wanted: ["a"], removed: [], write: ["a"]),
        (present: ["a"], wanted: ["a"], removed: [], write: nil),
        (present: ["a", "people's own"], wanted: ["a", "b"], removed: [], write: ["a", "b", "people's own"]),
        (present: ["a", "people's own"], wanted: [], removed: ["a"], write: ["people's own"]),
        (present: ["people's own"], wanted: [], removed: ["a"], write: nil),
        (present: ["a"], wanted: ["a"], removed: ["a"], write: nil),
    ] as [(present: [String], wanted: [String], removed: [String], write: [String]?)])
    func table(present: [String], wanted: [String], removed: [String], write: [String]?) {
        let wish = LinkWish(field: "interlocuteurs", wanted: Set(wanted), removed: Set(removed))
        #expect(wish.write(over: Set(present)) == write)
    }
}
