extension Community {
    /// Whether it means to go on; one that is closing needs nobody new.
    package var goesOn: Bool { stage != "closing" }

    /// Those whose term in a role is not over, in the order written.
    package func holders(of role: Role, on today: Day) -> [RoleHolder] {
        (roles[role] ?? []).filter { !$0.isPast(on: today) }
    }
}
