import PraxisPublish
import Testing

@Suite struct RecordTests {
    private let content = FileContent(of: Array("abc".utf8))

    /// FIPS 180-4's own examples, and lengths around the border of a block (checked with coreutils' sha256sum).
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
    func checksumsAreThoseOfTheStandard(_ text: String, _ checksum: String) {
        #expect(FileContent(of: Array(text.utf8)) == FileContent(checksum: checksum, size: text.utf8.count))
    }

    @Test func aRecordIsReadAsItWasWritten() throws {
        let record = PublicationRecord(
            state: .underWay(mark: "7"), certain: ["a b/å.html": content],
            possible: ["c.js": [content, FileContent(of: [])]])
        #expect(PublicationRecord(record.bytes) == record)
        #expect(String(decoding: record.bytes, as: UTF8.self).hasPrefix("praxis published 1\nunder way 7\n= ba7816"))
    }

    @Test func aRecordThatIsCutOffIsNone() {
        let bytes = PublicationRecord(certain: ["a.html": content, "b.html": content]).bytes
        for count in 0..<bytes.count { #expect(PublicationRecord(Array(bytes.prefix(count))) == nil) }
    }

    @Test(arguments: ["../x", "/etc/passwd", "a/../../b", "a//b", ".praxis/journal"])
    func aRecordNamesNothingOutsideTheFolder(_ path: String) {
        let text = "praxis published 1\ncomplete\n= \(content.checksum) 3 \(path)\nend\n"
        #expect(PublicationRecord(Array(text.utf8)) == nil)
    }
}
