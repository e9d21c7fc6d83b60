import PraxisModel

extension ViewMaker {
    /// The charts of a community; `nil` where there is nothing to draw.
    func figures(_ community: Community, _ inside: [PageID]) -> FigureSection? {
        let growth = growth(community)
        let participation = community.participation.flatMap(participation)
        let maturity = maturity(community)
        guard growth != nil || participation != nil || maturity != nil else { return nil }
        return FigureSection(
            head: head("figures", .communityFigures), growth: growth, participation: participation,
            balance: balance(title: strings.text(.communityBalance), of: inside),
            maturity: maturity)
    }

    /// Membership over time; `nil` below two figures that may be shown.
    func growth(_ community: Community) -> GrowthChart? {
        let members = community.members.filter { Privacy.figure($0.count) != nil }.sorted { $0.date < $1.date }
        guard let first = members.first, let last = members.last, members.count > 1, first.date < last.date else {
            return nil
        }
        let most = max(members.map(\.count).max() ?? 0, community.target ?? 0)
        let scale = GrowthScale(most: most, first: first.date, last: last.date)
        var caption = strings.text(
            .communityGrowthText,
            [
                "first": strings.number(first.count), "firstDate": strings.month(first.date),
                "last": strings.number(last.count), "lastDate": strings.month(last.date),
            ])
        if let target = community.target {
            caption += " " + strings.text(.communityGrowthTarget, ["target": strings.number(target)])
        }
        let points = members.map {
            ChartPoint(
                x: scale.x($0.date), y: scale.y($0.count), value: strings.number($0.count), iso: $0.date.description,
                date: strings.month($0.date))
        }
        return GrowthChart(
            title: strings.text(.communityGrowth), description: caption, caption: caption,
            grid: scale.steps.map { ChartMark(y: scale.y($0), label: strings.number($0)) },
            target: community.target.map {
                GrowthChart.target(
                    y: scale.y($0), label: strings.text(.communityTarget, count: $0), beside: points)
            },
            points: points,
            ticks: scale.years.map { ChartTick(x: scale.x($0), label: String($0.year), anchor: "start") })
    }

    private func participation(_ figures: Community.Participation) -> ParticipationChart? {
        guard Privacy.figure(figures.total) != nil else { return nil }
        return ParticipationChart(
            title: strings.text(.communityParticipationTitle),
            caption: strings.text(.communityParticipation, ["date": strings.date(figures.asOf)]),
            parts: [
                (strings.text(.communityCore), strings.text(.communityCoreNote), figures.core),
                (strings.text(.communityActive), strings.text(.communityActiveNote), figures.active),
                (strings.text(.communityOccasional), strings.text(.communityOccasionalNote), figures.occasional),
                (strings.text(.communityPeripheral), strings.text(.communityPeripheralNote), figures.peripheral),
            ])
    }

    /// How a community sees itself; `nil` where it has not said.
    private func maturity(_ community: Community) -> MaturityChart? {
        let assessments = community.assessments
        return MaturityChart(
            title: strings.text(.maturityTitle), scale: strings.text(.maturityScale),
            dimensions: settings.maturity.map { dimension in
                (
                    word(dimension.id, of: settings.maturity, .maturity),
                    assessments.map { $0.scores.first { $0.dimension == dimension.id }?.score }
                )
            },
            assessments: assessments.map { (date($0.date), $0.evidence) })
    }

    /// How much there is of each way of learning among some pages; `nil` where none says a way. Linear.
    func balance(title: String, of pages: [PageID]) -> BalanceChart? {
        var counts: [Way: Int] = [:]
        for id in pages {
            if let way = site[id].metadata.way { counts[way, default: 0] += 1 }
        }
        guard !counts.isEmpty else { return nil }
        return BalanceChart(
            title: title,
            ways: Way.allCases.map { way in
                (term(.way, way.rawValue, href: listHref("ways/\(way.rawValue)/")), counts[way] ?? 0)
            })
    }
}

/// Where figures over time stand in the plane of a growth chart.
struct GrowthScale {
    let most: Int
    let first: Day
    let last: Day

    /// The left and right edge of the points.
    private static let edges = (left: 8.0, right: 98.0)
    /// The highest place of a line.
    private static let top = 4.0

    func x(_ day: Day) -> Double {
        let span = Double(max(1, last.number - first.number))
        let part = Double(max(day, first).number - first.number) / span
        return Self.edges.left + (Self.edges.right - Self.edges.left) * part
    }

    func y(_ count: Int) -> Double {
        let height = GrowthChart.floor - Self.top
        return GrowthChart.floor - height * Double(count) / (1.12 * Double(max(1, most)))
    }

    /// Round numbers from 0 up, three to six of them.
    var steps: [Int] {
        var size = 1
        for candidate in Self.sizes where most / candidate >= 3 { size = candidate }
        return Array(stride(from: 0, through: most, by: size))
    }

    private static let sizes: [Int] = (0...6).flatMap { power in
        let ten = (0..<power).reduce(1) { value, _ in value * 10 }
        return [ten, 2 * ten, 5 * ten]
    }

    /// The first day of the chart, and of each year that begins in it.
    var years: [Day] {
        [first] + ((first.year + 1)..<(last.year + 1)).compactMap { Day(year: $0, month: 1, day: 1) }
    }
}
