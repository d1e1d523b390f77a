extension JSON {
    /// Nesting that no honest answer comes near.
    public static let maxDepth = 128

    /// One value, with nothing but blanks around it. A key named twice keeps its last value.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var parser = JSONParser(bytes)
        return try parser.document()
    }
}
