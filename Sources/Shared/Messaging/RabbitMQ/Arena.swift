import CRabbitMQ

/// Memory for the arguments of one library call: strings and tables are copied in, and all is taken back at once.
@safe final class Arena {
    private let pool: UnsafeMutablePointer<amqp_pool_t>

    init() {
        unsafe pool = .allocate(capacity: 1)
        unsafe init_amqp_pool(pool, 4096)
    }

    deinit {
        unsafe empty_amqp_pool(pool)
        unsafe pool.deallocate()
    }

    /// Everything handed out before is void.
    func reset() { unsafe recycle_amqp_pool(pool) }

    func bytes(_ text: String) -> amqp_bytes_t { unsafe bytes(Array(text.utf8)) }

    func bytes(_ content: [UInt8]) -> amqp_bytes_t {
        guard !content.isEmpty, let memory = unsafe amqp_pool_alloc(pool, content.count) else {
            return unsafe amqp_bytes_t(len: 0, bytes: nil)
        }
        unsafe memory.copyMemory(from: content, byteCount: content.count)
        return unsafe amqp_bytes_t(len: content.count, bytes: memory)
    }

    func table(_ values: [String: HeaderValue]) -> amqp_table_t {
        let size = unsafe values.count * MemoryLayout<amqp_table_entry_t>.stride
        guard size > 0, let memory = unsafe amqp_pool_alloc(pool, size) else {
            return unsafe amqp_table_t(num_entries: 0, entries: nil)
        }
        let entries = unsafe memory.bindMemory(to: amqp_table_entry_t.self, capacity: values.count)
        for (index, (key, value)) in values.enumerated() {
            unsafe entries[index] = amqp_table_entry_t(key: bytes(key), value: field(value))
        }
        return unsafe amqp_table_t(num_entries: Int32(values.count), entries: entries)
    }

    private func field(_ value: HeaderValue) -> amqp_field_value_t {
        var field = unsafe amqp_field_value_t()
        switch value {
        case .text(let text):
            unsafe field.kind = UInt8(AMQP_FIELD_KIND_UTF8.rawValue)
            unsafe field.value.bytes = bytes(text)
        case .integer(let number):
            unsafe field.kind = UInt8(AMQP_FIELD_KIND_I64.rawValue)
            unsafe field.value.i64 = number
        case .flag(let flag):
            unsafe field.kind = UInt8(AMQP_FIELD_KIND_BOOLEAN.rawValue)
            unsafe field.value.boolean = flag ? 1 : 0
        case .table(let values):
            unsafe field.kind = UInt8(AMQP_FIELD_KIND_TABLE.rawValue)
            unsafe field.value.table = table(values)
        case .list(let values):
            unsafe field.kind = UInt8(AMQP_FIELD_KIND_ARRAY.rawValue)
            unsafe field.value.array = array(values)
        }
        return unsafe field
    }

    private func array(_ values: [HeaderValue]) -> amqp_array_t {
        let size = unsafe values.count * MemoryLayout<amqp_field_value_t>.stride
        guard size > 0, let memory = unsafe amqp_pool_alloc(pool, size) else {
            return unsafe amqp_array_t(num_entries: 0, entries: nil)
        }
        let entries = unsafe memory.bindMemory(to: amqp_field_value_t.self, capacity: values.count)
        for (index, value) in values.enumerated() { unsafe entries[index] = field(value) }
        return unsafe amqp_array_t(num_entries: Int32(values.count), entries: entries)
    }
}
