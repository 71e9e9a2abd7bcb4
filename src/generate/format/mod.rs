//! temporary
#![allow(missing_docs)]
use super::Rng;
use serde::{Deserialize, Serialize};
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format { A }
impl Format {
    pub fn parse(_: &str) -> Option<Self> { None }
    pub fn matches(self, _: &str) -> bool { true }
    pub fn write(self, _: &mut Rng, _: i64, _: &mut String) {}
    pub fn write_within(self, _: &mut Rng, _: i64, _: usize, _: Option<usize>, _: &mut String) -> bool { true }
}
