//! Values that mean something: mock fields, what names ask for, what the request carries, and pages of lists.

use super::offer::{Offer, draw};
use super::walk::Walk;
use super::{Rng, Variant, text};
use crate::dynamic::entity::Page;
use crate::dynamic::{Entity, Output, Template};
use crate::schema::{ArrayShape, Mock, Naming, Node, ObjectShape, Shape, StringShape};

/// Draws of a template before its value is made otherwise.
const DRAWS: usize = 24;
/// More items than this are not written, whatever page a request asks for.
const MOST_ITEMS: u32 = 200;

/// What a request says about the body of its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestValues {
    /// Values of path parameters, by index of the plan's echoes.
    pub path: Vec<Option<Box<str>>>,
    /// The page asked for, from 1.
    pub page: Option<u32>,
    /// How many items a page holds.
    pub limit: Option<u32>,
    /// How many items come before.
    pub offset: Option<u32>,
}

impl RequestValues {
    /// Takes a query parameter, if it is one that asks for a page. The first of each kind counts.
    pub fn take_query(&mut self, name: &str, value: &str) {
        let mut plain = [0_u8; 16];
        let mut length = 0;
        for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
            let Some(slot) = plain.get_mut(length) else { return };
            (*slot, length) = (byte.to_ascii_lowercase(), length + 1);
        }
        let slot = match plain.get(..length).unwrap_or_default() {
            b"page" | b"pagenumber" | b"pageno" | b"pagenum" | b"pageindex" | b"currentpage" => {
                &mut self.page
            }
            b"limit" | b"size" | b"pagesize" | b"perpage" | b"pagelimit" | b"maxresults" | b"maxitems"
            | b"top" | b"take" | b"itemsperpage" => &mut self.limit,
            b"offset" | b"skip" | b"start" | b"startindex" | b"pageoffset" => &mut self.offset,
            _ => return,
        };
        if slot.is_none() {
            *slot = value.parse().ok();
        }
    }

    /// The page number asked for, from 1.
    pub(crate) fn number(&self) -> u32 {
        let by_offset = || Some(self.offset? / self.limit.filter(|limit| *limit > 0)? + 1);
        self.page.or_else(by_offset).unwrap_or(1).max(1)
    }
}

/// One JSON object, as far as its values belong together.
#[derive(Debug, Default)]
pub(super) struct Thing {
    entity: Entity,
    /// Others that it tells of, by `Naming::role`: the sender and the receiver of a parcel.
    roles: Vec<(u8, Entity)>,
}

impl Thing {
    fn entity(&mut self, role: u8) -> &mut Entity {
        if role == 0 {
            return &mut self.entity;
        }
        let at = self.roles.iter().position(|(known, _)| *known == role).unwrap_or(self.roles.len());
        if at == self.roles.len() {
            self.roles.push((role, Entity::default()));
        }
        match self.roles.get_mut(at) {
            Some((_, entity)) => entity,
            None => &mut self.entity,
        }
    }
}

impl<'p> Walk<'p, '_> {
    /// What the name behind a number says; see `Member::name`.
    pub(super) fn naming(&self, name: u16) -> Option<&'p Naming> {
        self.plan.names.get((name as usize).checked_sub(1)?)
    }

    /// Writes a value from the node's mock field. False when there is none that fits; nothing is written then.
    pub(super) fn write_mock(&mut self, node: &'p Node, mock: &'p Mock) -> bool {
        let Some(template) = self.plan.templates.get(mock.template as usize) else { return false };
        let draws = if template.fixed().is_some() { 1 } else { DRAWS };
        let start = self.out.len();
        for draw in 0..draws {
            let kind = self.draw(template, 0, draw > 0);
            for shape in &node.shapes {
                let offer = Offer { text: &self.scratch, kind, context: self.context };
                if offer.write(shape, self.out) {
                    let whole = if shape.is_container() { mock.verify.as_slice() } else { &[] };
                    let mut checks = [whole, &node.verify].into_iter().filter(|list| !list.is_empty());
                    if checks.all(|list| self.fits(list, start)) {
                        return true;
                    }
                    self.out.truncate(start);
                }
            }
        }
        false
    }

    /// Writes what the request carries for a value of this name, where it fits.
    pub(super) fn write_echo(&mut self, node: &'p Node, naming: &Naming) -> bool {
        let Some(echo) = naming.echo else { return false };
        let Some(request) = self.context.request else { return false };
        let Some(Some(text)) = request.path.get(echo as usize) else { return false };
        let offer = Offer { text, kind: Output::Text, context: self.context };
        let start = self.out.len();
        let written = node.shapes.iter().any(|shape| !shape.is_container() && offer.write(shape, self.out));
        if written && (node.verify.is_empty() || self.fits(&node.verify, start)) {
            return true;
        }
        self.out.truncate(start);
        false
    }

    /// Writes a value of the kind that its name asks for. False when none was found that fits.
    pub(super) fn write_named(&mut self, shape: &'p Shape, naming: &Naming) -> bool {
        let template = match shape {
            Shape::String(shape) if shape.examples.is_empty() => naming.string,
            Shape::Number(_) => naming.number,
            Shape::Boolean(None) => naming.boolean,
            _ => None,
        };
        let Some(template) = template.and_then(|at| self.plan.templates.get(at as usize)) else {
            return false;
        };
        if let Some(status) = self.context.status.filter(|_| naming.status) {
            let text = status.to_string();
            let offer = Offer { text: &text, kind: Output::Number, context: self.context };
            if offer.write(shape, self.out) {
                return true;
            }
        }
        for draw in 0..DRAWS {
            let kind = self.draw(template, naming.role, draw > 0);
            if kind == Output::Nothing {
                return false;
            }
            let offer = Offer { text: &self.scratch, kind, context: self.context };
            if offer.write(shape, self.out) {
                return true;
            }
        }
        false
    }

    /// Writes an id that looks like the example, where the object is a further item of a list: two items with one id
    /// would be one. False when nothing was written.
    pub(super) fn write_similar(&mut self, shape: &StringShape, example: &str) -> bool {
        let index = self.things.get(self.thing).and_then(|thing| thing.entity.index);
        if index.is_none_or(|index| index == 0) || shape.examples.len() > 1 {
            return false;
        }
        let example = serde_json::from_str::<String>(example).unwrap_or_default();
        for _ in 0..DRAWS {
            similar(&example, &mut self.rng, &mut self.scratch);
            if self.scratch != example && text::accepts(shape, &self.scratch) {
                text::write_json(&self.scratch, self.out);
                return true;
            }
        }
        false
    }

    /// Puts a value of a template into `scratch`. Where what the object shares did not fit, something else may.
    fn draw(&mut self, template: &Template, role: u8, anew: bool) -> Output {
        let shared = self.things.get_mut(self.thing).filter(|_| !anew);
        // Made only where it is needed: most values are those of the thing.
        let mut stranger = shared.is_none().then(Entity::default);
        let Some(entity) = shared.map(|thing| thing.entity(role)).or(stranger.as_mut()) else {
            return Output::Nothing;
        };
        draw(template, self.context, &mut self.rng, entity, &mut self.scratch)
    }

    /// Begins an object: its values are those of a new thing, or of the one around it. Gives the thing to go
    /// back to.
    pub(super) fn enter(&mut self, facet: bool) -> usize {
        let outer = self.thing;
        if facet && outer > 0 {
            return outer;
        }
        self.thing += 1;
        if self.things.len() <= self.thing {
            self.things.resize_with(self.thing + 1, Thing::default);
        }
        if let Some(thing) = self.things.get_mut(self.thing) {
            thing.entity.clear();
            thing.roles.clear();
            thing.entity.index = self.index.take();
        }
        outer
    }

    /// Decides how many items the list of an object has, and which page of it the object tells of.
    pub(super) fn turn_page(&mut self, shape: &'p ObjectShape, rich: bool) {
        let Some(at) = (shape.list as usize).checked_sub(1) else { return };
        let Some(list) = shape.members.get(at).and_then(|member| self.array_shape(member.node)) else {
            return;
        };
        let empty = self.variant == Some(Variant::Empty);
        // Lists further in are none that the request is about.
        let request = self.context.request.filter(|_| self.thing <= 2 && !empty);
        let asked = request.and_then(|request| request.limit);
        let length = match asked {
            Some(limit) => limit.min(MOST_ITEMS),
            None if rich && !empty => 3 + self.rng.below(3) as u32,
            None => 0,
        };
        let length = length.clamp(list.min, list.max.max(list.min));
        let number = request.map_or(1, RequestValues::number);
        let size = asked.unwrap_or(20).max(length).max(1);
        // A page that is full may have others after it.
        let more =
            if asked.is_some() && length == size { self.rng.below(3 * size as usize) as u32 } else { 0 };
        let items = (number - 1).saturating_mul(size).saturating_add(length).saturating_add(more);
        self.length = Some(length as usize);
        if let Some(thing) = self.things.get_mut(self.thing) {
            thing.entity.paging.set(Page { number, size, items });
        }
    }

    /// How many items of an array are wanted, where the request or the object around it says so.
    pub(super) fn wanted_items(&mut self, depth: usize) -> Option<usize> {
        let asked = || Some(self.context.request?.limit?.min(MOST_ITEMS) as usize);
        self.length.take().or_else(|| if depth == 0 { asked() } else { None })
    }

    fn array_shape(&self, node: crate::schema::NodeId) -> Option<&'p ArrayShape> {
        self.plan.nodes.get(node as usize)?.shapes.iter().find_map(|shape| match shape {
            Shape::Array(shape) => Some(&**shape),
            _ => None,
        })
    }
}

/// Puts a text like another into `out`: digits for digits; other letters too in parts that are no words.
fn similar(text: &str, rng: &mut Rng, out: &mut String) {
    const HEX: &[u8] = b"0123456789abcdef";
    out.clear();
    let hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
        && text.bytes().any(|byte| byte.is_ascii_digit());
    for part in text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric()) {
        let opaque = part.len() >= 8
            && (part.bytes().any(|byte| byte.is_ascii_digit())
                || part.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()))
            && part.bytes().any(|byte| byte.is_ascii_alphabetic());
        for (at, letter) in part.chars().enumerate() {
            out.push(match letter {
                '0'..='9' | 'a'..='f' if hex && part.bytes().any(|byte| byte.is_ascii_alphabetic()) => {
                    rng.pick(HEX).map_or(letter, |byte| char::from(*byte))
                }
                // A number does not begin with 0.
                '1'..='9' if at == 0 => char::from(b'1' + rng.below(9) as u8),
                '0'..='9' => char::from(b'0' + rng.below(10) as u8),
                'a'..='z' if opaque => char::from(b'a' + rng.below(26) as u8),
                'A'..='Z' if opaque => char::from(b'A' + rng.below(26) as u8),
                other => other,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_asks_for_a_page() {
        for (query, page, limit, offset) in [
            (&[("page", "3"), ("per_page", "50")][..], Some(3), Some(50), None),
            (&[("pageSize", "5"), ("PAGE", "2"), ("page", "9")], Some(2), Some(5), None),
            (&[("offset", "40"), ("limit", "20")], None, Some(20), Some(40)),
            (&[("page[number]", "4"), ("page[size]", "7")], Some(4), Some(7), None),
            (&[("limit", "many"), ("pages", "1"), ("", "1")], None, None, None),
            (&[("a-name-that-is-much-longer-than-any-of-these", "1")], None, None, None),
        ] {
            let mut values = RequestValues::default();
            for (name, value) in query {
                values.take_query(name, value);
            }
            assert_eq!((values.page, values.limit, values.offset), (page, limit, offset), "{query:?}");
        }
        let values = RequestValues { offset: Some(40), limit: Some(20), ..RequestValues::default() };
        assert_eq!(values.number(), 3);
    }

    #[test]
    fn similar_ids_keep_their_form() {
        let mut out = String::new();
        for (text, pattern) in [
            ("531ee472cce572a6ec000006", "^[0-9a-f]{24}$"),
            ("3be6453c-03eb-4357-ae5a-984a0e574a54", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
            ("cus_NffrFeUfNV2Hib", "^cus_[A-Z][a-z]{3}[A-Z][a-z][A-Z][a-z][A-Z]{2}[0-9][A-Z][a-z]{2}$"),
            ("order-1042", "^order-[1-9][0-9]{3}$"),
            ("main", "^main$"),
            ("", "^$"),
        ] {
            let pattern = crate::schema::pattern::Pattern::parse(pattern).unwrap();
            for seed in 0..20 {
                similar(text, &mut Rng::new(seed), &mut out);
                assert_eq!(pattern.is_match(&out), Some(true), "{text}: {out}");
            }
        }
    }
}
