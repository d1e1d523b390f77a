import Domain
import Hummingbird
import NIOCore

/// What is known of a request on its way to a page: its connection, and what the gate has made of it.
struct DoorContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    var language = Language.en
    /// nil on the pages that need none.
    var session: Session?
    /// Of a POST, once read.
    var form = Form.empty

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The way back that a form brought along.
    var back: Place? { form["back"].flatMap(Place.init(returned:)) }
}
