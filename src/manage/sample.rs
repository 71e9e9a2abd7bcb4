//! Values of a schema that is being written: what mock fields and name rules would make of it, without saving them.

use super::settings::name_rules;
use super::{object, script_test};
use crate::dynamic::{Zone, locale};
use crate::error::ManagementError;
use crate::generate::Context;
use crate::import::{ImportOptions, read};
use crate::model::{MockSettings, Problem};
use crate::release::{EndpointSource, compile_endpoint, decode_record};
use crate::respond::{AnswerRequest, answer};
use crate::rules::CustomRule;
use crate::schema::Source;
use serde_json::{Map, Value, json};

/// How many values are made at once.
const MAX_COUNT: u64 = 20;
/// Bytes of one value, and its depth: a sample is looked at, not served.
const MAX_BYTES: usize = 16 * 1024;
const MAX_DEPTH: u8 = 6;
/// How many problems are told.
const MAX_PROBLEMS: usize = 20;

/// The body of `POST /v1/projects/{project}/sample`.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleRequest {
    schema: Value,
    /// The endpoint whose document references lead into; without it, the newest document.
    pub endpoint: Option<u64>,
    /// Makes the values repeatable.
    pub seed: Option<u64>,
    count: u64,
    name_rules: Option<Vec<CustomRule>>,
    built_in: Option<bool>,
}

impl SampleRequest {
    /// Reads the body: `schema`, and any of `endpoint`, `count`, `seed`, `nameRules`, `builtInNameRules`. Rules come
    /// instead of the project's.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8]) -> Result<Self, ManagementError> {
        let known = ["schema", "endpoint", "count", "seed", "nameRules", "builtInNameRules"];
        let mut fields = object(body, &known)?;
        let schema = fields.remove("schema").filter(|schema| schema.is_object() || schema.is_boolean());
        let schema = schema.ok_or_else(|| ManagementError::invalid("/schema", "must be a schema"))?;
        let number = |name: &str, most: u64| match fields.get(name) {
            None => Ok(None),
            Some(value) => {
                let number = value.as_u64().filter(|number| (1..=most).contains(number));
                let message = || format!("must be a whole number from 1 to {most}");
                number.map(Some).ok_or_else(|| ManagementError::invalid(format!("/{name}"), message()))
            }
        };
        let built_in = match fields.get("builtInNameRules") {
            None => None,
            Some(Value::Bool(built_in)) => Some(*built_in),
            Some(_) => return Err(ManagementError::invalid("/builtInNameRules", "must be true or false")),
        };
        Ok(Self {
            schema,
            endpoint: number("endpoint", super::MAX_PROJECT_ID)?,
            seed: script_test::seed(fields.get("seed"))?,
            count: number("count", MAX_COUNT)?.unwrap_or(3),
            name_rules: fields.get("nameRules").map(name_rules).transpose()?,
            built_in,
        })
    }

    /// Whether the schema refers to anything, so that a document has to be read.
    pub fn has_references(&self) -> bool {
        self.schema.to_string().contains("\"$ref\"")
    }

    /// Makes the values. `document` is what references lead into.
    ///
    /// ```
    /// use edgemock::manage::SampleRequest;
    /// use edgemock::model::MockSettings;
    /// let request = SampleRequest::parse(br#"{"schema": {"const": 7}, "count": 2}"#)?;
    /// let made = request.make(None, &MockSettings::default(), 1, 0)?;
    /// assert_eq!(made["values"], serde_json::json!([7, 7]));
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError`] where no document can be made of it.
    pub fn make(
        &self,
        document: Option<Value>,
        settings: &MockSettings,
        seed: u64,
        now: i64,
    ) -> Result<Value, ManagementError> {
        let document = read(around(&self.schema, document), &ImportOptions::default())?;
        let settings = MockSettings {
            name_rules: self.name_rules.clone().unwrap_or_else(|| settings.name_rules.clone()),
            built_in_name_rules: self.built_in.unwrap_or(settings.built_in_name_rules),
            ..settings.clone()
        };
        let names = settings.names();
        let Some(operation) = document.operations.first() else {
            return Err(ManagementError::invalid("/schema", "must be a schema"));
        };
        let mut source = Source::new(&document.root, document.dialect);
        let endpoint = EndpointSource { id: 0, operation, response_ids: &[], names: &names };
        let compiled = compile_endpoint(&mut source, &document.root, endpoint);
        let broken = |what: String| ManagementError::invalid("/schema", what);
        let record = decode_record(&compiled.record).map_err(|error| broken(error.to_string()))?;
        let mut values = Vec::new();
        for index in 0..self.count {
            let context = Context {
                now,
                locale: locale::find(&settings.locale),
                zone: Zone::find(&settings.time_zone).unwrap_or(Zone::UTC),
                max_bytes: MAX_BYTES,
                max_depth: MAX_DEPTH,
                ..Context::new(seed.wrapping_add(index))
            };
            let mut body = Vec::new();
            let made = answer(&record, &AnswerRequest::default(), &context, &mut body);
            made.map_err(|error| broken(error.to_string()))?;
            values.push(serde_json::from_slice::<Value>(&body).unwrap_or_default());
        }
        Ok(json!({"values": values, "problems": own_problems(compiled.problems)}))
    }
}

/// Where the schema stands in the document that is made around it.
const PLACES: [&str; 2] = [
    "/paths/~1sample/get/responses/200/content/application~1json/schema",
    "/paths/~1sample/get/responses/200/schema",
];

/// A document whose one operation answers with the schema, in the version of `document` and with its components.
fn around(schema: &Value, document: Option<Value>) -> Value {
    let mut root = match document {
        Some(Value::Object(root)) => root,
        _ => Map::from_iter([("openapi".to_owned(), json!("3.1.0"))]),
    };
    let response = if root.contains_key("swagger") {
        root.insert("produces".to_owned(), json!(["application/json"]));
        json!({"description": "", "schema": schema})
    } else {
        json!({"description": "", "content": {"application/json": {"schema": schema}}})
    };
    root.remove("webhooks");
    root.insert("info".to_owned(), json!({"title": "Sample", "version": "1"}));
    root.insert("paths".to_owned(), json!({"/sample": {"get": {"responses": {"200": response}}}}));
    Value::Object(root)
}

/// The problems of the schema itself, with pointers into it.
fn own_problems(problems: Vec<Problem>) -> Vec<Problem> {
    let own = problems.into_iter().filter_map(|problem| {
        let pointer = PLACES.iter().find_map(|place| problem.pointer.strip_prefix(place))?.to_owned();
        Some(Problem { pointer: if pointer.is_empty() { "/".to_owned() } else { pointer }, ..problem })
    });
    own.take(MAX_PROBLEMS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(body: &Value, document: Option<Value>) -> Value {
        let request = SampleRequest::parse(body.to_string().as_bytes()).unwrap();
        request.make(document, &MockSettings::default(), 1, 1_735_689_600_000).unwrap()
    }

    #[test]
    fn faults_have_pointers() {
        let cases = [
            ("{}", "/schema"),
            (r#"{"schema": []}"#, "/schema"),
            (r#"{"schema": {}, "count": 21}"#, "/count"),
            (r#"{"schema": {}, "endpoint": 0}"#, "/endpoint"),
            (r#"{"schema": {}, "seed": -1}"#, "/seed"),
            (r#"{"schema": {}, "builtInNameRules": 1}"#, "/builtInNameRules"),
            (r#"{"schema": {}, "nameRules": [{"pattern": "*"}]}"#, "/nameRules/0/expression"),
            (r#"{"schema": {}, "rules": []}"#, "/rules"),
        ];
        for (body, pointer) in cases {
            let error = SampleRequest::parse(body.as_bytes()).unwrap_err();
            assert!(error.to_string().ends_with(&format!("(at {pointer})")), "{body}: {error}");
        }
    }

    #[test]
    fn mock_fields_and_rules_show() {
        let schema = json!({"type": "object", "required": ["a", "b"], "properties": {
            "a": {"type": "integer", "x-apidog-mock": "{{$number.int(min=5,max=5)}}"},
            "b": {"type": "string"},
        }});
        let rules = json!([{"pattern": "b", "expression": "ruled"}]);
        let values = &made(&json!({"schema": schema, "nameRules": rules, "count": 2}), None)["values"];
        assert_eq!(*values, json!([{"a": 5, "b": "ruled"}, {"a": 5, "b": "ruled"}]));
    }

    #[test]
    fn references_lead_into_the_document() {
        let components = json!({"N": {"const": 3}, "Loop": {"$ref": "#/components/schemas/Loop"}});
        let document = json!({"openapi": "3.0.3", "info": {}, "paths": {"/a": {}},
            "components": {"schemas": components}});
        let schema = json!({"$ref": "#/components/schemas/N"});
        assert_eq!(
            made(&json!({"schema": schema, "count": 1}), Some(document.clone()))["values"],
            json!([3])
        );
        let endless = json!({"schema": {"$ref": "#/components/schemas/Loop"}});
        assert_eq!(made(&endless, Some(document))["values"].as_array().map(Vec::len), Some(3));
        let old = json!({"swagger": "2.0", "info": {}, "paths": {}, "definitions": {"N": {"enum": [4]}}});
        let schema = json!({"$ref": "#/definitions/N"});
        assert_eq!(made(&json!({"schema": schema, "count": 1}), Some(old))["values"], json!([4]));
    }

    #[test]
    fn problems_point_into_the_schema() {
        let schema = json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 5, "maximum": 3}}});
        let problems = &made(&json!({"schema": schema}), None)["problems"];
        assert_eq!(problems[0]["pointer"], "/properties/a", "{problems}");
        let unknown = json!({"schema": {"type": "string", "x-apidog-mock": "{{$nobody.knows}}"}});
        let problems = &made(&unknown, None)["problems"];
        assert!(problems[0]["message"].is_string(), "{problems}");
    }
}
