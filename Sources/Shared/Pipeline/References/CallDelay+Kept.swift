package import Database
package import Domain
import FoundationEssentials

extension CallDelay {
    /// R22: the delay as it was last read from artis; nil while it never was.
    package init?(kept rows: [ReferenceRow]) {
        guard let text = rows.first(where: { $0.key == ReferenceKey.delay.rawValue })?.value else { return nil }
        self.init(parameter: (try? JSONDecoder().decode(String?.self, from: Data(text.utf8))) ?? nil)
    }
}
