import Testing

@testable import Pipeline

@Suite struct UnderwayTests {
    @Test("A batch that has taken no step for half an hour is stuck, also while others come and go; an idle worker never is")
    func stuck() {
        let underway = Underway()
        let start = SuspendingClock.now
        #expect(!underway.isStuck(at: start + .seconds(86_400)))
        let batch = underway.begin(3, at: start)
        #expect(underway.count == 3 && !underway.isStuck(at: start + .seconds(1799)))
        underway.move(batch, at: start + .seconds(1000))
        let other = underway.begin(2, at: start + .seconds(2700))
        #expect(underway.count == 5 && !underway.isStuck(at: start + .seconds(2799)))
        underway.move(other, at: start + .seconds(2801))
        #expect(underway.isStuck(at: start + .seconds(2801)))
        underway.end(batch)
        #expect(underway.count == 2 && !underway.isStuck(at: start + .seconds(2801)))
    }
}
