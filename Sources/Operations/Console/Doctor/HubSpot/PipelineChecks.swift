import Domain
import Oversight

/// R15, R16, judged: one pipeline, and in it the six stages to the letter.
struct PipelineChecks {
    let language: Language

    private var path: String { MenuPath(language: language).pipelines }
    private static let setting = "HUBSPOT_PIPELINE"

    func check(_ pipelines: [SalesPipeline], setting: String?) -> [Check] {
        switch SalesPipelineSearch.search(setting: setting, pipelines) {
        case .found(let pipeline): return stages(of: pipeline)
        case .notNamed(let name):
            let near = NearMiss.of(name, among: pipelines.map(\.label))
            let labels = pipelines.map { "\($0.label) (\($0.id))" }.joined(separator: ", ")
            return [
                .fault(
                    .pipeline, Self.setting,
                    language.of(fr: "aucun pipeline ne s’appelle \(language.quoted(name))", en: "no pipeline is called \(language.quoted(name))"),
                    remedy: "\(Self.setting)=" + (near ?? language.of(fr: "un de : \(labels)", en: "one of: \(labels)")))
            ]
        case .none:
            return [
                .fault(
                    .pipeline, "pipelines", language.of(fr: "aucun n’a les six phases", en: "none has the six stages"),
                    remedy: language.of(
                        fr: "nommez le pipeline à utiliser dans \(Self.setting), puis passerelle setup",
                        en: "name the pipeline to be used in \(Self.setting), then passerelle setup"))
            ]
        case .several(let several):
            let labels = several.map { "\($0.label) (\($0.id))" }.joined(separator: ", ")
            return [
                .fault(
                    .pipeline, "pipelines", language.of(fr: "plusieurs conviendraient : \(labels)", en: "several would do: \(labels)"),
                    remedy: language.of(
                        fr: "nommez l’identifiant d’un seul dans \(Self.setting)", en: "name the id of one in \(Self.setting)"))
            ]
        }
    }

    private func stages(of pipeline: SalesPipeline) -> [Check] {
        let lacking = pipeline.missingStages.map { lacks($0, pipeline) }
        // A near miss beside the exact name, or beside another, blocks its deals like any other stage.
        let told = pipeline.missingStages.compactMap { near($0, pipeline) }
        let others = pipeline.stages.filter { SalesStage(rawValue: $0.label) == nil && !told.contains($0.label) }
        let more = others.isEmpty ? [] : [unknown(others.map(\.label), pipeline)]
        return (lacking.isEmpty ? [.ok(.pipeline, pipeline.label, language.of(fr: "les six phases", en: "the six stages"))] : lacking) + more
    }

    private func near(_ stage: SalesStage, _ pipeline: SalesPipeline) -> String? {
        NearMiss.of(stage.rawValue, among: pipeline.stages.map(\.label))
    }

    private func lacks(_ stage: SalesStage, _ pipeline: SalesPipeline) -> Check {
        let subject = "\(pipeline.label) > \(stage.rawValue)"
        let tab = language.of(fr: "\(path) > \(pipeline.label) > Configurer", en: "\(path) > \(pipeline.label) > Configure")
        if let near = near(stage, pipeline) {
            return .fault(
                .stage, subject,
                language.of(
                    fr: "la phase s’appelle \(language.quoted(near)) : accents, espaces et casse comptent",
                    en: "the stage is called \(language.quoted(near)): accents, blanks and case count"),
                remedy: language.of(
                    fr: "\(tab) : renommez \(language.quoted(near)) en \(stage.rawValue)",
                    en: "\(tab): rename \(language.quoted(near)) to \(stage.rawValue)"))
        }
        return .forSetup(
            .stage, subject, language.of(fr: "la phase manque", en: "the stage is missing"),
            byHand: language.of(
                fr: "\(tab) > + Ajouter une phase : \(stage.rawValue)", en: "\(tab) > + Add stage: \(stage.rawValue)"), language)
    }

    /// In quotes: a blank at the end may be all that is wrong.
    private func unknown(_ labels: [String], _ pipeline: SalesPipeline) -> Check {
        let labels = labels.map(language.quoted)
        let tab = language.of(fr: "\(path) > \(pipeline.label) > Configurer", en: "\(path) > \(pipeline.label) > Configure")
        return .warning(
            .stage, pipeline.label,
            language.of(
                fr: "phases qu’artis.net ne connaît pas, et qui bloquent leurs transactions : \(language.listed(labels))",
                en: "stages that artis.net does not know, and that block their deals: \(language.listed(labels))"),
            remedy: language.of(
                fr: "\(tab) : supprimez-les, leurs transactions déplacées", en: "\(tab): delete them, their deals moved"))
    }
}
