/// A list of postings, by where it is kept.
enum ListReference: Hashable, Comparable {
    /// In a bundle, by its term among the common ones.
    case common(term: Int)
    /// In a shard of words.
    case rare(shard: Int, list: Int)
}
