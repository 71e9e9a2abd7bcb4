//! One rendering: what it writes, and what its dynamic values are made from.

use super::lenient::{is_scalar, push_escaped};
use super::position::{Place, Position, Step};
use super::value::{failed, push_quoted, text, write_json};
use crate::dynamic::{Entity, Locale, Output, Scope, Template, Zone, moment};
use crate::generate::{Context, Rng};
use minijinja::value::{Object, Value, ValueKind};
use minijinja::{Error, State};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The name under which expressions find the rendering.
pub(super) const RUN: &str = "__run";
/// What one dynamic value costs beside its length.
const VALUE_FUEL: u64 = 50;
/// How many objects and loops may have an entity of their own.
const MAX_ENTITIES: usize = 300;

/// One rendering.
pub(super) struct Run {
    json: bool,
    values: Arc<[Template]>,
    now: i64,
    locale: &'static Locale,
    zone: Zone,
    max_bytes: usize,
    state: Mutex<Written>,
}

/// What a rendering has done so far.
struct Written {
    out: Vec<u8>,
    is_full: bool,
    position: Position,
    rng: Rng,
    /// What the values of one object, or of one pass of a loop, share.
    entities: Vec<(Owner, Entity)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Root,
    Object,
    Loop,
}

impl std::fmt::Debug for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Run").finish_non_exhaustive()
    }
}

impl Object for Run {}

impl Run {
    pub(super) fn new(json: bool, values: &Arc<[Template]>, context: &Context<'_>, max_bytes: usize) -> Self {
        let written = Written {
            out: Vec::new(),
            is_full: false,
            position: Position::default(),
            rng: Rng::new(context.seed),
            entities: vec![(Owner::Root, Entity::default())],
        };
        Self {
            json,
            values: values.clone(),
            now: context.now,
            locale: context.locale,
            zone: context.zone,
            max_bytes,
            state: Mutex::new(written),
        }
    }

    /// The rendering that a template is part of.
    pub(super) fn of(state: &State<'_, '_>) -> Result<Arc<Self>, Error> {
        let run = state.lookup(RUN).and_then(|value| value.downcast_object::<Self>());
        run.ok_or_else(|| failed("the rendering is not there"))
    }

    // Nothing in the lock panics; and what is half written is text all the same.
    fn written(&self) -> MutexGuard<'_, Written> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_full(&self) -> bool {
        self.written().is_full
    }

    pub(super) fn take_output(&self) -> Vec<u8> {
        std::mem::take(&mut self.written().out)
    }

    /// A number below a limit.
    pub(super) fn below(&self, limit: usize) -> usize {
        self.written().rng.below(limit)
    }

    /// Writes a dynamic value.
    pub(super) fn dynamic(&self, state: &State<'_, '_>, number: usize) -> Result<Value, Error> {
        state.consume_fuel(VALUE_FUEL)?;
        let Some(template) = self.values.get(number) else { return Ok(Value::UNDEFINED) };
        let mut written = self.written();
        let Written { rng, entities, .. } = &mut *written;
        let mut spare = Entity::default();
        let entity = entities.last_mut().map_or(&mut spare, |(_, entity)| entity);
        let mut out = String::new();
        let (now, locale, zone) = (self.now, self.locale, self.zone);
        let output = template.write(&mut Scope { out: &mut out, rng, now, locale, zone, entity });
        Ok(match output {
            Output::Text => Value::from(out),
            Output::Number | Output::Boolean | Output::Json => Value::from_safe_string(out),
            Output::Moment(value) => {
                moment::write_iso(value, &mut out);
                Value::from(out)
            }
            Output::Nothing => Value::from(()),
        })
    }

    /// A loop begins.
    pub(super) fn enter(&self) {
        let mut written = self.written();
        if written.entities.len() < MAX_ENTITIES {
            written.entities.push((Owner::Loop, Entity::default()));
        }
    }

    /// A pass of a loop begins: its values are new.
    pub(super) fn pass(&self) {
        let mut written = self.written();
        if let Some(position) = written.entities.iter().rposition(|(owner, _)| *owner == Owner::Loop) {
            written.entities.truncate(position + 1);
        }
        if let Some((_, entity)) = written.entities.last_mut() {
            entity.clear();
        }
    }

    /// A loop ends.
    pub(super) fn leave(&self) {
        let mut written = self.written();
        if let Some(position) = written.entities.iter().rposition(|(owner, _)| *owner == Owner::Loop) {
            written.entities.truncate(position);
        }
    }

    /// What stands in the output for a value.
    pub(super) fn format(&self, state: &State<'_, '_>, value: &Value) -> Result<String, Error> {
        let place = if self.json { self.written().position.place() } else { return text(state, value) };
        match place {
            Place::LineComment | Place::BlockComment => Ok(String::new()),
            Place::Double | Place::Single => {
                let plain = text(state, value)?;
                let mut out = String::with_capacity(plain.len());
                for next in plain.chars() {
                    match next {
                        '\'' if place == Place::Single => out.push_str("\\'"),
                        _ => push_escaped(&mut out, next),
                    }
                }
                Ok(out)
            }
            Place::Outside => outside(state, value),
        }
    }
}

/// What stands outside of string literals: JSON, but for what the template itself writes.
fn outside(state: &State<'_, '_>, value: &Value) -> Result<String, Error> {
    let mut out = String::new();
    match value.kind() {
        ValueKind::Undefined => {}
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            let is_structure = text.trim().is_empty() || text.contains(['{', '}', '[', ']', ',', ':', '"']);
            if (value.is_safe() && is_structure) || is_scalar(text) {
                out.push_str(text);
            } else {
                push_quoted(text, &mut out);
            }
        }
        _ => write_json(state, value, &mut out, 0)?,
    }
    Ok(out)
}

/// Where the output goes.
pub(super) struct Sink(pub(super) Arc<Run>);

impl std::io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut guard = self.0.written();
        let written = &mut *guard;
        if written.out.len() + bytes.len() > self.0.max_bytes {
            written.is_full = true;
            return Err(std::io::Error::other("the output is full"));
        }
        written.out.extend_from_slice(bytes);
        for byte in bytes.iter().filter(|_| self.0.json) {
            match written.position.take(*byte) {
                Step::Open if written.entities.len() < MAX_ENTITIES => {
                    written.entities.push((Owner::Object, Entity::default()));
                }
                Step::Close if written.entities.last().is_some_and(|(owner, _)| *owner == Owner::Object) => {
                    written.entities.pop();
                }
                Step::Open | Step::Close | Step::Inside => {}
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What `{% set %}` has given names.
#[derive(Debug, Default)]
pub(super) struct Variables(Mutex<BTreeMap<String, Value>>);

impl Variables {
    pub(super) fn set(&self, name: &str, value: Value) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), value);
    }
}

impl Object for Variables {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key.as_str()?).cloned()
    }
}
