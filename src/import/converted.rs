//! What files of other kinds are turned into, and what of them stays behind.

use std::collections::HashMap;

use serde_json::Value;

use super::pointer::Path;
use super::problems::Problems;
use super::settings::SettingsFromFile;

/// An OpenAPI document made out of a file of another kind.
#[derive(Debug)]
pub(super) struct Converted {
    /// The document. What owners set for an operation stands in its `x-edgemock-mock`.
    pub(super) document: Value,
    /// The mock settings that the file has.
    pub(super) settings: Option<SettingsFromFile>,
    /// What was wrong or was left out; pointers point into the file.
    pub(super) problems: Problems,
    /// Endpoints that could not be taken.
    pub(super) failed: u64,
}

/// What a file holds that has no counterpart here: counted, and listed once for each kind.
#[derive(Debug, Default)]
pub(super) struct LeftBehind {
    kinds: Vec<Kind>,
    index: HashMap<String, usize>,
}

#[derive(Debug)]
struct Kind {
    what: String,
    count: usize,
    /// Where the first one stands.
    pointer: String,
}

impl LeftBehind {
    /// Counts things of one kind (a plural: `test scenarios`).
    pub(super) fn add(&mut self, what: &str, count: usize, at: &Path<'_>) {
        if count == 0 {
            return;
        }
        if let Some(kind) = self.index.get(what).and_then(|index| self.kinds.get_mut(*index)) {
            kind.count += count;
            return;
        }
        self.index.insert(what.to_owned(), self.kinds.len());
        self.kinds.push(Kind { what: what.to_owned(), count, pointer: at.pointer() });
    }

    /// Lists the kinds in the order in which they were met.
    pub(super) fn report(self, problems: &mut Problems) {
        for Kind { what, count, pointer } in self.kinds {
            let message = format!("{what}: {count} left behind, there is no counterpart here");
            problems.warning(&Path::At(&pointer), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_listed_once() {
        let mut left = LeftBehind::default();
        left.add("scripts", 0, &Path::At("/none"));
        for index in 0..3 {
            left.add("scripts", 2, &Path::Item(&Path::At("/items"), index));
            left.add("documents", 1, &Path::At("/docs"));
        }
        let mut problems = Problems::default();
        left.report(&mut problems);
        let listed: Vec<_> =
            problems.finish().0.into_iter().map(|problem| (problem.pointer, problem.message)).collect();
        assert_eq!(listed.len(), 2);
        assert_eq!(listed[0].0, "/items/0");
        assert!(listed[0].1.starts_with("scripts: 6 left behind"), "{listed:?}");
    }
}
