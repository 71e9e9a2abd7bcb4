//! Copies of the schemas that checks at run time need, numbered anew: so much of a document and no more.

use super::{Schema, SchemaId, Source};
use std::collections::HashMap;
use std::rc::Rc;

/// The copies made so far.
pub(crate) struct CheckCopies<'s, 'a> {
    source: &'s Source<'a>,
    map: HashMap<SchemaId, SchemaId>,
    list: Vec<Rc<Schema>>,
}

impl<'s, 'a> CheckCopies<'s, 'a> {
    /// No copies yet.
    pub(crate) fn new(source: &'s Source<'a>) -> Self {
        Self { source, map: HashMap::new(), list: Vec::new() }
    }

    /// The copies, by their new numbers.
    pub(crate) fn schemas(&self) -> &[Rc<Schema>] {
        &self.list
    }

    /// Copies a schema and all that it leads to.
    pub(crate) fn copy(&mut self, id: SchemaId) -> SchemaId {
        if let Some(known) = self.map.get(&id) {
            return *known;
        }
        let root = self.reserve(id);
        let mut queue = vec![id];
        while let Some(id) = queue.pop() {
            let mut schema = (*self.source.schema(id)).clone();
            schema.hints = None;
            schema.map_children(&mut |child| {
                if let Some(known) = self.map.get(&child) {
                    return *known;
                }
                queue.push(child);
                self.reserve(child)
            });
            let slot = self.map.get(&id).and_then(|copy| self.list.get_mut(copy.0 as usize));
            if let Some(slot) = slot {
                *slot = Rc::new(schema);
            }
        }
        root
    }

    fn reserve(&mut self, id: SchemaId) -> SchemaId {
        let copy = SchemaId(self.list.len() as u32);
        self.list.push(Rc::default());
        self.map.insert(id, copy);
        copy
    }
}
