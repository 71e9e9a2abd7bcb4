//! Failed attempts to get in to the management plane, counted for each address: by this isolate, and by the location
//! where the deployment has the binding for it.
//!
//! A locked address is refused before anybody is asked. Not so its valid tokens: an admin token that is too long to be
//! guessed is checked here anyway, and an access token that this isolate has seen accepted is looked up as always. So
//! one who tries tokens behind a shared address locks out those who try too.

use super::{clock, log};
use crate::auth::{Credential, FailedAttempts, TokenHash, address_key};
use crate::error::ManagementError;
use crate::release::Lru;
use std::cell::RefCell;
use worker::Env;
use worker::web_sys::Request;

/// The binding in `wrangler.toml`.
const BINDING: &str = "FAILED_ATTEMPTS";
/// Bytes for hashes of accepted tokens: all that a deployment can have.
const ACCEPTED_BUDGET: usize = 128 * 1024;
/// What one of them counts in the budget.
const ACCEPTED_BYTES: usize = 128;

thread_local! {
    static FAILED: RefCell<FailedAttempts> = RefCell::new(FailedAttempts::default());
    static ACCEPTED: RefCell<Lru<String, ()>> = RefCell::new(Lru::new(ACCEPTED_BUDGET));
}

/// Where a request comes from, as failures are counted. Cloudflare sets the header; callers cannot.
pub(super) fn address(request: &Request) -> String {
    address_key(&request.headers().get("CF-Connecting-IP").ok().flatten().unwrap_or_default())
}

/// Lets a request of this address go on or not.
///
/// # Errors
/// [`ManagementError::TooManyAttempts`] for a locked address whose token nobody has seen accepted.
pub(super) fn check(address: &str, credential: Option<&Credential>) -> Result<(), ManagementError> {
    let trusted = match credential {
        Some(Credential::Admin { guessable }) => !guessable,
        Some(Credential::Token(hash)) => {
            ACCEPTED.with_borrow_mut(|accepted| accepted.get(&hash.to_hex()).is_some())
        }
        None => false,
    };
    let locked = FAILED.with_borrow(|failed| failed.locked_for(address, clock::now()));
    match locked {
        Some(seconds) if !trusted => Err(too_many(seconds)),
        _ => Ok(()),
    }
}

/// Counts a failed attempt.
///
/// # Errors
/// [`ManagementError::TooManyAttempts`] where it was one too many.
pub(super) async fn failed(env: &Env, address: &str) -> Result<(), ManagementError> {
    FAILED.with_borrow_mut(|failed| failed.count(address, clock::now()));
    // Without the binding, isolates count each for themselves.
    if let Ok(limiter) = env.rate_limiter(BINDING) {
        match limiter.limit(address.to_owned()).await {
            Ok(outcome) if !outcome.success => {
                FAILED.with_borrow_mut(|failed| failed.lock(address, clock::now()));
            }
            Ok(_) => {}
            Err(error) => log::failed("counting failed attempts", None, &error),
        }
    }
    check(address, None)
}

/// Remembers that a token was accepted, or that it was not.
pub(super) fn remember(hash: &TokenHash, accepted: bool) {
    let key = hash.to_hex();
    ACCEPTED.with_borrow_mut(|all| {
        if accepted {
            all.insert(key, (), ACCEPTED_BYTES);
        } else {
            all.remove(&key);
        }
    });
}

fn too_many(seconds: u32) -> ManagementError {
    ManagementError::TooManyAttempts { retry_after: seconds.to_string() }
}
