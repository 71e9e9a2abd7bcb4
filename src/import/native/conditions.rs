//! Conditions of custom mocks: on parts of the request, and on the caller's address.
//!
//! Nothing public says how the application spells all comparisons, so every plausible spelling is read. What is not
//! understood must not make a custom mock fit more requests than it did: the caller switches it off.

use serde_json::Value;
use std::net::IpAddr;

use super::value::{first_of, flag, folded, text};
use crate::import::pointer::Path;
use crate::import::problems::Problems;
use crate::model::{Comparison, Condition, Location};

/// Reads the conditions of a custom mock. `false`: one was not understood.
pub(super) fn read(mock: &Value, at: &Path<'_>, problems: &mut Problems) -> (Vec<Condition>, bool) {
    let mut conditions = Vec::new();
    let mut sound = true;
    let here = Path::Member(at, "conditions");
    match mock.get("conditions") {
        None | Some(Value::Null) => {}
        Some(Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                let here = Path::Item(&here, index);
                if item.get("enable").or_else(|| item.get("enabled")).and_then(flag) == Some(false) {
                    continue;
                }
                let (condition, understood) = condition(item, &here, problems);
                conditions.extend(condition);
                sound &= understood;
            }
        }
        Some(_) => {
            problems.error(&here, "conditions must be a list: the custom mock is switched off");
            sound = false;
        }
    }
    if let Some(ip) = mock.get("ipCondition") {
        match ip_condition(ip) {
            Ok(condition) => conditions.extend(condition),
            Err(message) => {
                let message = format!("{message}: the custom mock is switched off, set the addresses anew");
                problems.error(&Path::Member(at, "ipCondition"), message);
                sound = false;
            }
        }
    }
    (conditions, sound)
}

fn condition(item: &Value, at: &Path<'_>, problems: &mut Problems) -> (Option<Condition>, bool) {
    if !item.is_object() {
        problems.error(at, "a condition must be an object: the custom mock is switched off");
        return (None, false);
    }
    let location = first_of(item, &["location", "in", "position"])
        .map_or("", |(_, value)| value.as_str().unwrap_or_default());
    let mut sound = true;
    let location = location_of(location).unwrap_or_else(|| {
        let message = format!(
            "the location `{}` is not known: read as query, and the custom mock is switched off",
            cut(location)
        );
        problems.error(&Path::Member(at, "location"), message);
        sound = false;
        Location::Query
    });
    let (key, spelling) = first_of(item, &["comparison", "comparator", "operator", "compare"])
        .unwrap_or(("comparison", &Value::Null));
    let spelling = spelling.as_str().unwrap_or_default();
    let comparison = comparison_of(spelling).unwrap_or_else(|| {
        let message = format!(
            "the comparison `{}` is not known: read as equal, and the custom mock is switched off",
            cut(spelling)
        );
        problems.error(&Path::Member(at, key), message);
        sound = false;
        Comparison::Equal
    });
    let value = item.get("value").cloned().unwrap_or(Value::Null);
    let value = match comparison {
        Comparison::Exists | Comparison::Absent | Comparison::Empty | Comparison::NotEmpty => Value::Null,
        Comparison::In | Comparison::NotIn => list_of(value),
        _ => value,
    };
    (Some(Condition { location, name: text(item, "name").to_owned(), comparison, value }), sound)
}

/// The start of a text, for messages.
fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

fn location_of(name: &str) -> Option<Location> {
    Some(match folded(name).as_str() {
        "path" | "pathparam" | "pathparams" | "pathvariable" => Location::Path,
        "query" | "queryparam" | "queryparams" | "params" => Location::Query,
        "header" | "headers" => Location::Header,
        "cookie" | "cookies" => Location::Cookie,
        "body"
        | "json"
        | "form"
        | "formdata"
        | "urlencoded"
        | "multipartformdata"
        | "applicationxwwwformurlencoded"
        | "xwwwformurlencoded"
        | "raw" => Location::Body,
        "ip" | "clientip" => Location::Ip,
        _ => return None,
    })
}

/// The comparison that a spelling means, whatever its case and separators.
pub(super) fn comparison_of(spelling: &str) -> Option<Comparison> {
    let signs: String = spelling.chars().filter(|character| !character.is_whitespace()).collect();
    let by_sign = match signs.as_str() {
        "=" | "==" | "===" => Some(Comparison::Equal),
        "!=" | "!==" | "<>" | "≠" => Some(Comparison::NotEqual),
        "<" => Some(Comparison::Less),
        "<=" | "≤" => Some(Comparison::LessOrEqual),
        ">" => Some(Comparison::Greater),
        ">=" | "≥" => Some(Comparison::GreaterOrEqual),
        _ => None,
    };
    by_sign.or_else(|| {
        Some(match folded(spelling).as_str() {
            "equal" | "equals" | "eq" | "equalto" | "is" | "等于" => Comparison::Equal,
            "notequal" | "notequals" | "unequal" | "ne" | "neq" | "notequalto" | "isnot" | "不等于" => {
                Comparison::NotEqual
            }
            "less" | "lessthan" | "lt" | "小于" => Comparison::Less,
            "lessorequal" | "lessthanorequal" | "lessthanorequalto" | "lessequal" | "lessthanequal"
            | "lte" | "le" | "小于等于" | "小于或等于" => Comparison::LessOrEqual,
            "greater" | "greaterthan" | "gt" | "more" | "morethan" | "大于" => Comparison::Greater,
            "greaterorequal"
            | "greaterthanorequal"
            | "greaterthanorequalto"
            | "greaterequal"
            | "greaterthanequal"
            | "gte"
            | "ge"
            | "大于等于"
            | "大于或等于" => Comparison::GreaterOrEqual,
            "include" | "includes" | "contain" | "contains" | "like" | "包含" => Comparison::Contains,
            "notinclude" | "notincludes" | "notcontain" | "notcontains" | "doesnotcontain"
            | "doesnotinclude" | "exclude" | "excludes" | "notlike" | "不包含" => Comparison::NotContains,
            "startswith" | "startwith" | "beginswith" | "prefix" => Comparison::StartsWith,
            "endswith" | "endwith" | "suffix" => Comparison::EndsWith,
            "regexp" | "regex" | "regularexpression" | "regexmatch" | "regexpmatch" | "match" | "matches"
            | "matchregex" | "正则匹配" | "正则" => Comparison::Regex,
            "in" | "belong" | "belongs" | "belongto" | "belongsto" | "inset" | "inlist" | "oneof"
            | "isoneof" | "属于" | "属于集合" => Comparison::In,
            "notin" | "notbelong" | "notbelongs" | "notbelongto" | "notbelongsto" | "doesnotbelongto"
            | "notinset" | "notinlist" | "notoneof" | "isnotoneof" | "不属于" | "不属于集合" => {
                Comparison::NotIn
            }
            "exist" | "exists" | "existed" | "present" | "存在" => Comparison::Exists,
            "notexist" | "notexists" | "notexisted" | "doesnotexist" | "absent" | "nonexistent"
            | "missing" | "不存在" => Comparison::Absent,
            "empty" | "isempty" | "为空" => Comparison::Empty,
            "notempty" | "isnotempty" | "nonempty" | "不为空" => Comparison::NotEmpty,
            _ => return None,
        })
    })
}

/// A list: as it is, as JSON text, or as items between commas.
fn list_of(value: Value) -> Value {
    let Value::String(text) = &value else {
        return if value.is_array() || value.is_null() { value } else { Value::Array(vec![value]) };
    };
    if let Ok(list @ Value::Array(_)) = serde_json::from_str(text) {
        return list;
    }
    text.split([',', '，']).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// The condition on the caller's address: nothing, one or several addresses, as text, a list, or members of an object.
fn ip_condition(value: &Value) -> Result<Option<Condition>, String> {
    let mut comparison = Comparison::In;
    let mut addresses = Vec::new();
    if let Value::Object(members) = value {
        if members
            .values()
            .all(|member| member.is_null() || member == "" || member.as_array().is_some_and(Vec::is_empty))
        {
            return Ok(None);
        }
        if first_of(value, &["enable", "enabled"]).and_then(|(_, value)| flag(value)) == Some(false) {
            return Ok(None);
        }
        if let Some((_, spelling)) = first_of(value, &["comparison", "operator", "type", "mode"]) {
            let spelling = spelling.as_str().unwrap_or_default();
            comparison = match (comparison_of(spelling), folded(spelling).as_str()) {
                (Some(Comparison::NotEqual | Comparison::NotIn | Comparison::NotContains), _)
                | (_, "deny" | "blacklist") => Comparison::NotIn,
                (Some(Comparison::Equal | Comparison::In | Comparison::Contains), _)
                | (_, "ip" | "cidr" | "range" | "list" | "allow" | "whitelist" | "") => Comparison::In,
                _ => return Err(format!("the comparison `{}` of addresses is not known", cut(spelling))),
            };
        }
        let names =
            ["value", "values", "ip", "ips", "iplist", "list", "address", "addresses", "cidr", "range"];
        match first_of(value, &names) {
            Some((_, value)) => collect(value, &mut addresses),
            None => return Err("the form of this condition is not known".to_owned()),
        }
    } else {
        collect(value, &mut addresses);
        if !matches!(value, Value::Null | Value::String(_) | Value::Array(_)) {
            return Err("the form of this condition is not known".to_owned());
        }
    }
    if let Some(wrong) = addresses.iter().find(|address| !is_address(address)) {
        return Err(format!("`{}` is no address, CIDR block or range", cut(wrong)));
    }
    let value: Value = match (addresses.len(), comparison) {
        (0, _) => return Ok(None),
        _ => addresses.into_iter().collect(),
    };
    Ok(Some(Condition { location: Location::Ip, name: String::new(), comparison, value }))
}

fn collect(value: &Value, addresses: &mut Vec<String>) {
    let parts = |text: &str, addresses: &mut Vec<String>| {
        let parts = text.split([',', ';', '\n', '，']).map(str::trim).filter(|part| !part.is_empty());
        addresses.extend(parts.map(str::to_owned));
    };
    match value {
        Value::String(text) => parts(text, addresses),
        Value::Array(items) => {
            for item in items {
                let item = first_of(item, &["value", "ip", "address"]).map_or(item, |(_, value)| value);
                match item {
                    Value::String(text) => parts(text, addresses),
                    Value::Null => {}
                    other => addresses.push(other.to_string()),
                }
            }
        }
        _ => {}
    }
}

/// One address, a block (`10.0.0.0/8`) or a range (`10.0.0.1-10.0.0.9`), of either kind.
fn is_address(text: &str) -> bool {
    let is_ip = |text: &str| text.trim().parse::<IpAddr>().is_ok();
    if let Some((address, bits)) = text.split_once('/') {
        let most = if address.contains(':') { 128 } else { 32 };
        return is_ip(address) && bits.parse::<u8>().is_ok_and(|bits| bits <= most);
    }
    match text.split_once('-') {
        Some((first, last)) => is_ip(first) && is_ip(last),
        None => is_ip(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn spellings() {
        use Comparison::*;
        for (spellings, comparison) in [
            (&["equal", "Equals", "EQUAL_TO", " == ", "等于"][..], Equal),
            (&["notEqual", "not_equal", "not-equals", "!="], NotEqual),
            (&["lessThan", "LESS THAN", "<"], Less),
            (&["lessThanOrEqual", "less_or_equal", "<="], LessOrEqual),
            (&["greaterThan", "gt", ">"], Greater),
            (&["greaterThanOrEqual", ">="], GreaterOrEqual),
            (&["include", "contains", "包含"], Contains),
            (&["notInclude", "not contains"], NotContains),
            (&["startsWith"], StartsWith),
            (&["end_with"], EndsWith),
            (&["regExp", "regex"], Regex),
            (&["in", "belong", "belongsTo"], In),
            (&["notIn", "not_belong"], NotIn),
            (&["exist", "exists"], Exists),
            (&["notExist", "absent"], Absent),
            (&["empty"], Empty),
            (&["notEmpty"], NotEmpty),
        ] {
            for spelling in spellings {
                assert_eq!(comparison_of(spelling), Some(comparison), "{spelling}");
            }
        }
        for spelling in ["", "roughly", "notnot", "<<"] {
            assert_eq!(comparison_of(spelling), None, "{spelling}");
        }
    }

    fn conditions(mock: &Value) -> (Value, bool, Vec<(String, String)>) {
        let mut problems = Problems::default();
        let (conditions, sound) = read(mock, &Path::At("/m"), &mut problems);
        let problems =
            problems.finish().0.into_iter().map(|problem| (problem.pointer, problem.message)).collect();
        (serde_json::to_value(conditions).unwrap(), sound, problems)
    }

    #[test]
    fn conditions_are_taken() {
        let (conditions, sound, problems) = conditions(&json!({
            "conditions": [
                {"name": "page", "value": "2", "location": "query", "comparison": "greaterThan"},
                {"name": "$.user.id", "location": "body", "comparison": "exist", "value": "ignored"},
                {"name": "kind", "location": "form-data", "comparison": "belong", "value": "猫, 狗"},
                {"name": "id", "location": "path", "comparison": "in", "value": "[1, 2]"},
                {"name": "off", "location": "query", "comparison": "?", "enable": false},
            ],
            "ipCondition": {},
        }));
        assert!(sound && problems.is_empty(), "{problems:?}");
        assert_eq!(
            conditions,
            json!([
                {"location": "query", "name": "page", "comparison": "greater", "value": "2"},
                {"location": "body", "name": "$.user.id", "comparison": "exists"},
                {"location": "body", "name": "kind", "comparison": "in", "value": ["猫", "狗"]},
                {"location": "path", "name": "id", "comparison": "in", "value": [1, 2]},
            ])
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let cases = [
            (
                json!({"conditions": [{"name": "a", "location": "query", "comparison": "roughly"}]}),
                "/m/conditions/0/comparison",
                1,
            ),
            (
                json!({"conditions": [{"name": "a", "location": "moon", "comparison": "equal"}]}),
                "/m/conditions/0/location",
                1,
            ),
            (json!({"conditions": [7]}), "/m/conditions/0", 0),
            (json!({"conditions": {}}), "/m/conditions", 0),
            (json!({"ipCondition": 7}), "/m/ipCondition", 0),
            (json!({"ipCondition": "home"}), "/m/ipCondition", 0),
            (json!({"ipCondition": {"who": "knows"}}), "/m/ipCondition", 0),
        ];
        for (mock, pointer, count) in cases {
            let (conditions, sound, problems) = conditions(&mock);
            assert!(!sound, "{mock}");
            assert_eq!(problems.len(), 1, "{mock}");
            assert_eq!(problems[0].0, pointer);
            assert!(problems[0].1.contains("switched off"), "{problems:?}");
            assert_eq!(conditions.as_array().unwrap().len(), count, "{mock}");
        }
    }

    #[test]
    fn addresses() {
        for (value, comparison, addresses) in [
            (json!("10.0.0.1"), "in", json!(["10.0.0.1"])),
            (json!("10.0.0.1, 10.1.0.0/16\n::1"), "in", json!(["10.0.0.1", "10.1.0.0/16", "::1"])),
            (json!(["10.0.0.1-10.0.0.9"]), "in", json!(["10.0.0.1-10.0.0.9"])),
            (json!({"comparison": "notIn", "ips": [{"value": "fe80::/10"}]}), "notIn", json!(["fe80::/10"])),
            (json!({"enable": true, "value": "1.2.3.4"}), "in", json!(["1.2.3.4"])),
        ] {
            let condition = ip_condition(&value).unwrap().unwrap();
            assert_eq!(
                json!(condition),
                json!({"location": "ip", "name": "", "comparison": comparison, "value": addresses})
            );
        }
        for value in [
            json!({}),
            json!(null),
            json!(""),
            json!([]),
            json!({"value": ""}),
            json!({"enable": false, "value": "x"}),
        ] {
            assert_eq!(ip_condition(&value), Ok(None), "{value}");
        }
        for value in [
            json!("10.0.0.0/33"),
            json!("a-b"),
            json!([5]),
            json!({"value": "1.2.3.4", "type": "fuzzy"}),
            json!(true),
        ] {
            assert!(ip_condition(&value).is_err(), "{value}");
        }
    }
}
