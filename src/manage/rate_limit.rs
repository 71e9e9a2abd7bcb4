//! The field `rateLimit` of mock settings.

use super::fields::unknown;
use crate::error::ManagementError;
use crate::model::{Allowance, RateLimit};
use serde_json::{Map, Value};

/// Its pointer.
const FIELD: &str = "/rateLimit";

/// What becomes of a project's rate limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RateLimitChange {
    /// There is none from now on.
    Off,
    /// This one counts.
    To(RateLimit),
}

impl RateLimitChange {
    /// The limit after the change.
    pub(super) fn limit(self) -> Option<RateLimit> {
        match self {
            Self::Off => None,
            Self::To(limit) => Some(limit),
        }
    }
}

/// Reads the field: `null` for no limit, else `perCaller` or `perProject` or both, each `{requests, period}`, and the
/// switches `headers` and `enforce`, which are on unless something else is said.
///
/// # Errors
/// [`ManagementError`] with the pointer of what is wrong.
pub(super) fn rate_limit(value: &Value) -> Result<RateLimitChange, ManagementError> {
    let fields = match value {
        Value::Null => return Ok(RateLimitChange::Off),
        Value::Object(fields) => fields,
        _ => return Err(invalid("", "must be null, or an object with `perCaller`, `perProject` or both")),
    };
    only(fields, "", &["perCaller", "perProject", "headers", "enforce"])?;
    let flag = |name: &str| match fields.get(name) {
        None => Ok(true),
        Some(Value::Bool(value)) => Ok(*value),
        Some(_) => Err(invalid(&format!("/{name}"), "must be true or false")),
    };
    let limit = RateLimit {
        per_caller: allowance(fields.get("perCaller"), "/perCaller")?,
        per_project: allowance(fields.get("perProject"), "/perProject")?,
        headers: flag("headers")?,
        enforce: flag("enforce")?,
    };
    if limit.per_caller.is_none() && limit.per_project.is_none() {
        return Err(invalid("", "must hold `perCaller`, `perProject` or both; null switches the limit off"));
    }
    Ok(RateLimitChange::To(limit))
}

fn allowance(value: Option<&Value>, pointer: &str) -> Result<Option<Allowance>, ManagementError> {
    let fields = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Object(fields)) => fields,
        Some(_) => return Err(invalid(pointer, "must be an object with `requests` and `period`, or null")),
    };
    only(fields, pointer, &["requests", "period"])?;
    let number =
        |name: &str| fields.get(name).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let requests = number("requests").filter(|requests| Allowance::REQUESTS.contains(requests));
    let requests = requests.ok_or_else(|| {
        let (least, most) = (Allowance::REQUESTS.start(), Allowance::REQUESTS.end());
        invalid(&format!("{pointer}/requests"), &format!("must be a whole number from {least} to {most}"))
    })?;
    let period = number("period").filter(|period| Allowance::PERIODS.contains(period));
    let period = period.ok_or_else(|| invalid(&format!("{pointer}/period"), "must be 10 or 60 (seconds)"))?;
    Ok(Some(Allowance { requests, period }))
}

/// Refuses fields that mean nothing.
fn only(fields: &Map<String, Value>, pointer: &str, known: &[&str]) -> Result<(), ManagementError> {
    match fields.keys().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(unknown(&format!("{FIELD}{pointer}"), name, known)),
    }
}

fn invalid(pointer: &str, message: &str) -> ManagementError {
    ManagementError::invalid(format!("{FIELD}{pointer}"), message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_both_limits_and_switches() {
        let some = |requests, period| Some(Allowance { requests, period });
        let cases = [
            (json!(null), None),
            (
                json!({"perCaller": {"requests": 1, "period": 10}}),
                Some(RateLimit { per_caller: some(1, 10), per_project: None, headers: true, enforce: true }),
            ),
            (
                json!({"perCaller": null, "perProject": {"requests": 10_000, "period": 60}, "headers": false, "enforce": false}),
                Some(RateLimit {
                    per_caller: None,
                    per_project: some(10_000, 60),
                    headers: false,
                    enforce: false,
                }),
            ),
        ];
        for (value, expected) in cases {
            assert_eq!(rate_limit(&value).map(RateLimitChange::limit), Ok(expected), "{value}");
        }
    }

    #[test]
    fn wrong_fields_are_named() {
        let cases = [
            (json!({}), ""),
            (json!(5), ""),
            (json!({"perCaller": null}), ""),
            (json!({"perToken": {}}), "/perToken"),
            (json!({"perCaller": 5}), "/perCaller"),
            (json!({"perCaller": {"requests": 0, "period": 60}}), "/perCaller/requests"),
            (json!({"perCaller": {"requests": 10_001, "period": 60}}), "/perCaller/requests"),
            (json!({"perCaller": {"requests": 1.5, "period": 60}}), "/perCaller/requests"),
            (json!({"perCaller": {"requests": 4_294_967_297_u64, "period": 60}}), "/perCaller/requests"),
            (json!({"perCaller": {"period": 60}}), "/perCaller/requests"),
            (json!({"perProject": {"requests": 5, "period": 30}}), "/perProject/period"),
            (json!({"perProject": {"requests": 5}}), "/perProject/period"),
            (json!({"perProject": {"requests": 5, "period": 60, "burst": 2}}), "/perProject/burst"),
            (json!({"perProject": {"requests": 5, "period": 60}, "headers": 1}), "/headers"),
            (json!({"perProject": {"requests": 5, "period": 60}, "enforce": "no"}), "/enforce"),
        ];
        for (value, pointer) in cases {
            let error = rate_limit(&value).unwrap_err();
            let expected = format!("/rateLimit{pointer}");
            assert!(
                matches!(&error, ManagementError::Invalid { pointer, .. } if *pointer == expected),
                "{value}: {error:?}"
            );
        }
    }
}
