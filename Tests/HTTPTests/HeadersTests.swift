import HTTP
import Testing

@Suite struct HeadersTests {
    @Test func namesAreFoundWithoutRegardToCaseAndOrderIsKept() {
        var headers: HTTPHeaders = ["A": "1", "b": "2", "a": "3"]
        #expect(headers["B"] == "2" && headers.values("a") == ["1", "3"])
        #expect(headers.map(\.name) == ["A", "b", "a"])
        headers["a"] = "4"
        #expect(headers.values("A") == ["4"])
        headers["b"] = nil
        #expect(headers["b"] == nil && headers.count == 1)
    }
}
