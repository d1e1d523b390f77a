/// What a form leads to.
enum Answer: Sendable {
    case view(View)
    case place(Place)
}
