import Database

/// A table to quarrel about.
enum Accounts {
    static let table = """
        CREATE TABLE account (id int PRIMARY KEY, amount int NOT NULL CONSTRAINT never_negative CHECK (amount >= 0));
        INSERT INTO account VALUES (1, 100), (2, 100)
        """
}

struct AddToAccount: Statement {
    var id: Int
    var amount: Int
    static let sql = "UPDATE account SET amount = amount + $2 WHERE id = $1"
    var parameters: [Parameter] { [.int(id), .int(amount)] }
}

struct OpenAccount: Statement {
    var id: Int
    static let sql = "INSERT INTO account VALUES ($1, 0)"
    var parameters: [Parameter] { [.int(id)] }
}

struct ReadAccount: Statement {
    var id: Int
    static let sql = "SELECT amount FROM account WHERE id = $1"
    var parameters: [Parameter] { [.int(id)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
