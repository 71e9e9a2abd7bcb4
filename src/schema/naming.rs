//! What the names in a plan say about their values: rules, path parameters, pages of lists, mock fields.

use super::SchemaId;
use super::build::PlanBuilder;
use super::check::check_all;
use super::copies::CheckCopies;
use super::name_words::{
    FACETS, LISTS, MILLIS, OF_ROLES, PAGING, WRAPPERS, is_id, plain, role, tells_of_several,
};
use super::plan::{Mock, Naming, NodeId, ObjectShape, Plan, Shape, StringShape};
use crate::dynamic::Template;
use crate::generate::{Context, format::Format, sample_offer};
use crate::model::Problem;
use crate::pointer::unescaped;
use crate::rules::{CustomRules, Kind, OWNERS_ASKED, Property, built_in, topic_of};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Which rules apply, and what else is known of the operation that the plan is for.
#[derive(Debug, Clone)]
pub struct Names {
    /// The project's own rules.
    pub custom: CustomRules,
    /// Whether the built-in rules come after them.
    pub built_in: bool,
    /// The path parameters of the operation, in the order of its path.
    pub path_parameters: Vec<Box<str>>,
    /// Whether the path ends in its last parameter: then that is the id of what the body tells of.
    pub ends_in_parameter: bool,
    /// What the operation is about: the last plain segment of its path.
    pub subject: Option<Box<str>>,
    /// What the rules said before; shared by all clones, which are for operations of one document.
    pub answers: Answers,
}

/// What the rules said, by name, type, format and what the owners are: documents use the same names over and over.
#[derive(Debug, Clone, Default)]
pub struct Answers(Rc<Known>);

#[derive(Debug, Default)]
struct Known {
    templates: RefCell<HashMap<String, Option<Template>>>,
    topics: RefCell<HashMap<Box<str>, Option<Box<str>>>>,
}

impl Known {
    /// Appends what the built-in rules see of an owner to a key; whether that is anything.
    fn add_topic(&self, owner: &str, key: &mut String) -> bool {
        let mut topics = self.topics.borrow_mut();
        if !topics.contains_key(owner) {
            topics.insert(owner.into(), topic_of(owner).map(Into::into));
        }
        let topic = topics.get(owner).and_then(Option::as_deref);
        if let Some(topic) = topic {
            key.push('\n');
            key.push_str(topic);
        }
        topic.is_some()
    }
}

impl Default for Names {
    fn default() -> Self {
        Self {
            custom: CustomRules::default(),
            built_in: true,
            path_parameters: Vec::new(),
            ends_in_parameter: false,
            subject: None,
            answers: Answers::default(),
        }
    }
}

impl Names {
    /// The template of a moment that a number counts the milliseconds of: `createdAtMs`.
    fn millis_of(&self, property: &Property<'_>) -> Option<Template> {
        let name = MILLIS.iter().find_map(|ending| property.name.strip_suffix(ending))?;
        let template = self.template_of(&Property { name, ..*property })?;
        let text = template.source();
        let is_moment =
            text.starts_with("{{$record.") && text.ends_with("At}}") || text.starts_with("{{$date.");
        let text = is_moment.then(|| text.replace("}}", "|timestamp('ms')}}"))?;
        Template::parse(&text).ok()
    }

    /// Whether a name is that of the operation's subject, in the plural or not.
    fn is_about(&self, name: &str) -> bool {
        let subject = self.subject.as_deref().map(plain).unwrap_or_default();
        name.len() > 2 && subject.starts_with(name.trim_end_matches('y')) && subject.len() <= name.len() + 3
    }

    /// The template that a property's name asks for.
    fn template_of(&self, property: &Property<'_>) -> Option<Template> {
        let mut key = format!("{:?}\n{:?}\n{}", property.kind, property.format, property.name);
        let known = &*self.answers.0;
        let topics = property.owners.iter().filter(|owner| known.add_topic(owner, &mut key));
        let _ = topics.take(OWNERS_ASKED).count();
        if let Some(known) = known.templates.borrow().get(&key) {
            return known.clone();
        }
        let custom = self.custom.find(property).map(Template::parse);
        let rule = || self.built_in.then(|| built_in(property)).flatten().map(Template::parse);
        let template = custom.or_else(rule).and_then(Result::ok);
        known.templates.borrow_mut().insert(key, template.clone());
        template
    }

    /// What a path template says: `/shops/{shopId}/orders/{id}`.
    #[must_use]
    pub fn of_path(mut self, path: &str) -> Self {
        let mut rest = path;
        while let Some((_, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { break };
            self.path_parameters.push(name.into());
            rest = after;
        }
        self.ends_in_parameter = path.trim_end_matches('/').ends_with('}');
        let plain = |segment: &&str| !segment.is_empty() && !segment.contains('{');
        self.subject = path.rsplit('/').find(plain).map(Into::into);
        self
    }
}

/// Owners further out say nothing about a value.
const MAX_OWNERS: usize = 6;
/// Trial draws of a template, and how many of them have to fit: values of the right kind are worth some search.
const TRIALS: u64 = 16;
const TRIALS_TO_PASS: usize = 2;
/// Longer titles are sentences, in bytes.
const MAX_TITLE: usize = 40;
/// References followed from one schema.
const MAX_REFERENCES: usize = 6;

/// The numbers of templates and namings of a plan, each once.
#[derive(Default)]
struct Pool {
    templates: Vec<Template>,
    by_text: HashMap<Box<str>, u16>,
    names: Vec<Naming>,
    by_naming: HashMap<Naming, u16>,
}

impl Pool {
    fn number(&mut self, template: Template) -> Option<u16> {
        if let Some(known) = self.by_text.get(template.source()) {
            return Some(*known);
        }
        let number = u16::try_from(self.templates.len()).ok()?;
        self.by_text.insert(template.source().into(), number);
        self.templates.push(template);
        Some(number)
    }

    /// What `Member::name` says.
    fn naming(&mut self, naming: Naming) -> u16 {
        if naming == Naming::default() {
            return 0;
        }
        let names = &mut self.names;
        *self.by_naming.entry(naming).or_insert_with(|| {
            names.push(naming);
            u16::try_from(names.len()).unwrap_or(0)
        })
    }
}

/// A node and what stands around it.
struct Visit {
    node: NodeId,
    owners: Vec<Box<str>>,
    /// The parameters that objects here repeat: all by their names, the last one as `id`.
    is_subject: bool,
    /// The object tells of a page of a list.
    is_page: bool,
}

impl PlanBuilder<'_, '_> {
    /// Has every member of the plan say where its values come from.
    pub(super) fn name_members(&self, plan: &mut Plan, checks: &mut CheckCopies<'_, '_>) {
        let mut pool = Pool::default();
        self.place_mocks(plan, &mut pool, checks);
        plan.echoes.clone_from(&self.names.path_parameters);
        let mut seen = vec![false; plan.nodes.len()];
        let mut queue: Vec<Visit> = Vec::new();
        let subject: Vec<Box<str>> = self.names.subject.iter().cloned().collect();
        for at in 0..plan.roots.len() {
            let Some(node) = plan.roots.get(at).map(|root| root.node) else { continue };
            let mut owners = subject.clone();
            if let Some(Some(name)) = self.root_names.get(at) {
                let naming = self.naming(plan, &mut pool, name, &subject, node);
                if let Some(root) = plan.roots.get_mut(at) {
                    root.name = pool.naming(naming);
                }
                owners.insert(0, name.clone());
            }
            queue.push(Visit { node, owners, is_subject: true, is_page: false });
        }
        let mut at = 0;
        while let Some(visit) = queue.get(at) {
            at += 1;
            let seen = seen.get_mut(visit.node as usize);
            if seen.is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            let visit = Visit { owners: visit.owners.clone(), ..*visit };
            self.visit(plan, &mut pool, &visit, &mut queue);
        }
        plan.templates = pool.templates;
        plan.names = pool.names;
    }

    /// Names the members of the objects that a node stands for.
    fn visit(&self, plan: &mut Plan, pool: &mut Pool, visit: &Visit, queue: &mut Vec<Visit>) {
        let own = self.titles(visit.node);
        let mut owners = own;
        owners.extend(visit.owners.iter().cloned());
        owners.dedup();
        owners.truncate(MAX_OWNERS);
        let Some(node) = plan.nodes.get(visit.node as usize) else { return };
        let mut shapes = node.shapes.clone();
        for shape in &mut shapes {
            match shape {
                Shape::Array(array) => {
                    let parts = array.prefix.iter().chain(array.forced.iter().map(|(node, _)| node));
                    for node in parts.chain(&array.items) {
                        // A list at the root tells of many; its items are not what the path's last parameter names.
                        queue.push(Visit {
                            node: *node,
                            owners: owners.clone(),
                            is_subject: false,
                            is_page: false,
                        });
                    }
                }
                Shape::Object(object) => {
                    let list = list_member(plan, object);
                    object.list = list.map_or(0, |at| at as u16 + 1);
                    let is_page = visit.is_page || list.is_some();
                    let several = tells_of_several(object);
                    for (at, member) in object.members.iter_mut().enumerate() {
                        let Ok(name) = serde_json::from_str::<String>(member.key.trim_end_matches(':'))
                        else {
                            continue;
                        };
                        let short = plain(&name);
                        let mut naming = self.naming(plan, pool, &name, &owners, member.node);
                        let paging =
                            is_page.then(|| PAGING.iter().find(|(known, _)| *known == short)).flatten();
                        if let Some((_, method)) = paging.filter(|_| !has_array(plan, member.node)) {
                            let template = Template::parse(&format!("{{{{${method}}}}}"))
                                .ok()
                                .and_then(|template| pool.number(template));
                            naming = Naming { string: None, number: template, boolean: template, ..naming };
                        }
                        naming.id = is_id(&name);
                        naming.role = if several { naming.role } else { 0 };
                        naming.echo = self.echo(&short, visit.is_subject);
                        naming.facet = FACETS.contains(&short.as_str()) && !has_array(plan, member.node);
                        member.name = pool.naming(naming);
                        let mut inner: Vec<Box<str>> = vec![name.into()];
                        inner.extend(owners.iter().cloned());
                        let wraps = WRAPPERS.contains(&short.as_str()) || self.names.is_about(&short);
                        queue.push(Visit {
                            node: member.node,
                            owners: inner,
                            // `{"data": {…}}` tells of the same thing as its content.
                            is_subject: visit.is_subject && (naming.facet || wraps) && list != Some(at),
                            is_page: is_page && naming.facet && list != Some(at),
                        });
                    }
                }
                _ => {}
            }
        }
        if let Some(node) = plan.nodes.get_mut(visit.node as usize) {
            node.shapes = shapes;
        }
    }

    /// Names of the schemas that a node stands for: components and titles.
    fn titles(&self, node: NodeId) -> Vec<Box<str>> {
        let mut titles: Vec<Box<str>> = Vec::new();
        for id in self.set_of_node(node).iter() {
            for id in self.source.chain(*id, MAX_REFERENCES) {
                let pointer = self.source.pointer(id);
                let name = ["/components/schemas/", "/definitions/", "/$defs/"]
                    .iter()
                    .find_map(|prefix| pointer.split_once(prefix))
                    .map(|(_, name)| name)
                    .filter(|name| !name.contains('/'));
                if let Some(name) = name {
                    titles.push(unescaped(name).into());
                }
                titles.extend(self.source.title(id).filter(|title| title.len() <= MAX_TITLE).map(Into::into));
            }
        }
        titles.truncate(2);
        titles
    }

    /// What a name asks for, by the types of the values that stand there.
    fn naming(&self, plan: &Plan, pool: &mut Pool, name: &str, owners: &[Box<str>], node: NodeId) -> Naming {
        let mut naming = Naming::default();
        let owners: Vec<&str> = owners.iter().map(|owner| &**owner).collect();
        for shape in scalar_shapes(plan, node) {
            let (kind, format) = match shape {
                Shape::String(shape) if shape.examples.is_empty() => match format_name(shape) {
                    Ok(format) => (Kind::String, format),
                    Err(()) => continue,
                },
                Shape::Number(shape) if shape.any_fraction => (Kind::Number, None),
                Shape::Number(_) => (Kind::Integer, None),
                Shape::Boolean(None) => (Kind::Boolean, None),
                _ => continue,
            };
            let slot = match kind {
                Kind::String => &mut naming.string,
                Kind::Integer | Kind::Number => &mut naming.number,
                Kind::Boolean => &mut naming.boolean,
            };
            if slot.is_some() {
                continue;
            }
            let property = Property { name, owners: &owners, kind, format };
            let moment = (kind == Kind::Integer).then(|| self.names.millis_of(&property)).flatten();
            let Some(template) = moment.or_else(|| self.names.template_of(&property)) else { continue };
            let fits = |seed: &u64| sample_offer(&template, shape, &Context::new(*seed));
            if (0..TRIALS).filter(fits).take(TRIALS_TO_PASS).count() == TRIALS_TO_PASS {
                let text = template.source();
                naming.role =
                    if OF_ROLES.iter().any(|prefix| text.starts_with(prefix)) { role(name) } else { 0 };
                naming.status |= template.source().contains("$internet.httpStatusCode");
                *slot = pool.number(template);
            }
        }
        naming
    }

    /// The path parameter that a member repeats: the one of its name; for `id` the last one, where the object is what
    /// the path names.
    fn echo(&self, name: &str, is_subject: bool) -> Option<u16> {
        let parameters = &self.names.path_parameters;
        let same = parameters.iter().position(|parameter| plain(parameter) == name);
        let last = || {
            let named = is_subject && name == "id" && self.names.ends_in_parameter;
            named.then(|| parameters.len().checked_sub(1)).flatten()
        };
        same.or_else(last).map(|at| at as u16)
    }

    /// Gives every node whose schema has a mock field its template.
    fn place_mocks(&self, plan: &mut Plan, pool: &mut Pool, checks: &mut CheckCopies<'_, '_>) {
        for at in 0..plan.nodes.len() {
            let Some((text, schema)) = self.mock_of(at as NodeId) else { continue };
            let warn = |message: String| {
                self.source.report(Problem::warning(&*self.source.pointer(schema), message));
            };
            let parsed = Template::parse(&text);
            if let Err(error) = &parsed {
                warn(format!("the mock field is taken as plain text: {error}"));
            }
            let template = parsed.unwrap_or_else(|_| Template::plain(&text));
            let Some(template) = pool.number(template) else { continue };
            let Some(node) = plan.nodes.get_mut(at) else { continue };
            let set = self.set_of_node(at as NodeId);
            let verify =
                if node.container { set.iter().map(|id| checks.copy(*id)).collect() } else { Vec::new() };
            node.mock = Some(Box::new(Mock { template, verify }));
            let drawn = pool.templates.get(template as usize);
            let fits = |shape: &Shape| {
                let text = drawn.and_then(Template::fixed).filter(|_| shape.is_container());
                if let Some(value) = text.and_then(|text| serde_json::from_str::<Value>(text).ok()) {
                    return check_all(self.source, &set, self.direction, &value).is_ok();
                }
                let fits = |seed| drawn.is_some_and(|drawn| sample_offer(drawn, shape, &Context::new(seed)));
                (0..TRIALS).any(fits)
            };
            if !node.shapes.iter().any(fits) {
                warn(format!(
                    "the values of the mock field `{text}` do not fit the schema; others take their place"
                ));
            }
        }
    }

    /// The mock field of a node, and the schema that has it.
    fn mock_of(&self, node: NodeId) -> Option<(Box<str>, SchemaId)> {
        let set = self.set_of_node(node);
        let mut chains = set.iter().flat_map(|id| self.source.chain(*id, MAX_REFERENCES));
        chains.find_map(|id| Some((self.source.schema(id).hints.as_ref()?.mock.clone()?, id)))
    }
}

/// The scalar shapes of a node; for lists those of their items.
fn scalar_shapes(plan: &Plan, node: NodeId) -> Vec<&Shape> {
    let mut found = Vec::new();
    let mut nodes = vec![node];
    for _ in 0..4 {
        let mut next = Vec::new();
        for shape in
            nodes.iter().filter_map(|node| plan.nodes.get(*node as usize)).flat_map(|node| &node.shapes)
        {
            match shape {
                Shape::Array(array) => next.extend(array.items),
                Shape::Object(_) => {}
                scalar => found.push(scalar),
            }
        }
        nodes = next;
    }
    found
}

fn has_array(plan: &Plan, node: NodeId) -> bool {
    plan.nodes
        .get(node as usize)
        .is_some_and(|node| node.shapes.iter().any(|shape| matches!(shape, Shape::Array(_))))
}

/// Whether a list holds things with members.
fn lists_things(plan: &Plan, node: NodeId) -> bool {
    let shapes = plan.nodes.get(node as usize).map(|node| node.shapes.as_slice()).unwrap_or_default();
    shapes.iter().any(|shape| match shape {
        Shape::Array(array) => {
            array.items.and_then(|items| plan.nodes.get(items as usize)).is_some_and(|items| items.container)
        }
        _ => false,
    })
}

/// The member that holds the items, where an object is a page of a list: the one that is called so, or the only list
/// beside members that tell of a page.
fn list_member(plan: &Plan, object: &ObjectShape) -> Option<usize> {
    let names: Vec<String> = object.members.iter().map(|member| plain(&member.key)).collect();
    let lists: Vec<usize> = object
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| has_array(plan, member.node))
        .map(|(at, _)| at)
        .collect();
    let called_so = lists.iter().copied().find(|at| {
        let member = object.members.get(*at);
        names.get(*at).is_some_and(|name| LISTS.contains(&name.as_str()))
            && member.is_some_and(|member| lists_things(plan, member.node))
    });
    let tells = || names.iter().any(|name| PAGING.iter().any(|(known, _)| known == name));
    called_so.or_else(|| match lists.as_slice() {
        [only] if tells() => Some(*only),
        _ => None,
    })
}

/// The name of the format that the rules are asked with; `Err` where the format's own values are the better ones.
fn format_name(shape: &StringShape) -> Result<Option<&'static str>, ()> {
    match shape.formats.first() {
        None => Ok(None),
        Some(Format::DateTime | Format::LocalDateTime) => Ok(Some("date-time")),
        Some(Format::Date) => Ok(Some("date")),
        Some(Format::Email | Format::IdnEmail) => Ok(Some("email")),
        Some(Format::Uri | Format::Iri) => Ok(Some("uri")),
        Some(Format::UriReference | Format::IriReference) => Ok(Some("uri-reference")),
        Some(Format::Password) => Ok(Some("password")),
        Some(Format::Integer) => Ok(Some("int64")),
        Some(Format::Number) => Ok(Some("decimal")),
        Some(_) => Err(()),
    }
}
