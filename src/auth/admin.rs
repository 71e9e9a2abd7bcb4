//! The management plane's bearer token.

use super::TokenHash;

/// Why a management request was refused. `Display` is the message that the caller sees; it never carries a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AdminRefusal {
    /// The deployment has no admin token: nobody may manage it.
    #[error(
        "This deployment has no admin token, so every management request is refused. Set one with \
         `wrangler secret put ADMIN_TOKEN` and deploy."
    )]
    NotConfigured,
    /// No bearer token was sent.
    #[error("Send the admin token as the header `Authorization: Bearer <token>`.")]
    Missing,
    /// The token is another one.
    #[error(
        "The admin token is not valid. It is the secret ADMIN_TOKEN of the deployment, in local development the one \
         in .dev.vars."
    )]
    Wrong,
}

impl AdminRefusal {
    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::NotConfigured => 503,
            Self::Missing | Self::Wrong => 401,
        }
    }

    /// The value of `WWW-Authenticate` where the status calls for one (RFC 6750 section 3).
    pub const fn challenge(self) -> Option<&'static str> {
        match self {
            Self::NotConfigured => None,
            Self::Missing => Some("Bearer realm=\"management\""),
            Self::Wrong => Some("Bearer realm=\"management\", error=\"invalid_token\""),
        }
    }
}

/// Checks the `Authorization` header against the deployment's secret. Both sides are hashed before they are compared,
/// so that neither length nor content shows in the time it takes.
///
/// ```
/// use edgemock::auth::{AdminRefusal, check_admin};
/// assert_eq!(check_admin(Some("s3cret"), Some("Bearer s3cret")), Ok(()));
/// assert_eq!(check_admin(Some("s3cret"), None), Err(AdminRefusal::Missing));
/// assert_eq!(check_admin(None, Some("Bearer ")), Err(AdminRefusal::NotConfigured));
/// ```
///
/// # Errors
/// [`AdminRefusal`] says which of the two is missing, or that they differ.
pub fn check_admin(secret: Option<&str>, authorization: Option<&str>) -> Result<(), AdminRefusal> {
    let secret =
        secret.map(str::trim).filter(|secret| !secret.is_empty()).ok_or(AdminRefusal::NotConfigured)?;
    let token = authorization.and_then(bearer).ok_or(AdminRefusal::Missing)?;
    if TokenHash::of(token).is_among(&[TokenHash::of(secret)]) { Ok(()) } else { Err(AdminRefusal::Wrong) }
}

/// The token of `Bearer <token>`; the scheme in any letter case (RFC 9110 section 11.1).
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.trim().split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_bearer_tokens() {
        use AdminRefusal::{Missing, NotConfigured, Wrong};
        let cases = [
            (Some("s"), Some("Bearer s"), Ok(())),
            (Some("s\n"), Some("bearer  s "), Ok(())),
            (Some("s"), Some("Bearer S"), Err(Wrong)),
            (Some("s"), Some("Bearer ss"), Err(Wrong)),
            (Some("s"), Some("Bearer"), Err(Missing)),
            (Some("s"), Some("Bearer "), Err(Missing)),
            (Some("s"), Some("Basic s"), Err(Missing)),
            (Some("s"), Some("s"), Err(Missing)),
            (Some("s"), None, Err(Missing)),
            (Some(""), Some("Bearer "), Err(NotConfigured)),
            (Some("  "), Some("Bearer  "), Err(NotConfigured)),
            (None, Some("Bearer s"), Err(NotConfigured)),
        ];
        for (secret, authorization, expected) in cases {
            assert_eq!(check_admin(secret, authorization), expected, "{secret:?} {authorization:?}");
        }
    }

    #[test]
    fn refusals_say_what_to_do() {
        assert_eq!(AdminRefusal::NotConfigured.status(), 503);
        assert!(AdminRefusal::NotConfigured.to_string().contains("wrangler secret put ADMIN_TOKEN"));
        assert_eq!((AdminRefusal::Missing.status(), AdminRefusal::Wrong.status()), (401, 401));
        assert!(AdminRefusal::Wrong.challenge().is_some_and(|challenge| challenge.starts_with("Bearer ")));
    }
}
