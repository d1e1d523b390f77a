/// How far this process's reading of the feed has come. Until it has come to the feed's end, what we wrote ourselves counts
/// as news too: a database that was restored from an older dump has forgotten it.
enum CatchingUp {
    case begins, goesOn, done
}
