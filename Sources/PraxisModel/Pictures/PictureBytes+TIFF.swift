extension PictureBytes {
    /// A TIFF file (TIFF 6.0), or one with offsets of 64 bits (BigTIFF), as maps are.
    var isTIFF: Bool { ["II*\0", "MM\0*", "II+\0", "MM\0+"].contains { hasText($0, at: 0) } }

    /// Whether a TIFF file holds what cameras and editors write beside a picture: Exif, a place, XMP, IPTC. A file that cannot
    /// be read through is taken to hold it. Linear.
    ///
    /// Where the picture of a map lies on the earth (GeoTIFF) is what it shows, and none of that.
    var holdsMetadataOfTIFF: Bool {
        let isBig = hasText("MM", at: 0)
        let isLong = hasText("II+\0", at: 0) || hasText("MM\0+", at: 0)
        func number(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset <= bytes.count else { return nil }
            return isBig ? bigEndian(offset, count) : littleEndian(offset, count)
        }
        let (countSize, entrySize, offsetSize) = isLong ? (8, 20, 8) : (2, 12, 4)
        var place = number(isLong ? 8 : 4, offsetSize)
        // Each page of a file has its directory; one that leads back to an earlier one has no end.
        var last = 0
        while let directory = place, directory != 0 {
            guard directory > last, let count = number(directory, countSize), 0...bytes.count ~= count else {
                return true
            }
            for entry in 0..<count {
                guard let tag = number(directory + countSize + entry * entrySize, 2) else { return true }
                if Self.metadataTags.contains(tag) { return true }
            }
            last = directory
            place = number(directory + countSize + count * entrySize, offsetSize)
        }
        return place == nil
    }

    /// XMP, IPTC, Photoshop's own, and the directories of Exif and of the place.
    private static let metadataTags: Set<Int> = [0x02BC, 0x83BB, 0x8649, 0x8769, 0x8825]
}
