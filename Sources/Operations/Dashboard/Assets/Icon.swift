/// A bridge between two sides.
enum Icon {
    static let text = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0f5f6f"/>
        <path d="M4 21h24M8 21v-3a8 8 0 0 1 16 0v3M12 12v9M20 12v9M16 10v11" fill="none" stroke="#fff" stroke-width="2.4"
        stroke-linecap="round"/></svg>
        """#
}
