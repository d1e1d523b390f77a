/// A user of the account as owner of records. The two ids are never equal.
struct Owner: Sendable {
    let id: Int
    let userId: Int
    var email: String
    var firstName: String
    var lastName: String
    var archived = false

    /// An archived owner shows its user in `userIdIncludingInactive` only.
    var json: JSON {
        [
            "id": .string(String(id)), "email": .string(email), "firstName": .string(firstName),
            "lastName": .string(lastName), "userId": archived ? .null : .integer(userId),
            "userIdIncludingInactive": .integer(userId), "archived": .bool(archived), "type": "PERSON",
            "createdAt": "2024-01-01T00:00:00.000Z", "updatedAt": "2024-01-01T00:00:00.000Z",
        ]
    }

    init(id: Int, userId: Int, email: String, firstName: String, lastName: String, archived: Bool) {
        self.id = id
        self.userId = userId
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.archived = archived
    }

    init?(ledger json: JSON) {
        guard let id = json["id"]?.text.flatMap({ Int($0) }), let user = json["userIdIncludingInactive"]?.integer else {
            return nil
        }
        self.init(
            id: id, userId: user, email: json["email"]?.text ?? "", firstName: json["firstName"]?.text ?? "",
            lastName: json["lastName"]?.text ?? "", archived: json["archived"]?.flag ?? false)
    }
}
