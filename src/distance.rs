//! How far two names are apart, for "did you mean".

/// The edit distance in bytes (Levenshtein); a difference in ASCII letter case counts nothing. It takes time in proportion to the
/// product of both lengths: callers bound them.
pub(crate) fn distance(wanted: &str, known: &str) -> usize {
    let (a, b) = (wanted.as_bytes(), known.as_bytes());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, x) in a.iter().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let replaced = diagonal + usize::from(!x.eq_ignore_ascii_case(y));
            diagonal = *cell;
            left = replaced.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let cases = [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("Pets", "pets", 0),
            ("pet", "pets", 1),
            ("kitten", "sitting", 3),
        ];
        for (wanted, known, expected) in cases {
            assert_eq!(distance(wanted, known), expected, "{wanted} {known}");
        }
    }
}
