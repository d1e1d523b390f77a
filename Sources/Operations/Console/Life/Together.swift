import Runtime

/// Any number of groups read as one, so that all their faults are told at once.
struct Together<each Group: SettingsGroup>: SettingsGroup {
    let groups: (repeat each Group)

    init(from reader: inout SettingsReader) { groups = (repeat (each Group)(from: &reader)) }
}
