//! Whether the credentials that an operation asks for are there, and in form. Whether they are right is nothing that a
//! mock can know.

use super::pairs::{Coding, pairs_of};
use super::rules::{Place, RequestRules, Scheme, SecurityRules};
use super::violation::{Location, Violation};
use crate::request::{IncomingRequest, MAX_QUERY_PARAMETERS};

/// What is wrong with credentials: the violations, and the challenges of `WWW-Authenticate`.
pub(super) type Missing = (Vec<Violation>, String);

impl RequestRules {
    /// What is missing of the alternative that a request comes closest to; `None` where one is met.
    pub(super) fn check_credentials(&self, request: &IncomingRequest<'_>) -> Option<Missing> {
        let SecurityRules { schemes, alternatives } = &self.security;
        let mut closest: Option<Vec<Violation>> = None;
        for alternative in alternatives {
            let schemes = alternative.iter().filter_map(|index| schemes.get(usize::from(*index)));
            let wrong: Vec<Violation> = schemes.filter_map(|scheme| check_scheme(scheme, request)).collect();
            if wrong.is_empty() {
                return None;
            }
            // What was sent in the wrong form says more than what was not sent.
            let rank = |wrong: &[Violation]| {
                (wrong.iter().all(|violation| violation.message.starts_with("is missing")), wrong.len())
            };
            if closest.as_deref().is_none_or(|known| rank(&wrong) < rank(known)) {
                closest = Some(wrong);
            }
        }
        closest.map(|wrong| (wrong, challenges(schemes)))
    }
}

fn check_scheme(scheme: &Scheme, request: &IncomingRequest<'_>) -> Option<Violation> {
    let authorization = |name: &str, form: &dyn Fn(&str) -> bool, what: &str| {
        let wrong = |message: String| {
            Some(Violation::parameter(Location::Header, "Authorization", "security", message))
        };
        let Some(header) = request.header("authorization") else {
            return wrong(format!("is missing: must be {name} {what}"));
        };
        let (scheme, rest) = header.trim().split_once(' ').unwrap_or((header.trim(), ""));
        if !scheme.eq_ignore_ascii_case(name) {
            return wrong(format!("must be {name} {what}, is of another scheme"));
        }
        if form(rest.trim()) { None } else { wrong(format!("must be {name} {what}")) }
    };
    match scheme {
        Scheme::Unseen => None,
        Scheme::Basic => authorization("Basic", &is_basic, "with the Base64 of name:password"),
        Scheme::Bearer => authorization("Bearer", &is_token68, "with a token"),
        Scheme::Http(name) => authorization(name, &|rest| !rest.is_empty(), "with credentials"),
        Scheme::Key { place, name } => {
            let found = match place {
                Place::Header => request.header(name).map(str::to_owned),
                Place::Cookie => request.cookie(name).map(str::to_owned),
                Place::Query | Place::Path => pairs_of(request.raw_query(), MAX_QUERY_PARAMETERS)
                    .into_iter()
                    .find(|pair| *pair.name == **name)
                    .map(|pair| Coding::Form.decode(pair.value.raw)),
            };
            let message = match found {
                None => "is missing: must be a key",
                Some(key) if key.trim().is_empty() => "must be a key, is empty",
                Some(_) => return None,
            };
            Some(Violation::parameter(Location::from(*place), name, "security", message))
        }
    }
}

/// RFC 6750, section 2.1, and RFC 9110, section 11.2.
fn is_token68(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

/// RFC 7617, section 2: the Base64 of a name, a colon and a password.
fn is_basic(text: &str) -> bool {
    base64(text).is_some_and(|bytes| bytes.contains(&b':'))
}

/// What a Base64 text stands for (RFC 4648, section 4), padded or not.
fn base64(text: &str) -> Option<Vec<u8>> {
    let body = text.trim_end_matches('=');
    if body.len() % 4 == 1 || text.len() - body.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3 + 2);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in body.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 255) as u8);
        }
    }
    Some(bytes)
}

/// The value of `WWW-Authenticate`: each scheme once (RFC 9110, section 11.6.1). Keys have no registered scheme; a
/// challenge has to be there with every 401 all the same.
fn challenges(schemes: &[Scheme]) -> String {
    let mut list: Vec<String> = Vec::new();
    for scheme in schemes {
        let challenge = match scheme {
            Scheme::Basic => "Basic realm=\"mock\", charset=\"UTF-8\"".to_owned(),
            Scheme::Bearer => "Bearer realm=\"mock\"".to_owned(),
            Scheme::Http(name) if is_header_token(name) => format!("{name} realm=\"mock\""),
            Scheme::Key { .. } => "ApiKey realm=\"mock\"".to_owned(),
            Scheme::Http(_) | Scheme::Unseen => continue,
        };
        if !list.contains(&challenge) {
            list.push(challenge);
        }
    }
    list.join(", ")
}

/// The name of a scheme as a header can carry it.
fn is_header_token(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}
