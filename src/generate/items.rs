//! The items of an array one by one, for bodies that are sent while they are made.

use super::walk::generate_root;
use super::{Context, Outcome};
use crate::schema::{NodeId, Plan, PlannedRoot, Root, Shape};

/// What the items of an array are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemRoot {
    node: NodeId,
    depth: u8,
    name: u16,
    /// The fewest items that the array may have.
    pub min: u32,
    /// The most.
    pub max: u32,
}

impl ItemRoot {
    /// The items of a body; `None` where it is no array, or where they depend on each other.
    pub fn of(plan: &Plan, root: Root) -> Option<Self> {
        let planned = plan.roots.get(root.0 as usize)?;
        let node = plan.nodes.get(planned.node as usize)?;
        let [Shape::Array(array)] = node.shapes.as_slice() else { return None };
        let alike = array.prefix.is_empty() && array.forced.is_empty() && !array.unique;
        let unchecked = planned.verify.is_empty() && node.verify.is_empty();
        if !alike || !unchecked || planned.broken || node.broken || node.mock.is_some() {
            return None;
        }
        let PlannedRoot { depth, name, .. } = *planned;
        Some(Self { node: array.items?, depth, name, min: array.min, max: array.max })
    }

    /// Appends the item at an index. Every item has a seed of its own, made from the body's.
    pub fn generate(self, plan: &Plan, index: usize, context: &Context<'_>, out: &mut Vec<u8>) -> Outcome {
        let Self { node, depth, name, .. } = self;
        let root = PlannedRoot { node, depth, verify: Vec::new(), broken: false, name };
        let seed = context.seed.wrapping_add(0x2545_F491_4F6C_DD1D_u64.wrapping_mul(index as u64));
        generate_root(plan, &root, Some(index), &Context { seed, ..context.clone() }, out)
    }
}
