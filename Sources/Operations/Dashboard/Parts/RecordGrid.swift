import Database
import Domain

/// Records as a table: what, where it stands, since when, why.
struct RecordGrid {
    let rows: [RecordRow]
    /// Each with a button to try it again.
    var retries = false

    func content(_ visit: Visit) -> HTML {
        var columns: [Grid.Column] = [
            .init(title: visit.of(fr: "Fiche", en: "Record")), .init(title: visit.of(fr: "Entreprise", en: "Company")),
            .init(title: visit.of(fr: "État", en: "State")), .init(title: visit.of(fr: "Depuis", en: "Since")),
            .init(title: visit.of(fr: "Pourquoi", en: "Why"), isWide: true),
        ]
        if retries { columns.append(.init(title: visit.of(fr: "Action", en: "Action"))) }
        return Grid(columns, rows: rows.map { row($0, visit) }).content
    }

    private func row(_ record: RecordRow, _ visit: Visit) -> Grid.Row {
        let language = visit.language
        var cells: [HTML] = [
            record.cell(language), company(record, visit),
            StateTag.of(record.state, language), visit.since(record.since), .text(record.why(language)),
        ]
        if retries { cells.append(RecordActions.retry(record, visit)) }
        return Grid.Row(id: "r\(record.id)", cells: cells)
    }

    private func company(_ record: RecordRow, _ visit: Visit) -> HTML {
        guard let id = record.companyID else { return .none }
        return a(.href(Place("records", Kind.company.rawValue, "\(id)"))) { record.companyCalled(id, visit) }
    }
}
