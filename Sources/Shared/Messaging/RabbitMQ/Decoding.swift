import CRabbitMQ

extension String {
    /// Copies text out of the library's memory; bytes that are no UTF-8 become replacement characters.
    init(_ bytes: amqp_bytes_t) {
        unsafe self.init(decoding: [UInt8](bytes), as: UTF8.self)
    }
}

extension [UInt8] {
    init(_ bytes: amqp_bytes_t) {
        unsafe self.init(UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.bytes == nil ? 0 : bytes.len))
    }
}

extension HeaderValue {
    /// Tables within tables deeper than this are left out: they come from outside, and nobody here reads them.
    private static let mostDepth = 8

    /// Nil for the types that Passerelle does not read.
    init?(_ field: amqp_field_value_t, depth: Int = 0) {
        guard depth < Self.mostDepth else { return nil }
        let value = unsafe field.value
        switch amqp_field_value_kind_t(UInt32(unsafe field.kind)) {
        case AMQP_FIELD_KIND_UTF8, AMQP_FIELD_KIND_BYTES: self = unsafe .text(String(value.bytes))
        case AMQP_FIELD_KIND_BOOLEAN: self = unsafe .flag(value.boolean != 0)
        case AMQP_FIELD_KIND_I8: self = unsafe .integer(Int64(value.i8))
        case AMQP_FIELD_KIND_U8: self = unsafe .integer(Int64(value.u8))
        case AMQP_FIELD_KIND_I16: self = unsafe .integer(Int64(value.i16))
        case AMQP_FIELD_KIND_U16: self = unsafe .integer(Int64(value.u16))
        case AMQP_FIELD_KIND_I32: self = unsafe .integer(Int64(value.i32))
        case AMQP_FIELD_KIND_U32: self = unsafe .integer(Int64(value.u32))
        case AMQP_FIELD_KIND_I64: self = unsafe .integer(value.i64)
        case AMQP_FIELD_KIND_U64: self = unsafe .integer(Int64(clamping: value.u64))
        case AMQP_FIELD_KIND_TABLE: self = unsafe .table(Self.table(value.table, depth: depth + 1))
        case AMQP_FIELD_KIND_ARRAY:
            let entries = unsafe UnsafeBufferPointer(
                start: value.array.entries, count: max(0, Int(value.array.num_entries)))
            self = .list(unsafe entries.compactMap { unsafe HeaderValue($0, depth: depth + 1) })
        default: return nil
        }
    }

    static func table(_ table: amqp_table_t, depth: Int = 0) -> [String: HeaderValue] {
        var values: [String: HeaderValue] = [:]
        for unsafe entry in unsafe UnsafeBufferPointer(start: table.entries, count: max(0, Int(table.num_entries))) {
            values[unsafe String(entry.key)] = unsafe HeaderValue(entry.value, depth: depth)
        }
        return values
    }
}

extension MessageProperties {
    init(_ properties: amqp_basic_properties_t) {
        let flags = unsafe Int64(properties._flags)
        func has(_ flag: Int32) -> Bool { flags & Int64(flag) != 0 }
        self.init()
        if has(AMQP_BASIC_HEADERS_FLAG) { headers = unsafe HeaderValue.table(properties.headers) }
        if has(AMQP_BASIC_MESSAGE_ID_FLAG) { messageID = unsafe String(properties.message_id) }
        if has(AMQP_BASIC_CORRELATION_ID_FLAG) { correlationID = unsafe String(properties.correlation_id) }
        if has(AMQP_BASIC_TYPE_FLAG) { type = unsafe String(properties.type) }
    }
}
