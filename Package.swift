// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: Swift 6 mode comes with the tools version, warnings are errors.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A target of ours, in `Sources/NAME`.
func module(
    _ name: String, uses dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

/// The tests of one target, in `Tests/NAMETests`.
func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "PraxisTestSupport"] + dependencies,
        swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

let package = Package(
    name: "praxis",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "praxis", targets: ["praxis"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(name: "CArena", dependencies: ["CCmark"]),
        .systemLibrary(
            name: "CStemmer",
            providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "CMemory"),

        module("PraxisBytes"),
        module("PraxisDiagnostics"),
        module("PraxisYAML", uses: ["PraxisDiagnostics", yams]),
        module("PraxisFiles", uses: ["CMemory", "PraxisDiagnostics", "PraxisBytes", subprocess]),
        module("PraxisMarkdown", uses: ["CCmark", "CArena", "PraxisDiagnostics", "PraxisBytes"]),
        module(
            "PraxisModel",
            uses: ["PraxisMarkdown", "PraxisYAML", "PraxisDiagnostics", "PraxisFiles", "PraxisBytes"]),
        module("PraxisChecks", uses: ["PraxisModel", "PraxisMarkdown", "PraxisDiagnostics"]),
        module("PraxisSearch", uses: ["PraxisModel", "PraxisMarkdown", "PraxisBytes", "CStemmer"]),
        module("PraxisSyndication", uses: ["PraxisModel", "PraxisMarkdown"]),
        module("PraxisHosting", uses: ["CZlib", "PraxisModel", "PraxisFiles", "PraxisDiagnostics"]),
        module(
            "PraxisTheme",
            uses: ["PraxisModel", "PraxisMarkdown", "PraxisYAML", "PraxisFiles", "PraxisDiagnostics", "PraxisBytes"],
            plugins: ["EmbedFiles"]),
        module(
            "PraxisBuild",
            uses: [
                "PraxisDiagnostics", "PraxisYAML", "PraxisFiles", "PraxisMarkdown", "PraxisModel", "PraxisChecks",
                "PraxisSearch", "PraxisSyndication", "PraxisHosting", "PraxisTheme", "PraxisBytes",
            ]),
        module(
            "PraxisAuthoring",
            uses: ["PraxisModel", "PraxisMarkdown", "PraxisYAML", "PraxisFiles", "PraxisDiagnostics"],
            plugins: ["EmbedFiles"]),
        module("PraxisPublish", uses: ["PraxisFiles", "PraxisDiagnostics"]),
        module("PraxisPreview", uses: ["PraxisFiles", "PraxisDiagnostics"] + nio),
        module(
            "PraxisCommandLine",
            uses: [
                "PraxisDiagnostics", "PraxisYAML", "PraxisFiles", "PraxisMarkdown", "PraxisModel", "PraxisChecks",
                "PraxisSearch", "PraxisSyndication", "PraxisHosting", "PraxisTheme", "PraxisBuild", "PraxisAuthoring",
                "PraxisPreview", "PraxisPublish", argumentParser,
            ]),
        .executableTarget(name: "praxis", dependencies: ["PraxisCommandLine"], swiftSettings: strict),

        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["praxis-embed"]),
        // The links to the folders make the package plan its build anew when a file is added there or taken away.
        .executableTarget(name: "praxis-embed", exclude: ["themes", "Starter"], swiftSettings: strict),
        .executableTarget(
            name: "praxis-bench",
            dependencies: [
                "PraxisMarkdown", "PraxisDiagnostics", "PraxisFiles", "PraxisModel", "PraxisTheme", "PraxisBuild",
                "PraxisFuzzing",
            ],
            swiftSettings: strict),

        module("PraxisFuzzing", uses: ["PraxisMarkdown", "PraxisYAML", "PraxisModel", "PraxisDiagnostics"]),
        module(
            "PraxisTestSupport",
            uses: [
                "PraxisDiagnostics", "PraxisFiles", "PraxisModel", "PraxisChecks", "PraxisBuild", "PraxisCommandLine",
            ]),
        tests(of: "PraxisBytes"),
        tests(of: "PraxisDiagnostics"),
        tests(of: "PraxisYAML", with: ["PraxisDiagnostics"]),
        tests(of: "PraxisFiles"),
        tests(of: "PraxisMarkdown", with: ["PraxisDiagnostics", "PraxisFuzzing"]),
        tests(
            of: "PraxisModel",
            with: ["PraxisBuild", "PraxisYAML", "PraxisMarkdown", "PraxisFiles", "PraxisDiagnostics"]),
        tests(of: "PraxisChecks"),
        tests(of: "PraxisSearch", with: ["PraxisModel", "PraxisFiles", "PraxisBuild", "PraxisBytes"]),
        tests(of: "PraxisSyndication"),
        tests(of: "PraxisHosting", with: ["PraxisBuild", "PraxisFiles", "PraxisModel", "PraxisDiagnostics", "CZlib"]),
        tests(of: "PraxisTheme"),
        tests(of: "PraxisBuild", with: ["PraxisBytes", "PraxisCommandLine"]),
        tests(
            of: "PraxisAuthoring",
            with: [
                "PraxisBuild", "PraxisModel", "PraxisFiles", "PraxisDiagnostics", "PraxisYAML",
                "PraxisTheme",
            ]),
        tests(of: "PraxisPreview"),
        tests(of: "PraxisPublish", with: ["PraxisFiles", "PraxisDiagnostics"]),
        tests(of: "PraxisFuzzing"),
        tests(of: "PraxisCommandLine", with: ["PraxisBuild", "PraxisFiles"]),
    ]
)

// `make fuzz` builds one more program, which libFuzzer gives its own entry point and which nothing else can link.
if Context.environment["PRAXIS_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "praxis-fuzz", dependencies: ["PraxisFuzzing"], swiftSettings: strict))
    package.products.append(.executable(name: "praxis-fuzz", targets: ["praxis-fuzz"]))
}
