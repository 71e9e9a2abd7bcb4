//! Changing the mock settings of a project.

use super::fields::{Field, Is, checked};
use super::object;
use super::rate_limit::{RateLimitChange, rate_limit};
use crate::dynamic::{Template, Zone, locale};
use crate::error::ManagementError;
use crate::model::{Access, MockSettings};
use crate::rules::{CustomRule, CustomRules};
use serde_json::Value;

/// Random bytes that a new token is made of.
pub const TOKEN_BYTES: usize = 21;

/// How long a token that the owner chooses may be, in characters.
const TOKEN_LENGTH: std::ops::RangeInclusive<usize> = 8..=128;

/// The body of `PATCH /v1/projects/{id}/mock-settings`: what is not in it stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsPatch {
    cloud_mock: Option<bool>,
    access: Option<Access>,
    token: Option<String>,
    rotate: bool,
    max_body_bytes: Option<u32>,
    max_body_depth: Option<u8>,
    locale: Option<String>,
    time_zone: Option<String>,
    accept_language: Option<bool>,
    example_first: Option<bool>,
    request_validation: Option<bool>,
    security_validation: Option<bool>,
    name_rules: Option<Vec<CustomRule>>,
    built_in_name_rules: Option<bool>,
    rate_limit: Option<RateLimitChange>,
    public_docs: Option<bool>,
}

/// The fields that a patch may have.
const FIELDS: [&str; 16] = [
    "cloudMock",
    "access",
    "token",
    "rotateToken",
    "maxBodyBytes",
    "maxBodyDepth",
    "locale",
    "timeZone",
    "acceptLanguage",
    "exampleFirst",
    "requestValidation",
    "securityValidation",
    "nameRules",
    "builtInNameRules",
    "rateLimit",
    "publicDocs",
];

impl SettingsPatch {
    /// Reads the body: any of `cloudMock`, `access`, `token`, `rotateToken`, `maxBodyBytes`, `maxBodyDepth`, `locale`,
    /// `timeZone`, `acceptLanguage`, `exampleFirst`, `requestValidation`, `securityValidation`, `nameRules`,
    /// `builtInNameRules`, `rateLimit`, `publicDocs`.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8]) -> Result<Self, ManagementError> {
        let fields = object(body, &FIELDS)?;
        let flag = |name: &str| match fields.get(name) {
            None => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(*value)),
            Some(_) => Err(ManagementError::invalid(format!("/{name}"), "must be true or false")),
        };
        let access = match fields.get("access") {
            None => None,
            Some(Value::String(text)) if text == "public" => Some(Access::Public),
            Some(Value::String(text)) if text == "token" => Some(Access::Token),
            Some(_) => return Err(ManagementError::invalid("/access", "must be \"public\" or \"token\"")),
        };
        let token = match fields.get("token") {
            None => None,
            Some(Value::String(token)) if is_token(token) => Some(token.clone()),
            Some(_) => {
                let message = "must be 8 to 128 visible ASCII characters; leave it out and set `rotateToken` to \
                               have one made";
                return Err(ManagementError::invalid("/token", message));
            }
        };
        let rotate = flag("rotateToken")?.unwrap_or_default();
        if rotate && token.is_some() {
            let message = "cannot be combined with `token`: send the new token, or have one made";
            return Err(ManagementError::invalid("/rotateToken", message));
        }
        let max_body_bytes = number(fields.get("maxBodyBytes"), "/maxBodyBytes", MockSettings::BODY_BYTES)?;
        let max_body_depth = number(fields.get("maxBodyDepth"), "/maxBodyDepth", MockSettings::BODY_DEPTH)?;
        Ok(Self {
            cloud_mock: flag("cloudMock")?,
            access,
            token,
            rotate,
            max_body_bytes,
            max_body_depth,
            locale: fields.get("locale").map(locale_code).transpose()?,
            time_zone: fields.get("timeZone").map(zone_name).transpose()?,
            accept_language: flag("acceptLanguage")?,
            example_first: flag("exampleFirst")?,
            request_validation: flag("requestValidation")?,
            security_validation: flag("securityValidation")?,
            name_rules: fields.get("nameRules").map(name_rules).transpose()?,
            built_in_name_rules: flag("builtInNameRules")?,
            rate_limit: fields.get("rateLimit").map(rate_limit).transpose()?,
            public_docs: flag("publicDocs")?,
        })
    }

    /// The settings after the change. `new_token` is called where a token has to be made: on `rotateToken`, and for
    /// token access without one.
    ///
    /// ```
    /// use edgemock::manage::SettingsPatch;
    /// use edgemock::model::MockSettings;
    /// let patch = SettingsPatch::parse(br#"{"cloudMock": true, "access": "token"}"#)?;
    /// let settings = patch.apply(&MockSettings::default(), || "made".to_owned());
    /// assert!(settings.cloud_mock);
    /// assert_eq!(settings.token.as_deref(), Some("made"));
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    pub fn apply(self, settings: &MockSettings, new_token: impl FnOnce() -> String) -> MockSettings {
        let access = self.access.unwrap_or(settings.access);
        let kept = self.token.or_else(|| settings.token.clone().filter(|_| !self.rotate));
        let wanted = self.rotate || access == Access::Token;
        let token = kept.or_else(|| wanted.then(new_token));
        MockSettings {
            cloud_mock: self.cloud_mock.unwrap_or(settings.cloud_mock),
            access,
            token,
            max_body_bytes: self.max_body_bytes.unwrap_or(settings.max_body_bytes),
            max_body_depth: self.max_body_depth.unwrap_or(settings.max_body_depth),
            locale: self.locale.unwrap_or_else(|| settings.locale.clone()),
            time_zone: self.time_zone.unwrap_or_else(|| settings.time_zone.clone()),
            accept_language: self.accept_language.unwrap_or(settings.accept_language),
            example_first: self.example_first.unwrap_or(settings.example_first),
            request_validation: self.request_validation.unwrap_or(settings.request_validation),
            security_validation: self.security_validation.unwrap_or(settings.security_validation),
            name_rules: self.name_rules.unwrap_or_else(|| settings.name_rules.clone()),
            built_in_name_rules: self.built_in_name_rules.unwrap_or(settings.built_in_name_rules),
            rate_limit: self.rate_limit.map_or(settings.rate_limit, RateLimitChange::limit),
            public_docs: self.public_docs.unwrap_or(settings.public_docs),
        }
    }
}

/// The code of a locale that there is.
fn locale_code(value: &Value) -> Result<String, ManagementError> {
    let known = value.as_str().and_then(locale::known);
    known.map(str::to_owned).ok_or_else(|| {
        let message = "must be a locale that Faker names, such as \"en\", \"de\" or \"pt_BR\"";
        ManagementError::invalid("/locale", message)
    })
}

/// The name of a time zone that there is.
fn zone_name(value: &Value) -> Result<String, ManagementError> {
    let known = value.as_str().filter(|name| Zone::find(name).is_some());
    known.map(str::to_owned).ok_or_else(|| {
        let message = "must be the IANA name of a time zone, such as \"Europe/Berlin\" or \"UTC\"";
        ManagementError::invalid("/timeZone", message)
    })
}

const NAME_RULE: [Field; 4] = [
    Field::needed("pattern", Is::Text),
    Field::maybe("match", Is::OneOf(&["wildcard", "regex"])),
    Field::maybe("types", Is::List),
    Field::needed("expression", Is::Text),
];

/// The types of properties that a name rule can be for.
const NAME_RULE_TYPES: [&str; 4] = ["string", "integer", "number", "boolean"];

/// Name rules whose patterns and expressions can be used.
pub(super) fn name_rules(value: &Value) -> Result<Vec<CustomRule>, ManagementError> {
    let Value::Array(items) = value else {
        return Err(ManagementError::invalid("/nameRules", "must be a list of rules"));
    };
    let mut rules: Vec<CustomRule> = Vec::with_capacity(items.len().min(1000));
    for (index, item) in items.iter().enumerate() {
        let pointer = format!("/nameRules/{index}");
        let fields = checked(item, &pointer, &NAME_RULE)?;
        for (at, kind) in fields.get("types").and_then(Value::as_array).into_iter().flatten().enumerate() {
            if !kind.as_str().is_some_and(|kind| NAME_RULE_TYPES.contains(&kind)) {
                let message = format!("must be one of {}", NAME_RULE_TYPES.join(", "));
                return Err(ManagementError::invalid(format!("{pointer}/types/{at}"), message));
            }
        }
        let rule: CustomRule = serde_json::from_value(item.clone())
            .map_err(|error| ManagementError::invalid(pointer, error.to_string()))?;
        if let Err(error) = Template::parse(&rule.expression) {
            let pointer = format!("/nameRules/{index}/expression");
            return Err(ManagementError::invalid(pointer, error.to_string()));
        }
        rules.push(rule);
    }
    CustomRules::new(&rules)
        .map_err(|error| ManagementError::invalid(format!("/nameRules{}", error.pointer()), error.message))?;
    Ok(rules)
}

/// A whole number within a range.
fn number<T: TryFrom<u64> + PartialOrd + std::fmt::Display>(
    value: Option<&Value>,
    pointer: &str,
    range: std::ops::RangeInclusive<T>,
) -> Result<Option<T>, ManagementError> {
    let Some(value) = value else { return Ok(None) };
    let number =
        value.as_u64().and_then(|number| T::try_from(number).ok()).filter(|number| range.contains(number));
    let message = || format!("must be a whole number from {} to {}", range.start(), range.end());
    number.map(Some).ok_or_else(|| ManagementError::invalid(pointer, message()))
}

fn is_token(text: &str) -> bool {
    TOKEN_LENGTH.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A token in the form that Apidog's newer ones have: 21 characters of `[A-Za-z0-9_-]`, 126 bits.
pub fn token_from(random: [u8; TOKEN_BYTES]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    let character = |byte: u8| ALPHABET.get(usize::from(byte & 63)).map_or('A', |&letter| char::from(letter));
    random.into_iter().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Allowance, RateLimit};

    fn settings(cloud_mock: bool, access: Access, token: Option<&str>) -> MockSettings {
        MockSettings { cloud_mock, access, token: token.map(str::to_owned), ..MockSettings::default() }
    }

    #[test]
    fn changes_only_what_is_sent() {
        use Access::{Public, Token};
        let off = settings(false, Public, None);
        let closed = settings(true, Token, Some("old-token"));
        let cases = [
            (&off, "{}", off.clone()),
            (&closed, "{}", closed.clone()),
            (&off, r#"{"cloudMock": true}"#, settings(true, Public, None)),
            (&off, r#"{"access": "token"}"#, settings(false, Token, Some("made"))),
            (&off, r#"{"token": "new-token"}"#, settings(false, Public, Some("new-token"))),
            (&off, r#"{"rotateToken": true}"#, settings(false, Public, Some("made"))),
            (&closed, r#"{"rotateToken": true}"#, settings(true, Token, Some("made"))),
            (&closed, r#"{"rotateToken": false}"#, closed.clone()),
            (&closed, r#"{"token": "new-token"}"#, settings(true, Token, Some("new-token"))),
            (&closed, r#"{"access": "public"}"#, settings(true, Public, Some("old-token"))),
            (
                &off,
                r#"{"maxBodyBytes": 4096, "maxBodyDepth": 3}"#,
                MockSettings { max_body_bytes: 4096, max_body_depth: 3, ..off.clone() },
            ),
            (
                &off,
                r#"{"locale": "pt-br", "timeZone": "Europe/Berlin", "acceptLanguage": true, "builtInNameRules": false}"#,
                MockSettings {
                    locale: "pt_BR".to_owned(),
                    time_zone: "Europe/Berlin".to_owned(),
                    accept_language: true,
                    built_in_name_rules: false,
                    ..off.clone()
                },
            ),
            (
                &off,
                r#"{"requestValidation": true, "securityValidation": true}"#,
                MockSettings { request_validation: true, security_validation: true, ..off.clone() },
            ),
            (&off, r#"{"publicDocs": true}"#, MockSettings { public_docs: true, ..off.clone() }),
            (&off, r#"{"exampleFirst": true}"#, MockSettings { example_first: true, ..off.clone() }),
            (
                &off,
                r#"{"rateLimit": {"perCaller": {"requests": 5, "period": 10}}}"#,
                MockSettings {
                    rate_limit: Some(RateLimit {
                        per_caller: Some(Allowance { requests: 5, period: 10 }),
                        headers: true,
                        ..RateLimit::default()
                    }),
                    ..off.clone()
                },
            ),
            (&off, r#"{"rateLimit": null}"#, off.clone()),
            (&closed, r#"{"cloudMock": false}"#, settings(false, Token, Some("old-token"))),
        ];
        for (before, body, after) in cases {
            let patch = SettingsPatch::parse(body.as_bytes()).unwrap();
            assert_eq!(patch.apply(before, || "made".to_owned()), after, "{body}");
        }
    }

    #[test]
    fn wrong_fields_are_named() {
        let long = format!("{{\"token\": \"{}\"}}", "x".repeat(129));
        let cases = [
            (r#"{"cloudMock": "yes"}"#, "/cloudMock"),
            (r#"{"cloudMock": null}"#, "/cloudMock"),
            (r#"{"access": "open"}"#, "/access"),
            (r#"{"access": true}"#, "/access"),
            (r#"{"token": "short"}"#, "/token"),
            (r#"{"token": "with blank"}"#, "/token"),
            (r#"{"token": "töken-token"}"#, "/token"),
            (r#"{"token": 12345678}"#, "/token"),
            (&long, "/token"),
            (r#"{"rotateToken": 1}"#, "/rotateToken"),
            (r#"{"rotateToken": true, "token": "12345678"}"#, "/rotateToken"),
            (r#"{"maxBodyBytes": 1000}"#, "/maxBodyBytes"),
            (r#"{"maxBodyBytes": 4194305}"#, "/maxBodyBytes"),
            (r#"{"maxBodyBytes": "8192"}"#, "/maxBodyBytes"),
            (r#"{"maxBodyDepth": 0}"#, "/maxBodyDepth"),
            (r#"{"maxBodyDepth": 300}"#, "/maxBodyDepth"),
            (r#"{"cloud_mock": true}"#, "/cloud_mock"),
            (r#"{"locale": "klingon"}"#, "/locale"),
            (r#"{"timeZone": "Mars/Olympus"}"#, "/timeZone"),
            (r#"{"acceptLanguage": "yes"}"#, "/acceptLanguage"),
            (r#"{"exampleFirst": "smart"}"#, "/exampleFirst"),
            (r#"{"publicDocs": "yes"}"#, "/publicDocs"),
            (r#"{"requestValidation": 1}"#, "/requestValidation"),
            (r#"{"securityValidation": null}"#, "/securityValidation"),
            (r#"{"nameRules": {}}"#, "/nameRules"),
            (r#"{"nameRules": [1]}"#, "/nameRules/0"),
            (r#"{"nameRules": [{"pattern": "*"}]}"#, "/nameRules/0/expression"),
            (r#"{"nameRules": [{"pattern": 1, "expression": ""}]}"#, "/nameRules/0/pattern"),
            (r#"{"nameRules": [{"pattern": "*", "expression": "", "match": "glob"}]}"#, "/nameRules/0/match"),
            (r#"{"nameRules": [{"pattern": "*", "expression": "", "by": 1}]}"#, "/nameRules/0/by"),
            (
                r#"{"nameRules": [{"pattern": "*", "expression": "", "types": ["null"]}]}"#,
                "/nameRules/0/types/0",
            ),
            (r#"{"nameRules": [{"pattern": "", "expression": ""}]}"#, "/nameRules/0/pattern"),
            (r#"{"cloudMock": true, "cloudMock": false}"#, "/cloudMock"),
            (r#"{"rateLimit": {"perCaller": 5}}"#, "/rateLimit/perCaller"),
            (
                r#"{"nameRules": [{"pattern": "*", "expression": "{{$nobody.knows}}"}]}"#,
                "/nameRules/0/expression",
            ),
            (
                r#"{"nameRules": [{"pattern": "[", "match": "regex", "expression": "x"}]}"#,
                "/nameRules/0/pattern",
            ),
        ];
        for (body, pointer) in cases {
            let error = SettingsPatch::parse(body.as_bytes()).unwrap_err();
            assert!(
                matches!(&error, ManagementError::Invalid { pointer: at, .. } if at == pointer),
                "{body}: {error:?}"
            );
        }
    }

    #[test]
    fn tokens_have_the_form() {
        let token = token_from(std::array::from_fn(|index| (index * 13) as u8));
        assert_eq!(token.len(), 21);
        assert!(
            is_token(&token) && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        );
    }
}
