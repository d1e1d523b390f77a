package import Domain
package import Pipeline
import Trades

extension Kind {
    /// Who reads records of this kind; a company's are read by nobody here.
    package var trade: any DependantTrade {
        switch role {
        case .deal: DealTrade()
        case .contact: ContactTrade()
        case .company, .activity: ActivityTrade()
        }
    }
}
