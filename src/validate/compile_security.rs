//! Which credentials an operation asks for.

use super::compile::Reader;
use super::rules::{Place, Scheme, SecurityRules};
use crate::import::{follow, member};
use serde_json::Value;

/// Alternatives, and schemes of one alternative, beyond this number are passed over.
const MAX_REQUIREMENTS: usize = 64;

/// The requirements of an operation, else those of its document.
pub(super) fn security(reader: &mut Reader<'_, '_, '_>, operation: &Value) -> SecurityRules {
    let mut rules = SecurityRules::default();
    let written = operation.get("security").or_else(|| reader.root.get("security"));
    let Some(Value::Array(requirements)) = written else { return rules };
    let mut names: Vec<&str> = Vec::new();
    for requirement in requirements.iter().filter_map(Value::as_object).take(MAX_REQUIREMENTS) {
        let mut all = Vec::new();
        for name in requirement.keys().take(MAX_REQUIREMENTS) {
            let index = names.iter().position(|known| known == name).unwrap_or_else(|| {
                names.push(name);
                rules.schemes.push(scheme(reader, name));
                names.len() - 1
            });
            all.push(index as u16);
        }
        rules.alternatives.push(all);
    }
    rules
}

fn scheme(reader: &mut Reader<'_, '_, '_>, name: &str) -> Scheme {
    let at = if reader.swagger { "/securityDefinitions" } else { "/components/securitySchemes" };
    let at = member(at, name);
    let found = reader.root.pointer(&at).and_then(|value| follow(reader.root, at.clone(), value).ok());
    let Some((at, object)) = found else {
        reader.warn(&at, "this security scheme is asked for and not declared: it is not checked");
        return Scheme::Unseen;
    };
    let text = |name: &str| object.get(name).and_then(Value::as_str).unwrap_or_default();
    match text("type") {
        "apiKey" => {
            let place = match text("in") {
                "query" => Place::Query,
                "cookie" => Place::Cookie,
                _ => Place::Header,
            };
            Scheme::Key { place, name: text("name").into() }
        }
        "basic" => Scheme::Basic,
        "http" => match &*text("scheme").to_ascii_lowercase() {
            "basic" => Scheme::Basic,
            "bearer" => Scheme::Bearer,
            "" => Scheme::Unseen,
            other => Scheme::Http(other.into()),
        },
        "oauth2" | "openIdConnect" => Scheme::Bearer,
        "mutualTLS" => Scheme::Unseen,
        other => {
            let message = format!("`type: {other}` is no security scheme that can be checked");
            reader.warn(&at, message);
            Scheme::Unseen
        }
    }
}
