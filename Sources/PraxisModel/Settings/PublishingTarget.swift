/// Somewhere to publish to, as site.yaml names it.
package struct PublishingTarget: Hashable, Sendable, Encodable {
    /// What `praxis publish` takes.
    package var name: String
    package var place: Place

    package init(name: String, place: Place) {
        self.name = name
        self.place = place
    }

    /// Where that is, and which program leads there.
    package enum Place: Hashable, Sendable, Encodable {
        /// A folder: absolute, or relative to the site's.
        case folder(String)
        /// A branch of a git repository, which is named as a remote of the site's own or by its address; within it a
        /// folder, or its top where that is empty.
        case git(remote: String, branch: String, folder: String)
        /// A place as rsync writes it: `user@host:/srv/www`.
        case rsync(String, port: Int?)
        /// A place as rclone writes it: `s3:bucket/path`.
        case rclone(String)
    }
}
