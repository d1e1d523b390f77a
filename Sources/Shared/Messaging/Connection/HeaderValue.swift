/// A value of an AMQP table, in the types that Passerelle reads or writes. Others (decimals, dates, floats) are left out.
enum HeaderValue: Sendable, Equatable {
    case text(String)
    case integer(Int64)
    case flag(Bool)
    case list([HeaderValue])
    case table([String: HeaderValue])

    var text: String? { if case .text(let value) = self { value } else { nil } }
    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var list: [HeaderValue]? { if case .list(let value) = self { value } else { nil } }
    var table: [String: HeaderValue]? { if case .table(let value) = self { value } else { nil } }
}
