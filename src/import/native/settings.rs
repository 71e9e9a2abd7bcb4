//! The mock settings of a project file.

use serde_json::Value;

use super::mocks::{METHOD_KEYS, method_of};
use super::value::{first_of, flag, folded, is_empty, text};
use crate::dynamic::{Template, Zone, locale};
use crate::import::pointer::Path;
use crate::import::problems::Problems;
use crate::import::settings::SettingsFromFile;
use crate::model::{Access, DefaultMethod};
use crate::rules::{CustomRule, CustomRules, Kind, MatchBy};

/// Reads them; what has no counterpart is reported.
pub(super) fn read(project: &Value, problems: &mut Problems) -> Option<SettingsFromFile> {
    let mut settings = SettingsFromFile::default();
    let top = Path::At("");
    let at = Path::Member(&top, "projectSetting");
    let none = Value::Null;
    let declared = project.get("projectSetting").unwrap_or(&none);
    cloud_mock(
        declared.get("cloudMock").unwrap_or(&none),
        &Path::Member(&at, "cloudMock"),
        &mut settings,
        problems,
    );
    let mock_settings = declared.get("mockSettings").unwrap_or(&none);
    mock(mock_settings, &Path::Member(&at, "mockSettings"), &mut settings, problems);
    if settings.locale.is_none() {
        // The language of the project, where its mock has none of its own.
        settings.locale = locale::known(text(declared, "language")).map(str::to_owned);
    }
    let info = Path::Member(&top, "info");
    for (rule, at) in [
        (project.pointer("/info/mockRule"), Path::Member(&info, "mockRule")),
        (declared.get("mockRule"), Path::Member(&at, "mockRule")),
        (project.get("mockRule"), Path::Member(&top, "mockRule")),
    ] {
        if let Some(rule) = rule.filter(|rule| rule.is_object()) {
            name_rules(rule, &at, &mut settings, problems);
        }
    }
    Some(settings).filter(|settings| !settings.is_empty())
}

fn cloud_mock(value: &Value, at: &Path<'_>, settings: &mut SettingsFromFile, problems: &mut Problems) {
    settings.cloud_mock = first_of(value, &["enable", "enabled"]).and_then(|(_, value)| flag(value));
    let security = text(value, "security");
    settings.access = match folded(security).as_str() {
        "" => None,
        "free" | "open" | "public" | "none" | "anyone" => Some(Access::Public),
        "token" | "accesstoken" | "auth" | "key" | "private" | "secret" => Some(Access::Token),
        _ => {
            problems.warning(
                &Path::Member(at, "security"),
                "this access is not known here: callers need the token",
            );
            Some(Access::Token)
        }
    };
    if let Some((key, token)) = first_of(value, &["token", "accesstoken", "tokenvalue"]) {
        let token = token.as_str().unwrap_or_default();
        if (8..=128).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic()) {
            settings.token = Some(token.to_owned());
        } else if !token.is_empty() {
            let message = "this token cannot be taken over: tokens have 8 to 128 visible ASCII characters";
            problems.warning(&Path::Member(at, key), message);
        }
    }
    let name = text(value, "tokenKey");
    if !matches!(name, "" | "apidogToken" | "apifoxToken") {
        let message = "callers send the token as `apidogToken` or `apifoxToken` here";
        problems.warning(&Path::Member(at, "tokenKey"), message);
    }
}

fn mock(value: &Value, at: &Path<'_>, settings: &mut SettingsFromFile, problems: &mut Problems) {
    for (key, setting) in value.as_object().into_iter().flatten().filter(|(_, setting)| !is_empty(setting)) {
        let here = Path::Member(at, key);
        let name = setting.as_str().unwrap_or_default();
        match folded(key).as_str() {
            "locale" | "language" | "mocklocale" | "mocklanguage" | "lang" => match locale::known(name) {
                Some(code) => settings.locale = Some(code.to_owned()),
                None => problems
                    .warning(&here, "this language is not known here: set `locale` in the mock settings"),
            },
            "timezone" | "mocktimezone" => match Zone::find(name) {
                Some(_) => settings.time_zone = Some(name.to_owned()),
                None => problems
                    .warning(&here, "this time zone is not known here: set `timeZone` in the mock settings"),
            },
            folded if METHOD_KEYS.contains(&folded) => {
                let method = method_of(setting, &here, problems);
                settings.example_first =
                    method.map(|method| method == DefaultMethod::Example).or(settings.example_first);
            }
            "enablesystemrule" | "systemrule" => settings.built_in_name_rules = flag(setting),
            "rules" | "mockrule" => {
                let rules = if setting.is_object() { setting } else { value };
                name_rules(rules, if setting.is_object() { &here } else { at }, settings, problems);
            }
            _ => problems.warning(&here, "this mock setting has no counterpart here"),
        }
    }
}

fn name_rules(value: &Value, at: &Path<'_>, settings: &mut SettingsFromFile, problems: &mut Problems) {
    if let Some((_, on)) = first_of(value, &["enablesystemrule"]) {
        settings.built_in_name_rules = flag(on);
    }
    let here = Path::Member(at, "rules");
    let Some(Value::Array(rules)) = value.get("rules") else { return };
    let mut taken = settings.name_rules.take().unwrap_or_default();
    for (index, rule) in rules.iter().enumerate() {
        let here = Path::Item(&here, index);
        match name_rule(rule) {
            Ok(_) if taken.len() >= crate::rules::MAX_RULES => {
                problems.warning(
                    &here,
                    "there are more name rules than a project may have: this one is left out",
                );
            }
            Ok(rule) => taken.extend(rule),
            Err(message) => problems.warning(&here, format!("this name rule is left out: {message}")),
        }
    }
    settings.name_rules = Some(taken).filter(|rules| !rules.is_empty());
}

/// One rule; `None` where it is switched off. How exports write rules is not public: every plausible name is read.
fn name_rule(rule: &Value) -> Result<Option<CustomRule>, String> {
    if first_of(rule, &["enable", "enabled"]).and_then(|(_, value)| flag(value)) == Some(false) {
        return Ok(None);
    }
    let text_of = |names: &[&str]| first_of(rule, names).and_then(|(_, value)| value.as_str());
    let pattern = text_of(&[
        "pattern",
        "fieldname",
        "propertyname",
        "name",
        "field",
        "key",
        "regexp",
        "regex",
        "match",
    ]);
    let pattern = pattern.filter(|pattern| !pattern.is_empty()).ok_or("it has no pattern")?;
    let expression =
        first_of(rule, &["mock", "expression", "mockexpression", "mockrule", "mockvalue", "rule", "value"]);
    let expression = expression.and_then(|(_, value)| value.as_str().or_else(|| value.get("mock")?.as_str()));
    let expression = expression.filter(|text| !text.is_empty()).ok_or("it has no mock expression")?;
    let kinds = ["matchtype", "matchby", "matchmode", "matchmethod", "mode", "patterntype"];
    let is_regex = |text: &str| folded(text).starts_with("reg");
    let match_by = match text_of(&kinds).or_else(|| text_of(&["type"]).filter(|kind| is_regex(kind))) {
        Some(kind) if is_regex(kind) => MatchBy::Regex,
        None if first_of(rule, &["regexp", "regex"]).is_some() => MatchBy::Regex,
        _ => MatchBy::Wildcard,
    };
    let types = match first_of(rule, &["types", "datatype", "datatypes", "fieldtype", "propertytype", "type"])
    {
        Some((_, Value::Array(types))) => {
            types.iter().filter_map(Value::as_str).filter_map(kind_of).collect()
        }
        Some((_, Value::String(kind))) => kind_of(kind).into_iter().collect(),
        _ => Vec::new(),
    };
    let rule = CustomRule { pattern: pattern.to_owned(), match_by, types, expression: expression.to_owned() };
    Template::parse(&rule.expression).map_err(|error| error.to_string())?;
    CustomRules::new(std::slice::from_ref(&rule)).map_err(|error| error.message)?;
    Ok(Some(rule))
}

fn kind_of(name: &str) -> Option<Kind> {
    Some(match folded(name).as_str() {
        "string" => Kind::String,
        "integer" | "int" => Kind::Integer,
        "number" => Kind::Number,
        "boolean" | "bool" => Kind::Boolean,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn settings(project: &Value) -> (Value, Vec<String>) {
        let mut problems = Problems::default();
        let settings = read(project, &mut problems);
        (json!(settings), problems.finish().0.into_iter().map(|problem| problem.pointer).collect())
    }

    #[test]
    fn settings_are_taken() {
        let project = json!({
            "projectSetting": {
                "cloudMock": {"enable": true, "security": "token", "token": "abcdefgh12345678", "tokenKey": "apifoxToken"},
                "mockSettings": {"locale": "zh-CN", "timeZone": "Asia/Shanghai", "defaultMockMethod": "response-example-first"},
                "language": "en-US",
            },
            "info": {"mockRule": {"enableSystemRule": false, "rules": [
                {"name": "*电话", "type": "string", "mock": "{{$phone.number}}"},
                {"pattern": "^id$", "matchType": "regExp", "dataType": ["integer"], "mock": {"mock": "@natural"}},
                {"pattern": "off", "mock": "x", "enable": false},
            ]}},
        });
        let (settings, problems) = settings(&project);
        assert_eq!(problems, [""; 0]);
        assert_eq!(
            settings,
            json!({
                "cloudMock": true, "access": "token", "token": "abcdefgh12345678", "locale": "zh_CN",
                "timeZone": "Asia/Shanghai", "exampleFirst": true, "builtInNameRules": false,
                "nameRules": [
                    {"pattern": "*电话", "match": "wildcard", "types": ["string"], "expression": "{{$phone.number}}"},
                    {"pattern": "^id$", "match": "regex", "types": ["integer"], "expression": "@natural"},
                ],
            })
        );
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        let project = json!({
            "projectSetting": {
                "cloudMock": {"enable": "perhaps", "security": "retina", "token": "short", "tokenKey": "key"},
                "mockSettings": {"locale": "tlh", "timeZone": "Mars/Olympus", "mockMethod": "dice", "rate": 5},
            },
            "info": {"mockRule": {"rules": [{}, {"pattern": "a"}, {"pattern": "[", "matchType": "regex", "mock": "x"},
                {"pattern": "a", "mock": "{{$nobody.knows}}"}, 5]}},
        });
        let (settings, problems) = settings(&project);
        assert_eq!(settings, json!({"access": "token"}));
        assert_eq!(
            problems,
            [
                "/projectSetting/cloudMock/security",
                "/projectSetting/cloudMock/token",
                "/projectSetting/cloudMock/tokenKey",
                "/projectSetting/mockSettings/locale",
                "/projectSetting/mockSettings/timeZone",
                "/projectSetting/mockSettings/mockMethod",
                "/projectSetting/mockSettings/rate",
                "/info/mockRule/rules/0",
                "/info/mockRule/rules/1",
                "/info/mockRule/rules/2",
                "/info/mockRule/rules/3",
                "/info/mockRule/rules/4",
            ]
        );
    }

    #[test]
    fn a_file_without_settings_has_none() {
        for project in [
            json!({}),
            json!({"projectSetting": 5}),
            json!({"projectSetting": {"cloudMock": [], "mockSettings": {}}, "info": []}),
        ] {
            assert_eq!(settings(&project), (Value::Null, vec![]), "{project}");
        }
    }
}
