//! What a spreadsheet has made of a table: commas, semicolons or tabs.

/// What divides the cells, told by the headings.
pub fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, n) in &mut counts {
            *n += usize::from(byte == *delimiter && !quoted);
        }
    }
    // Of equals the comma.
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map_or(b',', |(delimiter, _)| delimiter)
}
