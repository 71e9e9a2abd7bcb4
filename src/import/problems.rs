//! Faults of a document, collected once each and up to a limit.

use std::collections::HashSet;

use super::pointer::Path;
use crate::model::Problem;

/// How many faults are kept.
pub const MAX_PROBLEMS: usize = 1000;

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    /// What is kept already: a shared component is met once for every reference to it.
    known: HashSet<Problem>,
    omitted: usize,
}

impl Problems {
    /// Part of the document has no effect.
    pub(crate) fn error(&mut self, path: &Path<'_>, message: impl Into<String>) {
        self.add(Problem::error(path.pointer(), message));
    }

    /// Worked around.
    pub(crate) fn warning(&mut self, path: &Path<'_>, message: impl Into<String>) {
        self.add(Problem::warning(path.pointer(), message));
    }

    /// A limit was reached: kept even when nothing else is, because it explains what is missing.
    pub(crate) fn limit(&mut self, path: &Path<'_>, message: impl Into<String>) {
        self.kept.push(Problem::error(path.pointer(), message));
    }

    fn add(&mut self, problem: Problem) {
        if self.known.contains(&problem) {
            return;
        }
        if self.kept.len() >= MAX_PROBLEMS {
            self.omitted += 1;
            return;
        }
        self.known.insert(problem.clone());
        self.kept.push(problem);
    }

    /// The faults kept, and how many more there were.
    pub(crate) fn finish(self) -> (Vec<Problem>, usize) {
        (self.kept, self.omitted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_each_once_and_counts_the_rest() {
        let mut problems = Problems::default();
        for index in 0..MAX_PROBLEMS + 5 {
            problems.error(&Path::Item(&Path::At("/list"), index), "odd");
            problems.warning(&Path::At("/list/0"), "twice");
        }
        let (kept, omitted) = problems.finish();
        assert_eq!((kept.len(), omitted), (MAX_PROBLEMS, 6));
        assert_eq!(kept.iter().filter(|problem| problem.message == "twice").count(), 1);
    }
}
