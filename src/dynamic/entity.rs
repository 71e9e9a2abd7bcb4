//! What the values of one JSON object share, so that they agree: one person, one place, one course of time, one sum.
//!
//! Everything is chosen when it is first asked for, and stays until the object is done.

/// What the values of one JSON object share.
#[derive(Debug, Default)]
pub struct Entity {}

impl Entity {
    /// Forgets everything: the next object begins.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
