internal import PraxisYAML

extension PageReader {
    mutating func programme() -> (content: Programme, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "Mentoring"))
        let kind = fields.value(
            "kind", as: ProgrammeKind.self, "mentoring, circle, cohort (if nothing is said), apprenticeship or team")
        let coordinator = person("coordinator", "who runs it", .required(example: "anna-lind"))
        let cadence = fields.value("cadence", as: Period.self, "how long it is from one session to the next")
        let size = fields.text("size", "how many take part together")
        let cohorts = cohorts()
        return (
            Programme(
                kind: kind?.value ?? .cohort, coordinator: coordinator ?? .name(""), cadence: cadence?.value,
                size: size?.value, cohorts: cohorts),
            title?.value
        )
    }

    private mutating func cohorts() -> [Programme.Cohort] {
        let zone = context.settings.timeZone
        return fields.records("cohorts", "the groups that go through it", subject: "a cohort") { record in
            let name = record.text("name", "what it is called", .required(example: "Spring 2026"))
            let starts = record.value("starts", as: StartTime.self, "when it starts", .required(example: "2026-03-31"))
            let timeZone = record.value("timezone", as: TimeZoneName.self, "its time zone, where it is not the site's")
            let apply = record.text("apply", "how to apply: an address, a mail address or a sentence")
            let applyBy = record.value("apply_by", as: Day.self, "the last day to apply")
            let places = record.value("places", as: Int.self, "how many can take part")
            let outcome = record.text("outcome", "what came of it, once it is over")
            guard let name, let starts else { return nil }
            return Programme.Cohort(
                name: name.value, starts: starts.value.time, hasTime: starts.value.hasTime,
                timeZone: timeZone?.value.text ?? zone, apply: apply?.value, applyBy: applyBy?.value,
                places: places?.value, outcome: outcome?.value)
        }.map(\.value)
    }

    mutating func sessionFields() -> (minutes: Int?, goal: String?, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "Find a goal"))
        let minutes = fields.value("minutes", as: Minutes.self, "how long it takes")
        let goal = fields.text("goal", "what it is for")
        return (minutes?.value.count, goal?.value, title?.value)
    }

    mutating func opportunity() -> (content: Opportunity, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "A day with the credit committee"))
        let kind = fields.value("kind", as: OpportunityKind.self, "what sort it is", .required(example: "shadowing"))
        let host = person("host", "who takes one in", .required(example: "anna-lind"))
        let community = page("community", of: [.community], "the community that it belongs to")
        let learning = fields.text("learning", "what one learns", .required(example: "How a decision is made."))
        let effort = fields.text("effort", "how much time it takes")
        let places = fields.value("places", as: Int.self, "for how many people")
        let mode = fields.text("mode", "on site, by video…")
        let apply = fields.text(
            "apply", "how to apply: an address, a mail address or a sentence", .required(example: "name@example.org"))
        let closes = fields.value("closes", as: Day.self, "the last day to apply")
        return (
            Opportunity(
                kind: kind?.value ?? .shadowing, host: host ?? .name(""), community: community,
                learning: learning?.value ?? "", effort: effort?.value, places: places?.value, mode: mode?.value,
                apply: apply?.value ?? "", closes: closes?.value),
            title?.value
        )
    }
}
