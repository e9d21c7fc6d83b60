extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// The middle of some values.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// To two digits.
func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
