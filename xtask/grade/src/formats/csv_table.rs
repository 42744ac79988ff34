//! A table for gradebooks and spreadsheets, in which no cell is ever a formula.

use super::put;
use crate::results::Points;
use std::path::Path;
use xtask::failure::Failure;

/// The most characters of a cell: spreadsheets take no more than 32,767.
const MOST: usize = 8_000;

/// One cell.
pub struct Cell(String);

impl Cell {
    /// Text that nobody vouches for.
    ///
    /// A spreadsheet takes for a formula what begins with one of `=`, `+`, `-` and `@`. In many
    /// countries it splits lines at semicolons besides, inside of quotation marks too when they are
    /// not where it expects them. So wherever a cell could begin, an apostrophe comes first; before a
    /// quotation mark too, for it could hide the formula behind it, or take in cells that follow.
    pub fn text(text: &str) -> Cell {
        let text = super::sanitized::clip(text, MOST, "\n… (cut)");
        let mut cell = String::new();
        for (i, part) in text.split_inclusive(['\n', ';', '\t', '\r']).enumerate() {
            let is_mark = |c: char| c.is_whitespace() || c == '"' || c.is_control();
            let quoted = i > 0 && part.trim_start().starts_with('"');
            if quoted || part.trim_start_matches(is_mark).starts_with(FORMULA) {
                cell.push('\'');
            }
            cell.push_str(part);
        }
        Cell(cell)
    }

    /// What a platform wrote into its own table and reads back: a dash alone is its way to say nothing.
    pub fn platforms(text: &str) -> Cell {
        if text == "-" { Cell(text.to_owned()) } else { Cell::text(text) }
    }

    /// A number of ours.
    pub fn points(points: Points) -> Cell {
        Cell(points.to_string())
    }

    /// The same, or nothing where there is no grade.
    pub fn grade(earned: Option<Points>) -> Cell {
        Cell(earned.map(|points| points.to_string()).unwrap_or_default())
    }
}

/// What a formula begins with, its wide forms as well: some spreadsheets make no difference.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes the rows to `name` below `out`.
pub fn write(out: &Path, name: &str, rows: impl Iterator<Item = Vec<Cell>>) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Into memory, rows that are all of one length: nothing can go wrong that is not ours.
    let failed = |error: String| Failure::machine(format!("could not make {name}: {error}"));
    for row in rows {
        let cells = row.iter().map(|cell| cell.0.as_bytes());
        writer.write_record(cells).map_err(|error| failed(error.to_string()))?;
    }
    let text = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    put(out, name, &text)
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn no_cell_is_a_formula() {
        let of = |text| Cell::text(text).0;
        for (text, cell) in [
            ("Ada", "Ada"),
            ("=1+1", "'=1+1"),
            ("  @SUM(A1)", "'  @SUM(A1)"),
            ("＝1", "'＝1"),
            ("a; -1;b", "a;' -1;b"),
            ("a\n+1\nb", "a\n'+1\nb"),
            ("1-1", "1-1"),
            ("a;\"=1+1;b.rs", "a;'\"=1+1;b.rs"),
            ("a;\"\"\"=1", "a;'\"\"\"=1"),
            ("\"=1+1", "'\"=1+1"),
            ("a;\"b;c", "a;'\"b;c"),
            ("Ada \"Countess\" L", "Ada \"Countess\" L"),
            ("\"Ada\" L", "\"Ada\" L"),
        ] {
            assert_eq!(of(text), cell);
        }
    }
}
