//! A sheet to begin with: the columns that most sites need, and one row that shows how they are filled in.

/// Column by column. The address is one for examples, which is refused: nobody imports this row by mistake.
const EXAMPLE: [(&str, &str); 12] = [
    ("id", "oak-primary"),
    ("name", "Oak Primary School"),
    ("kind", "school"),
    ("area", "Calderdale"),
    ("colour", "#0f5f63"),
    ("languages", "en-GB"),
    ("keeping", "this-visit"),
    ("hide", ""),
    ("person-1-role", "Special educational needs coordinator (SENCO)"),
    ("person-1-name", ""),
    ("person-1-phone", ""),
    ("person-1-email", "senco@example.org"),
];

/// The sheet. It has nothing that would need a quote.
pub fn template() -> String {
    let row = |cell: fn(&(&'static str, &'static str)) -> &'static str| {
        EXAMPLE.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
    };
    row(|(name, _)| name) + &row(|(_, cell)| cell)
}
