extension Community {
    /// Whether it means to go on; one that comes to its end needs nobody new.
    package var goesOn: Bool { !stage.isEnding }

    /// Those who hold a role now, in the order written: their term is not over, and they have not been forgotten.
    package func holders(of role: Role, on today: Day) -> [RoleHolder] {
        (roles[role] ?? []).filter { !$0.isPast(on: today) && !$0.person.isFormerMember }
    }

    /// Whether it goes on and nobody holds a role now.
    package func lacks(_ role: Role, on today: Day) -> Bool { goesOn && holders(of: role, on: today).isEmpty }

    /// Whether its page names no owner, past or present, and must: that is wrong on any day.
    package var leavesOutOwners: Bool { stage.isActive && (roles[.owner] ?? []).isEmpty }
}
