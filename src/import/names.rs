//! Names that must not come twice.

use std::collections::{HashMap, HashSet};

/// Names that are given once.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashSet<String>,
    /// The last number given to a name.
    numbers: HashMap<String, usize>,
}

impl Names {
    /// A name as it is wanted, with a number behind it where it is taken.
    pub(super) fn unused(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        while !self.taken.insert(name.clone()) {
            let number = self.numbers.entry(wanted.to_owned()).or_insert(1);
            *number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_without_searching() {
        let mut names = Names::default();
        assert_eq!(
            ["Pet", "Pet", "Pet2", "Pet"].map(|name| names.unused(name)),
            ["Pet", "Pet2", "Pet22", "Pet3"]
        );
        for _ in 0..20_000 {
            names.unused("Same");
        }
        assert_eq!(names.unused("Same"), "Same20001");
    }
}
