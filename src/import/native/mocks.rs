//! What an endpoint of a project file has beside its declaration: custom mocks, the mock script, the mock method.

use serde_json::Value;
use std::collections::HashSet;

use super::conditions;
use super::media;
use super::value::{first_of, flag, folded, id, is_empty, list, text};
use crate::import::mock_extension::{MAX_DELAY, STATUSES};
use crate::import::pointer::Path;
use crate::import::problems::Problems;
use crate::model::{CustomMock, DefaultMethod, EndpointMock, MockBody, MockHeader, MockResponse, MockScript};

/// Reads it. `disabled` are the ids of custom mocks that the project has switched off.
pub(super) fn of_endpoint(
    api: &Value,
    at: &Path<'_>,
    disabled: &HashSet<String>,
    problems: &mut Problems,
) -> EndpointMock {
    let here = Path::Member(at, "mocks");
    let mut custom_mocks = Vec::new();
    for (index, item) in list(api, "mocks").iter().enumerate() {
        let here = Path::Item(&here, index);
        if item.is_object() {
            custom_mocks.push(custom_mock(item, &here, disabled, problems));
        } else {
            problems.error(&here, "a custom mock must be an object: it is left out");
        }
    }
    EndpointMock {
        default_method: method(api, at, problems),
        custom_mocks,
        script: script(api, at, problems),
    }
}

fn custom_mock(
    item: &Value,
    at: &Path<'_>,
    disabled: &HashSet<String>,
    problems: &mut Problems,
) -> CustomMock {
    let (conditions, understood) = conditions::read(item, at, problems);
    let none = Value::Null;
    let here = Path::Member(at, "response");
    let (response, sound) = response(item.get("response").unwrap_or(&none), &here, problems);
    let enabled = is_enabled(item) && !disabled.contains(&id(item.get("id")));
    CustomMock {
        id: 0,
        name: text(item, "name").to_owned(),
        enabled: enabled && understood && sound,
        conditions,
        response,
    }
}

/// Whether a custom mock is on for the cloud: its switch for the cloud where it has one, else its only switch.
fn is_enabled(item: &Value) -> bool {
    let mut whole = None;
    for (key, value) in item.as_object().into_iter().flatten() {
        let key = folded(key);
        if let Some(cloud) = value.get("cloud").and_then(flag).filter(|_| key.starts_with("enable")) {
            return cloud;
        }
        let Some(on) = flag(value) else { continue };
        let on = on != (key.contains("disable") || key.contains("closed"));
        if key.contains("cloud") {
            return on;
        }
        if matches!(
            key.as_str(),
            "enable" | "enabled" | "isenable" | "isenabled" | "disable" | "disabled" | "isdisabled"
        ) {
            whole = Some(on);
        }
    }
    whole.unwrap_or(true)
}

/// What it answers. `false`: it cannot answer that.
fn response(response: &Value, at: &Path<'_>, problems: &mut Problems) -> (MockResponse, bool) {
    let mut sound = true;
    let mut status = None;
    if let Some((key, code)) = first_of(response, &["code", "status", "statuscode"]) {
        match id(Some(code)).parse::<u16>() {
            Ok(code) if STATUSES.contains(&code) => status = Some(code),
            _ if is_empty(code) || code.as_u64() == Some(0) => {}
            _ => {
                problems.error(
                    &Path::Member(at, key),
                    "the status must be from 200 to 599: the custom mock is switched off",
                );
                sound = false;
            }
        }
    }
    let mut delay = 0;
    if let Some(value) = response.get("delay").filter(|value| !is_empty(value)) {
        let wanted =
            value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|delay| *delay >= 0.0);
        let here = Path::Member(at, "delay");
        match wanted {
            Some(wanted) if wanted <= f64::from(MAX_DELAY) => delay = wanted as u32,
            Some(_) => {
                problems.warning(&here, format!("delays are at most {MAX_DELAY} ms here: it was shortened"));
                delay = MAX_DELAY;
            }
            None => problems.warning(&here, "the delay is no number of milliseconds: there is none"),
        }
    }
    let (body, known) = body(response, at, problems);
    let all_read = only_known(response, body == MockBody::Empty, at, problems);
    (MockResponse { status, delay, headers: headers(response), body }, sound && known && all_read)
}

/// What a response of a custom mock is known to have, folded.
const RESPONSE_MEMBERS: [&str; 15] = [
    "body",
    "bodydata",
    "bodytype",
    "code",
    "contenttype",
    "createdat",
    "delay",
    "headers",
    "id",
    "mediatype",
    "name",
    "ordering",
    "status",
    "statuscode",
    "updatedat",
];

/// Lists the members that nothing is known about. `false`: the answer is in them, as there is no other.
fn only_known(response: &Value, nothing_else: bool, at: &Path<'_>, problems: &mut Problems) -> bool {
    let mut all = true;
    for (key, value) in response.as_object().into_iter().flatten() {
        if RESPONSE_MEMBERS.contains(&&*folded(key)) || is_empty(value) {
            continue;
        }
        let here = Path::Member(at, key);
        if nothing_else && (value.is_object() || value.is_array()) {
            problems.error(
                &here,
                "is not known, and there is no body beside it: the custom mock is switched off",
            );
            all = false;
        } else {
            problems.warning(&here, "is not known: the custom mock answers without it");
        }
    }
    all
}

fn headers(response: &Value) -> Vec<MockHeader> {
    let text_of = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let mut headers = Vec::new();
    match response.get("headers") {
        Some(Value::Array(items)) => {
            for item in items {
                let off = item.get("enable").or_else(|| item.get("enabled")).and_then(flag) == Some(false);
                let name = first_of(item, &["name", "key"])
                    .map_or("", |(_, name)| name.as_str().unwrap_or_default());
                if !off && !name.trim().is_empty() {
                    let value = item.get("value").map(text_of).unwrap_or_default();
                    headers.push(MockHeader { name: name.trim().to_owned(), value });
                }
            }
        }
        Some(Value::Object(members)) => {
            let named =
                members.iter().map(|(name, value)| MockHeader { name: name.clone(), value: text_of(value) });
            headers.extend(named);
        }
        _ => {}
    }
    headers
}

/// The body as a template: texts hold expressions, placeholders and loops. `false`: its type is not known.
fn body(response: &Value, at: &Path<'_>, problems: &mut Problems) -> (MockBody, bool) {
    let kind = folded(text(response, "bodyType"));
    let data = match response.get("bodyData").or_else(|| response.get("body")) {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null) => String::new(),
        Some(other) => other.to_string(),
    };
    if data.is_empty() || kind == "none" {
        return (MockBody::Empty, true);
    }
    let short = match kind.as_str() {
        "xml" | "html" | "raw" | "text" | "binary" => kind.as_str(),
        "eventstream" | "sse" => "event-stream",
        "msgpack" => "application/x-msgpack",
        "" | "json" | "applicationjson" => "json",
        _ if text(response, "bodyType").contains('/') => text(response, "bodyType"),
        _ => {
            let message = format!(
                "the body type `{}` is not known: the custom mock is switched off",
                kind.chars().take(40).collect::<String>()
            );
            problems.error(&Path::Member(at, "bodyType"), message);
            "raw"
        }
    };
    let named = ["mediaType", "contentType"]
        .into_iter()
        .map(|name| text(response, name))
        .find(|name| name.contains('/'));
    let content_type = named.unwrap_or_else(|| media::by_short_name(short)).to_owned();
    let known = short != "raw" || matches!(kind.as_str(), "raw" | "text");
    (MockBody::Template { text: data, content_type: Some(content_type) }, known)
}

fn script(api: &Value, at: &Path<'_>, problems: &mut Problems) -> Option<MockScript> {
    let script = api.get("mockScript").filter(|script| !is_empty(script))?;
    let here = Path::Member(at, "mockScript");
    let source = match script {
        Value::String(source) => source.as_str(),
        Value::Object(_) => first_of(script, &["value", "script", "source", "code"])
            .map_or("", |(_, source)| source.as_str().unwrap_or_default()),
        _ => {
            problems
                .error(&here, "the mock script must be an object with `enable` and `value`: it is left out");
            return None;
        }
    };
    if source.trim().is_empty() {
        return None;
    }
    // Off until switched on, as in the application.
    let enabled = script.get("enable").or_else(|| script.get("enabled")).and_then(flag).unwrap_or_default();
    Some(MockScript { enabled, source: source.to_owned() })
}

/// Members that may hold the mock method of an endpoint or a project.
pub(super) const METHOD_KEYS: [&str; 5] =
    ["defaultmockmethod", "mockmethod", "defaultmethod", "mockpriority", "priority"];

fn method(api: &Value, at: &Path<'_>, problems: &mut Problems) -> Option<DefaultMethod> {
    for name in ["mockSettings", "advancedSettings"] {
        let Some(settings) = api.get(name) else { continue };
        if let Some((key, value)) = first_of(settings, &METHOD_KEYS) {
            let here = Path::Member(at, name);
            return method_of(value, &Path::Member(&here, key), problems);
        }
    }
    let (key, value) = first_of(api, METHOD_KEYS.get(..3)?)?;
    method_of(value, &Path::Member(at, key), problems)
}

/// Reads the name of a mock method; of a list (of what comes first) its first.
pub(super) fn method_of(value: &Value, at: &Path<'_>, problems: &mut Problems) -> Option<DefaultMethod> {
    let first = value.as_array().and_then(|methods| methods.first()).unwrap_or(value);
    let name = folded(first.as_str().unwrap_or_default());
    if name.is_empty() || matches!(name.as_str(), "inherit" | "default" | "project") {
        return None;
    }
    // The one that is named first is the one that comes first: `example-first`, `smartMockFirst`, `example,smart`.
    let place = |words: &[&str]| words.iter().filter_map(|word| name.find(word)).min();
    match (place(&["example"]), place(&["smart", "auto", "schema", "generate"])) {
        (Some(example), Some(smart)) if smart < example => Some(DefaultMethod::Smart),
        (Some(_), _) => Some(DefaultMethod::Example),
        (None, Some(_)) => Some(DefaultMethod::Smart),
        (None, None) => {
            problems.warning(
                at,
                format!(
                    "the mock method `{}` is not known: the default counts",
                    name.chars().take(40).collect::<String>()
                ),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(api: &Value, disabled: &[&str]) -> (EndpointMock, Vec<String>) {
        let mut problems = Problems::default();
        let disabled = disabled.iter().map(|id| (*id).to_owned()).collect();
        let mock = of_endpoint(api, &Path::At("/api"), &disabled, &mut problems);
        (mock, problems.finish().0.into_iter().map(|problem| problem.pointer).collect())
    }

    #[test]
    fn a_custom_mock_is_taken_whole() {
        let (mock, problems) = read(
            &json!({
                "mocks": [{
                    "id": 5, "name": "余额不足", "ipCondition": {},
                    "conditions": [{"name": "amount", "value": "100", "location": "body", "comparison": "greaterThan"}],
                    "response": {"code": 402, "delay": "250", "bodyType": "json", "bodyData": "{\"id\": \"{{$string.uuid}}\",}",
                        "headers": [{"name": "X-Reason", "value": "balance"}, {"name": "X-Off", "value": "1", "enable": false}, {"key": " "}]},
                }],
                "mockScript": {"enable": true, "value": "$$.mockResponse.setCode(201)"},
                "advancedSettings": {"mockMethod": "exampleFirst"},
            }),
            &[],
        );
        assert_eq!(problems, [""; 0]);
        assert_eq!(
            json!(mock),
            json!({
                "defaultMethod": "example",
                "customMocks": [{
                    "id": 0, "name": "余额不足", "enabled": true,
                    "conditions": [{"location": "body", "name": "amount", "comparison": "greater", "value": "100"}],
                    "response": {"status": 402, "delay": 250, "headers": [{"name": "X-Reason", "value": "balance"}],
                        "body": {"type": "template", "text": "{\"id\": \"{{$string.uuid}}\",}", "contentType": "application/json"}},
                }],
                "script": {"enabled": true, "source": "$$.mockResponse.setCode(201)"},
            })
        );
    }

    #[test]
    fn switches() {
        for (item, enabled) in [
            (json!({}), true),
            (json!({"enable": false}), false),
            (json!({"enabled": "true"}), true),
            (json!({"disabled": true}), false),
            (json!({"enable": true, "cloudEnable": false}), false),
            (json!({"enable": false, "enableInCloud": true}), true),
            (json!({"disableCloudMock": true}), false),
            (json!({"enable": {"local": false, "cloud": true}}), true),
            (json!({"enable": {"local": true, "cloud": false}}), false),
            (json!({"id": 7}), false),
            (json!({"id": "8"}), true),
        ] {
            let (mock, _) = read(&json!({"mocks": [item]}), &["7"]);
            assert_eq!(mock.custom_mocks[0].enabled, enabled, "{item}");
        }
    }

    #[test]
    fn bodies_and_statuses() {
        let case = |response: Value| {
            let (mut mock, problems) = read(&json!({"mocks": [{"response": response}]}), &[]);
            (mock.custom_mocks.remove(0), problems)
        };
        for (kind, media_type, content_type) in [
            ("json", "", "application/json"),
            ("xml", "", "application/xml"),
            ("html", "", "text/html"),
            ("raw", "", "text/plain"),
            ("raw", "text/csv", "text/csv"),
            ("eventStream", "", "text/event-stream"),
            ("image/png", "", "image/png"),
        ] {
            let (mock, problems) = case(json!({"bodyType": kind, "mediaType": media_type, "bodyData": "x"}));
            let expected =
                MockBody::Template { text: "x".to_owned(), content_type: Some(content_type.to_owned()) };
            assert_eq!((mock.response.body, mock.enabled, problems.len()), (expected, true, 0), "{kind}");
        }
        assert_eq!(case(json!({"bodyType": "none", "bodyData": "x"})).0.response.body, MockBody::Empty);
        let (mock, problems) =
            case(json!({"code": 200, "bodyFields": [{"name": "id", "mock": "@id"}], "more": {}}));
        assert_eq!((mock.enabled, problems), (false, vec!["/api/mocks/0/response/bodyFields".to_owned()]));
        let (mock, problems) = case(json!({"bodyData": "x", "bodyFields": [1], "compressed": false}));
        let listed = ["bodyFields", "compressed"].map(|name| format!("/api/mocks/0/response/{name}"));
        assert_eq!((mock.enabled, problems), (true, listed.to_vec()));
        let (mock, problems) =
            case(json!({"bodyType": "hologram", "bodyData": "x", "code": 99, "delay": 1e9}));
        assert!(!mock.enabled);
        assert_eq!((mock.response.status, mock.response.delay), (None, MAX_DELAY));
        assert_eq!(
            problems,
            ["/api/mocks/0/response/code", "/api/mocks/0/response/delay", "/api/mocks/0/response/bodyType"]
        );
        assert_eq!(
            case(json!({"bodyData": {"a": 1}})).0.response.body,
            MockBody::Template { text: "{\"a\":1}".into(), content_type: Some("application/json".into()) }
        );
    }

    #[test]
    fn wrong_types_are_survived() {
        let odd = [json!(null), json!(5), json!("x"), json!([]), json!([1, null, {}]), json!({"a": []})];
        for value in &odd {
            let api = json!({"mocks": value, "mockScript": value, "advancedSettings": value, "mockSettings": value});
            read(&api, &[]);
            read(
                &json!({"mocks": [{"conditions": value, "ipCondition": value, "response": value, "name": value}]}),
                &[],
            );
            let response = json!({"code": value, "delay": value, "headers": value, "bodyType": value, "bodyData": value});
            read(
                &json!({"mocks": [{"response": response, "conditions": [{"name": value, "value": value}]}]}),
                &[],
            );
        }
    }
}
