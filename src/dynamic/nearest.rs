//! "Did you mean": the known name that is most similar to an unknown one.

use crate::distance::distance;

/// Names longer than this are similar to nothing.
const MAX_LENGTH: usize = 48;

/// The most similar of the known names, if one is similar enough to be a help.
pub(crate) fn nearest<'n>(wanted: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    if wanted.is_empty() || wanted.len() > MAX_LENGTH {
        return None;
    }
    let limit = (wanted.len() / 3).max(1) + 1;
    let mut best: Option<(usize, &str)> = None;
    for name in known.filter(|name| name.len() <= MAX_LENGTH) {
        let distance = distance(wanted, name);
        if distance < best.map_or(limit, |(least, _)| least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_was_meant() {
        let known = ["person.fullName", "person.firstName", "internet.email", "min", "max"];
        let cases = [
            ("person.fulName", Some("person.fullName")),
            ("person.fullname", Some("person.fullName")),
            ("person.frstName", Some("person.firstName")),
            ("internet.mail", Some("internet.email")),
            ("mni", None),
            ("mix", Some("min")),
            ("zzzzzzzz", None),
            ("", None),
        ];
        for (wanted, expected) in cases {
            assert_eq!(nearest(wanted, known.into_iter()), expected, "{wanted}");
        }
        assert_eq!(nearest(&"a".repeat(1000), known.into_iter()), None);
    }
}
