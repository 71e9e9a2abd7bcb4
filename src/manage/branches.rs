//! The branches of a project, and which one an id means.
//!
//! Nobody creates a branch: importing into it does. The main branch has the id 0, and beside that the id that callers know it
//! by from Apidog, where every branch of a newer project has one: the one that the very first import names.

use super::MAX_PROJECT_ID;
use crate::error::ManagementError;

/// How many branches a project has at most, beside the main one.
pub const MAX_BRANCHES: usize = 100;

/// The branches of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branches {
    /// The id that the main branch has beside 0.
    pub main: Option<u64>,
    /// The ids of all others.
    pub others: Vec<u64>,
}

/// The branch that an import goes into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportBranch {
    /// One that is there; 0 is the main one.
    Known(u64),
    /// The main one, which gets this id.
    MainNamed(u64),
    /// One that the import makes.
    New(u64),
}

impl ImportBranch {
    /// Its id; 0 for the main one.
    pub const fn id(self) -> u64 {
        match self {
            Self::Known(id) | Self::New(id) => id,
            Self::MainNamed(_) => 0,
        }
    }
}

impl Branches {
    /// The ids of all of them; 0, the main one, comes first.
    pub fn all(&self) -> impl Iterator<Item = u64> {
        std::iter::once(0).chain(self.others.iter().copied())
    }

    /// The branch that an id means, 0 for the main one; `None` where there is none.
    ///
    /// ```
    /// use edgemock::manage::Branches;
    /// let branches = Branches { main: Some(5001), others: vec![7] };
    /// assert_eq!(branches.find(5001), Some(0));
    /// assert_eq!(branches.find(7), Some(7));
    /// assert_eq!(branches.find(8), None);
    /// ```
    pub fn find(&self, id: u64) -> Option<u64> {
        if id == 0 || self.main == Some(id) {
            return Some(0);
        }
        self.others.contains(&id).then_some(id)
    }

    /// The branch that an import goes into. `is_empty` is whether nothing was imported into the project yet.
    ///
    /// # Errors
    /// [`ManagementError`] for an id that cannot be one, and where there are too many branches.
    pub fn for_import(&self, id: u64, is_empty: bool) -> Result<ImportBranch, ManagementError> {
        let invalid = |message: String| ManagementError::invalid("/options/targetBranchId", message);
        if let Some(known) = self.find(id) {
            return Ok(ImportBranch::Known(known));
        }
        if id > MAX_PROJECT_ID {
            return Err(invalid("must be 0 for the main branch, or an id up to 2^53-1".to_owned()));
        }
        if is_empty && self.main.is_none() && self.others.is_empty() {
            return Ok(ImportBranch::MainNamed(id));
        }
        if self.others.len() >= MAX_BRANCHES {
            let message = format!(
                "this would be one branch more than the {MAX_BRANCHES} that a project may have: delete one with DELETE \
                 /v1/projects/{{id}}/branches/{{branchId}}"
            );
            return Err(invalid(message));
        }
        Ok(ImportBranch::New(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_import_names_the_main_branch_and_later_ones_make_branches() {
        let none = Branches::default();
        let named = Branches { main: Some(5001), others: vec![] };
        let several = Branches { main: None, others: vec![7, 8] };
        let full = Branches { main: None, others: (1..=MAX_BRANCHES as u64).collect() };
        let cases = [
            (&none, 0, true, Some(ImportBranch::Known(0))),
            (&none, 5001, true, Some(ImportBranch::MainNamed(5001))),
            (&none, 5001, false, Some(ImportBranch::New(5001))),
            (&named, 5001, true, Some(ImportBranch::Known(0))),
            (&named, 5002, true, Some(ImportBranch::New(5002))),
            (&several, 7, true, Some(ImportBranch::Known(7))),
            (&several, 9, true, Some(ImportBranch::New(9))),
            (&none, MAX_PROJECT_ID, false, Some(ImportBranch::New(MAX_PROJECT_ID))),
            (&none, MAX_PROJECT_ID + 1, true, None),
            (&full, MAX_BRANCHES as u64, false, Some(ImportBranch::Known(MAX_BRANCHES as u64))),
            (&full, 5001, false, None),
        ];
        for (branches, id, is_empty, expected) in cases {
            assert_eq!(branches.for_import(id, is_empty).ok(), expected, "{branches:?} {id}");
        }
        assert_eq!(ImportBranch::MainNamed(5001).id(), 0);
    }
}
