import ArgumentParser
import Domain
import Oversight

extension ValidationError {
    /// For whoever sits there.
    init(fr french: String, en english: String) { self.init(Language.current.of(fr: french, en: english)) }
}
