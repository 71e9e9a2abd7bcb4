//! One schema object, whatever its dialect, as typed keywords with 2020-12 meaning.
//!
//! Subschemas are referred to by [`SchemaId`], so that a schema is small and cycles are no problem. The same type
//! serves three times: the source holds it, generation is planned from it, and the plan carries copies of those
//! that a body has to be checked against.

use super::{Decimal, Direction, Literal, TypeSet, pattern::Pattern};
use crate::generate::format::Format;
use serde::{Deserialize, Serialize};

/// A schema in the arena it came from: a source, or a plan's checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SchemaId(pub(crate) u32);

/// The keywords of one schema object. Absent groups cost a byte each in a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// `type`; all types where it is absent.
    pub types: TypeSet,
    /// `enum` and `const`: the only values allowed.
    pub literals: Option<Vec<Literal>>,
    /// Values that are forbidden: what `not: {enum: …}` becomes.
    pub excluded: Vec<Literal>,
    /// Keywords about numbers.
    pub number: Option<Box<NumberRules>>,
    /// Keywords about strings.
    pub string: Option<Box<StringRules>>,
    /// Keywords about arrays.
    pub array: Option<Box<ArrayRules>>,
    /// Keywords about objects.
    pub object: Option<Box<ObjectRules>>,
    /// Keywords that combine schemas.
    pub combine: Option<Box<CombineRules>>,
    /// Keywords that assert nothing.
    pub hints: Option<Box<Hints>>,
}

impl Default for Schema {
    fn default() -> Self {
        Self {
            types: TypeSet::ALL,
            literals: None,
            excluded: Vec::new(),
            number: None,
            string: None,
            array: None,
            object: None,
            combine: None,
            hints: None,
        }
    }
}

impl Schema {
    /// The schema `false`.
    pub fn never() -> Self {
        Self { types: TypeSet::NONE, ..Self::default() }
    }

    /// A schema that asserts a type only.
    pub fn of_type(types: TypeSet) -> Self {
        Self { types, ..Self::default() }
    }

    /// A schema that says only what objects have to keep to.
    pub fn of_object(rules: ObjectRules) -> Self {
        Self { types: TypeSet::OBJECT, object: Some(Box::new(rules)), ..Self::default() }
    }

    /// A schema that says only what arrays have to keep to.
    pub fn of_array(rules: ArrayRules) -> Self {
        Self { types: TypeSet::ARRAY, array: Some(Box::new(rules)), ..Self::default() }
    }

    /// A schema that only combines others.
    pub fn of_combination(rules: CombineRules) -> Self {
        Self { combine: Some(Box::new(rules)), ..Self::default() }
    }

    /// Calls `visit` with every subschema.
    pub fn each_child(&self, visit: &mut dyn FnMut(SchemaId)) {
        let mut copy = self.clone();
        copy.map_children(&mut |id| {
            visit(id);
            id
        });
    }

    /// Replaces every subschema by what `map` makes of it.
    pub fn map_children(&mut self, map: &mut dyn FnMut(SchemaId) -> SchemaId) {
        let mut one = |slot: &mut Option<SchemaId>| {
            if let Some(id) = slot {
                *id = map(*id);
            }
        };
        if let Some(array) = &mut self.array {
            one(&mut array.items);
            one(&mut array.unevaluated);
            if let Some(contains) = &mut array.contains {
                contains.schema = map(contains.schema);
            }
            array.prefix.iter_mut().for_each(|id| *id = map(*id));
        }
        if let Some(object) = &mut self.object {
            let mut one = |slot: &mut Option<SchemaId>| {
                if let Some(id) = slot {
                    *id = map(*id);
                }
            };
            one(&mut object.additional);
            one(&mut object.names);
            one(&mut object.unevaluated);
            object.properties.iter_mut().for_each(|property| property.schema = map(property.schema));
            object.patterns.iter_mut().for_each(|(_, id)| *id = map(*id));
            object.dependent_schemas.iter_mut().for_each(|(_, id)| *id = map(*id));
            object.some.iter_mut().for_each(|(name, value)| (*name, *value) = (map(*name), map(*value)));
        }
        if let Some(combine) = &mut self.combine {
            let lists = [&mut combine.all_of, &mut combine.any_of, &mut combine.one_of];
            lists.into_iter().flatten().for_each(|id| *id = map(*id));
            let CombineRules { reference, not, if_, then, else_, .. } = combine.as_mut();
            for id in [reference, not, if_, then, else_].into_iter().flatten() {
                *id = map(*id);
            }
        }
    }
}

/// A bound of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// The number.
    pub value: Decimal,
    /// Whether the number itself is out of bounds.
    pub exclusive: bool,
}

/// Keywords about numbers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NumberRules {
    /// `minimum` or `exclusiveMinimum`, whichever is stricter; `format: int32` and `int64` bound integers too.
    pub minimum: Option<Bound>,
    /// `maximum` or `exclusiveMaximum`, whichever is stricter.
    pub maximum: Option<Bound>,
    /// `multipleOf`.
    pub multiple_of: Vec<Decimal>,
    /// What the number must not be a multiple of: what `not: {multipleOf: …}` becomes.
    pub not_multiple_of: Vec<Decimal>,
}

/// Keywords about strings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StringRules {
    /// `minLength`, in code points.
    pub min_length: u64,
    /// `maxLength`, in code points.
    pub max_length: Option<u64>,
    /// `pattern`.
    pub pattern: Option<Pattern>,
    /// `format`, where it is one that strings are checked for.
    pub format: Option<Format>,
    /// A pattern the string must not match.
    pub not_pattern: Option<Pattern>,
    /// A format the string must not have.
    pub not_format: Option<Format>,
}

/// `contains` with its counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contains {
    /// What the items counted have to fit.
    pub schema: SchemaId,
    /// `minContains`.
    pub min: u64,
    /// `maxContains`.
    pub max: Option<u64>,
}

/// Keywords about arrays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ArrayRules {
    /// `prefixItems`, or the list form of `items`.
    pub prefix: Vec<SchemaId>,
    /// What the items after the prefix have to fit.
    pub items: Option<SchemaId>,
    /// `contains`.
    pub contains: Option<Contains>,
    /// `uniqueItems`.
    pub unique: bool,
    /// `minItems`.
    pub min_items: u64,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `unevaluatedItems`.
    pub unevaluated: Option<SchemaId>,
}

/// A declared property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Property {
    /// Its name.
    pub name: Box<str>,
    /// Its schema.
    pub schema: SchemaId,
    /// The direction in which it does not travel: responses for `writeOnly`, requests for `readOnly`.
    pub hidden: Option<Direction>,
}

/// Keywords about objects.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ObjectRules {
    /// `properties`, in document order.
    pub properties: Vec<Property>,
    /// `patternProperties`.
    pub patterns: Vec<(Pattern, SchemaId)>,
    /// `additionalProperties`.
    pub additional: Option<SchemaId>,
    /// `propertyNames`.
    pub names: Option<SchemaId>,
    /// `required`. A property that its own schema object hides in a direction is not required there.
    pub required: Vec<Box<str>>,
    /// `minProperties`.
    pub min_properties: u64,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `dependentRequired`: where the first is present, the others are.
    pub dependent_required: Vec<(Box<str>, Vec<Box<str>>)>,
    /// `dependentSchemas`: where the name is present, the object fits the schema.
    pub dependent_schemas: Vec<(Box<str>, SchemaId)>,
    /// `unevaluatedProperties`.
    pub unevaluated: Option<SchemaId>,
    /// Some member has a name that fits the first and a value that fits the second: what `not: {propertyNames: …}`
    /// and `not: {patternProperties: …}` become.
    pub some: Vec<(SchemaId, SchemaId)>,
}

impl ObjectRules {
    /// The declared property of a name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| &*property.name == name)
    }

    /// Whether a name is required of values that travel in a direction.
    pub fn requires(&self, name: &str, direction: Direction) -> bool {
        self.required.iter().any(|required| &**required == name)
            && self.property(name).is_none_or(|property| property.hidden != Some(direction))
    }
}

/// Keywords that combine schemas.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CombineRules {
    /// `$ref`, `$dynamicRef` or `$recursiveRef`, resolved.
    pub reference: Option<SchemaId>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `not`.
    pub not: Option<SchemaId>,
    /// `if`.
    pub if_: Option<SchemaId>,
    /// `then`.
    pub then: Option<SchemaId>,
    /// `else`.
    pub else_: Option<SchemaId>,
}

/// Keywords that assert nothing but tell what values look like.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Hints {
    /// `example`, `examples`.
    pub examples: Vec<Literal>,
    /// `default`.
    pub default: Option<Literal>,
    /// What `contentEncoding` lets strings look like; it asserts nothing.
    pub format: Option<Format>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator>,
    /// The text of the template that values come from: `x-apidog-mock`, `x-faker`.
    pub mock: Option<Box<str>>,
}

/// OpenAPI's `discriminator`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discriminator {
    /// The property that tells the schemas apart.
    pub property: Box<str>,
    /// Value of the property and the schema it stands for.
    pub mapping: Vec<(Box<str>, SchemaId)>,
}
