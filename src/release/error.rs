//! Why a published value cannot be used.

use super::FORMAT;

/// A published value that this version cannot read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Written by an older version: the project's object has to publish again.
    #[error(
        "published in format {0}, this version reads format {FORMAT}: the project is being published again"
    )]
    Older(u32),
    /// Written by a newer version, e.g. while a deployment is under way or after it was rolled back.
    #[error(
        "published in format {0}, this version reads format {FORMAT}: deploy the newer version of edgemock"
    )]
    Newer(u32),
    /// Cut off or altered.
    #[error("the published {what} is damaged ({detail}): import the document again")]
    Damaged {
        /// `pointer`, `route pack`, `record pack`, `record` or `request rules`.
        what: &'static str,
        /// What does not fit.
        detail: String,
    },
}

impl ReadError {
    pub(crate) fn damaged(what: &'static str, detail: impl Into<String>) -> Self {
        Self::Damaged { what, detail: detail.into() }
    }
}

/// Compares a format version with the one that is read here.
pub(super) fn check_format(found: u32) -> Result<(), ReadError> {
    match found.cmp(&u32::from(FORMAT)) {
        std::cmp::Ordering::Less => Err(ReadError::Older(found)),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(ReadError::Newer(found)),
    }
}
