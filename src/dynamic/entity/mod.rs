//! What the values of one JSON object share, so that they agree: one person, one place, one course of time, one sum.
//!
//! Everything is chosen when it is first asked for, and stays until the object is done.

mod paging;
mod range;
mod sum;
mod timeline;

pub use paging::{Page, Paging};
pub use range::Range;
pub(in crate::dynamic) use sum::push_cents;
pub use sum::{Bill, Sum};
pub use timeline::{Course, Timeline};

/// What the values of one JSON object share.
#[derive(Debug, Default)]
pub struct Entity {
    /// When it was made, changed, removed; when it starts and ends.
    pub timeline: Timeline,
    /// What it costs.
    pub sum: Sum,
    /// Its lower and upper bound.
    pub range: Range,
    /// Which page of a list it is.
    pub paging: Paging,
    /// Its position in the list it is an item of, from 0; whoever writes the list sets it.
    pub index: Option<usize>,
}

impl Entity {
    /// Forgets everything: the next object begins.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
