//! What a management request presents: the deployment's admin token, or an access token.

use super::TokenHash;
use super::access_token::{ACCESS_TOKEN_PREFIX, is_access_token};

/// From this length on, in bytes, an admin token cannot be guessed, however often somebody tries.
const UNGUESSABLE: usize = 20;

/// Prefixes of tokens that are valid at Apidog and Apifox.
const FOREIGN_PREFIXES: [&str; 3] = ["APS-", "adgp_", "afxp_"];

/// Who a management request says it is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// The holder of the deployment's admin token: proven.
    Admin {
        /// Whether the token is so short that others could find it by trying.
        guessable: bool,
    },
    /// The holder of an access token, well formed. Whether it is valid, the account's object knows.
    Token(TokenHash),
}

/// Why a management request was refused. `Display` is the message that the caller sees; it never carries a token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccessRefusal {
    /// The deployment has no admin token: nobody may manage it.
    #[error(
        "This deployment has no admin token, so every management request is refused. Set one with \
         `wrangler secret put ADMIN_TOKEN`, or in .dev.vars for local development, and try again."
    )]
    NotConfigured,
    /// No bearer token was sent.
    #[error(
        "Send an access token, or the deployment's admin token, as the header `Authorization: Bearer <token>`."
    )]
    Missing,
    /// It is neither the admin token nor formed like an access token.
    #[error(
        "The token is not valid. Send an access token (`emk_…`) of this deployment, or its secret ADMIN_TOKEN, in local \
         development the one in .dev.vars."
    )]
    Wrong,
    /// It begins like an access token and its checksum does not fit.
    #[error("The access token is not valid: it is mistyped or cut off. Its checksum does not fit.")]
    Mistyped,
    /// It is a token for Apidog or Apifox.
    #[error(
        "The token is not valid here: it is one of Apidog or Apifox. Create an access token of this deployment with \
         POST /v1/access-tokens."
    )]
    Foreign,
    /// No such access token is stored.
    #[error("The access token is not valid: it was revoked, or is one of another deployment.")]
    Unknown,
    /// The access token's time is over.
    #[error(
        "The access token expired at {0}. Somebody with full rights can give it a new date, or create another one."
    )]
    Expired(String),
}

impl AccessRefusal {
    /// The HTTP status.
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotConfigured => 503,
            _ => 401,
        }
    }

    /// Whether somebody tried a token, rather than none.
    pub const fn is_attempt(&self) -> bool {
        !matches!(self, Self::NotConfigured | Self::Missing)
    }

    /// The value of `WWW-Authenticate` where the status calls for one (RFC 6750 section 3).
    pub const fn challenge(&self) -> Option<&'static str> {
        match self {
            Self::NotConfigured => None,
            Self::Missing => Some("Bearer realm=\"management\""),
            _ => Some("Bearer realm=\"management\", error=\"invalid_token\""),
        }
    }
}

/// Reads the `Authorization` header. The admin token is checked here, an access token by its form alone. Both sides are
/// hashed before they are compared, so that neither length nor content shows in the time it takes.
///
/// ```
/// use edgemock::auth::{AccessRefusal, Credential, identify};
/// let secret = Some("a long and random secret");
/// let admin = identify(secret, Some("Bearer a long and random secret"));
/// assert_eq!(admin, Ok(Credential::Admin { guessable: false }));
/// assert_eq!(identify(secret, None), Err(AccessRefusal::Missing));
/// assert_eq!(identify(None, Some("Bearer x")), Err(AccessRefusal::NotConfigured));
/// ```
///
/// # Errors
/// [`AccessRefusal`], without anybody having been asked.
pub fn identify(secret: Option<&str>, authorization: Option<&str>) -> Result<Credential, AccessRefusal> {
    let secret =
        secret.map(str::trim).filter(|secret| !secret.is_empty()).ok_or(AccessRefusal::NotConfigured)?;
    let token = authorization.and_then(bearer).ok_or(AccessRefusal::Missing)?;
    let hash = TokenHash::of(token);
    if hash.is_among(&[TokenHash::of(secret)]) {
        return Ok(Credential::Admin { guessable: secret.len() < UNGUESSABLE });
    }
    if is_access_token(token) {
        return Ok(Credential::Token(hash));
    }
    if token.starts_with(ACCESS_TOKEN_PREFIX) {
        return Err(AccessRefusal::Mistyped);
    }
    let foreign = FOREIGN_PREFIXES.iter().any(|prefix| token.starts_with(prefix));
    Err(if foreign { AccessRefusal::Foreign } else { AccessRefusal::Wrong })
}

/// The token of `Bearer <token>`; the scheme in any letter case (RFC 9110 section 11.1).
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.trim().split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::super::new_access_token;
    use super::*;

    #[test]
    fn reads_bearer_tokens() {
        use AccessRefusal::{Foreign, Missing, Mistyped, NotConfigured, Wrong};
        let admin = |guessable| Ok(Credential::Admin { guessable });
        let token = new_access_token([7, 8, 9]);
        let bearer = format!("Bearer {token}");
        let cut = format!("Bearer {}", &token[..20]);
        let long = "x".repeat(20);
        let long_bearer = format!("Bearer {long}");
        let cases = [
            (Some("s"), Some("Bearer s"), admin(true)),
            (Some("s\n"), Some("bearer  s "), admin(true)),
            (Some(long.as_str()), Some(long_bearer.as_str()), admin(false)),
            (Some(token.as_str()), Some(bearer.as_str()), admin(false)),
            (Some("s"), Some(bearer.as_str()), Ok(Credential::Token(TokenHash::of(&token)))),
            (Some("s"), Some(cut.as_str()), Err(Mistyped)),
            (Some("s"), Some("Bearer emk_"), Err(Mistyped)),
            (Some("s"), Some("Bearer APS-0123"), Err(Foreign)),
            (Some("s"), Some("Bearer adgp_0123"), Err(Foreign)),
            (Some("s"), Some("Bearer S"), Err(Wrong)),
            (Some("s"), Some("Bearer ss"), Err(Wrong)),
            (Some("s"), Some("Bearer"), Err(Missing)),
            (Some("s"), Some("Bearer "), Err(Missing)),
            (Some("s"), Some("Basic s"), Err(Missing)),
            (Some("s"), Some("s"), Err(Missing)),
            (Some("s"), None, Err(Missing)),
            (Some(""), Some("Bearer "), Err(NotConfigured)),
            (Some("  "), Some("Bearer  "), Err(NotConfigured)),
            (None, Some(bearer.as_str()), Err(NotConfigured)),
        ];
        for (secret, authorization, expected) in cases {
            assert_eq!(identify(secret, authorization), expected, "{secret:?} {authorization:?}");
        }
    }

    #[test]
    fn refusals_say_what_to_do() {
        assert_eq!(AccessRefusal::NotConfigured.status(), 503);
        assert!(AccessRefusal::NotConfigured.to_string().contains("wrangler secret put ADMIN_TOKEN"));
        assert_eq!((AccessRefusal::Missing.status(), AccessRefusal::Wrong.status()), (401, 401));
        assert!(AccessRefusal::Wrong.challenge().is_some_and(|challenge| challenge.starts_with("Bearer ")));
    }
}
