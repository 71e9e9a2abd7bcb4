//! A value from outside for a schema that says little: taken where it fits, and where the schema shows none of its own.

use super::Context;
use super::offer::Offer;
use crate::dynamic::Output;
use crate::schema::{Plan, Root, Shape};

/// Appends a text, or the number that it is, as a value of a root. False where it does not fit, or where examples, fixed
/// values or a mock field say more; nothing is appended then.
pub(crate) fn suggest(plan: &Plan, root: Root, text: &str, context: &Context<'_>, out: &mut Vec<u8>) -> bool {
    let planned = plan.roots.get(root.0 as usize).filter(|root| root.verify.is_empty() && !root.broken);
    let node = planned.and_then(|root| plan.nodes.get(root.node as usize));
    let Some(node) = node.filter(|node| node.verify.is_empty() && node.mock.is_none()) else { return false };
    let offer = Offer { text, kind: Output::Text, context };
    node.shapes.iter().any(|shape| match shape {
        Shape::String(string) => string.examples.is_empty() && offer.write(shape, out),
        Shape::Number(_) => offer.write(shape, out),
        _ => false,
    })
}
