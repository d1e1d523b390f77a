package import Artis
package import Domain
import HTTP

extension ArtisObject {
    /// The tiers that it hangs on.
    package var home: ID<ArtisRecord>? { fields[ArtisFieldName.tiers]?.text.map { ID($0) } }
}
