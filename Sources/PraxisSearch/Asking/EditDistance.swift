/// How many edits lie between two words: letters that are added, left out, changed, or exchanged with a neighbour.
/// (Optimal string alignment.)
struct EditDistance {
    /// From the typed word to the whole form; `Int.max` if the form is too long for the limit.
    let whole: Int
    /// From the typed word to the nearest beginning of the form.
    let start: Int

    /// Exact up to `limit`; what is above it is only known to be above. Time is the product of the lengths at most.
    init(from typed: [UInt32], to form: [UInt32], limit: Int) {
        let width = min(form.count, typed.count + limit)
        var before: [Int] = []
        var above = Array(0...width)
        var least = 0
        var row = 1
        while row <= typed.count, least <= limit {
            var line = [row]
            line.reserveCapacity(width + 1)
            least = row
            var column = 1
            while column <= width {
                let isSame = typed[row - 1] == form[column - 1]
                var cost = above[column - 1] + (isSame ? 0 : 1)
                if above[column] < cost { cost = above[column] + 1 }
                if line[column - 1] < cost { cost = line[column - 1] + 1 }
                if row > 1, column > 1, typed[row - 1] == form[column - 2], typed[row - 2] == form[column - 1],
                    before[column - 2] < cost
                {
                    cost = before[column - 2] + 1
                }
                if cost < least { least = cost }
                line.append(cost)
                column += 1
            }
            before = above
            above = line
            row += 1
        }
        whole = width == form.count ? max(above[width], least) : .max
        start = least
    }
}
