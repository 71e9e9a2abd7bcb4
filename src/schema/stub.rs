//! Stub replaced while the engine is being written.
#![allow(missing_docs)]
use super::{Dialect, Direction};
use crate::model::Problem;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Debug)]
pub struct Source<'a> {
    _document: &'a Value,
}
impl<'a> Source<'a> {
    pub fn new(document: &'a Value, _dialect: Dialect) -> Self {
        Self { _document: document }
    }
}
#[derive(Debug, Clone)]
pub struct Limits {
    pub max_nodes: usize,
}
impl Default for Limits {
    fn default() -> Self {
        Self { max_nodes: 2000 }
    }
}
/// A compiled schema set: what a record in KV carries. Encode with postcard.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Plan {}
/// One schema of a plan that a body can be generated for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root(pub u32);
#[derive(Debug)]
pub struct Compiled {
    pub plan: Plan,
    pub problems: Vec<Problem>,
}
#[derive(Debug)]
pub struct PlanBuilder<'s, 'a> {
    _source: &'s mut Source<'a>,
}
impl<'s, 'a> PlanBuilder<'s, 'a> {
    pub fn new(source: &'s mut Source<'a>, _direction: Direction, _limits: Limits) -> Self {
        Self { _source: source }
    }
    /// Adds the schema at an RFC 6901 pointer.
    pub fn root(&mut self, _pointer: &str) -> Root {
        Root(0)
    }
    pub fn finish(self) -> Compiled {
        Compiled { plan: Plan {}, problems: vec![] }
    }
}
/// Whether a value fits the schema at a pointer; the message says where and why not.
///
/// # Errors
/// The first violation found.
pub fn check(
    _source: &mut Source<'_>,
    _pointer: &str,
    _direction: Direction,
    _value: &Value,
) -> Result<(), Problem> {
    Ok(())
}
