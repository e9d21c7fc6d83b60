package import PraxisDiagnostics
internal import PraxisYAML

/// Every rule about single files and what they refer to, for settings, waivers and the handbook.
package enum ModelRules {
    package static let all: [Rule] =
        [Rule.fileName, .folderName, .filePlace, .orphan, .languageUnknown, .sharedAddress, .cycle]
        + ReferenceRules.all + ParsingRules.all + DateRules.all + CommunityRules.all + QuestionRules.all + LinkRules.all
        + ListRules.all + TrustRules.all + MenuRules.all + TargetRules.all + KnownRules.all + [SettingsReader.unused]
}
