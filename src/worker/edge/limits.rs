//! The rate limit of a project: counted by this isolate, and by the location where the deployment has the bindings for it.

use crate::auth::address_key;
use crate::error::MockError;
use crate::limit::{Counters, Left, binding, headers};
use crate::model::{Allowance, RateLimit};
use crate::respond::Answer;
use crate::worker::{clock, log};
use std::cell::RefCell;
use std::fmt::Write as _;
use worker::Env;

thread_local! {
    static COUNTERS: RefCell<Counters> = RefCell::new(Counters::default());
}

/// What the caller of a limited project is told.
#[derive(Default)]
pub(super) struct Told(Vec<(&'static str, String)>);

impl Told {
    /// Puts the headers into an answer, in place of declared ones of their names.
    pub(super) fn add_to(self, answer: &mut Answer) {
        let Self(headers) = self;
        answer.headers.retain(|(name, _)| !headers.iter().any(|(own, _)| name.eq_ignore_ascii_case(own)));
        answer.headers.extend(headers.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }

    /// As lines for `js::respond`, names and values in turn, for an error.
    pub(super) fn lines(&self) -> String {
        let mut lines = String::new();
        if !self.0.is_empty() {
            let names: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
            let _ = write!(lines, "Access-Control-Expose-Headers\n{}", names.join(", "));
        }
        for (name, value) in &self.0 {
            let _ = write!(lines, "\n{name}\n{value}");
        }
        lines
    }
}

/// Counts a request. Gives what the caller is to be told, and whether the request is one too many.
pub(super) async fn take(
    env: &Env,
    project: u64,
    limit: &RateLimit,
    address: &str,
) -> (Told, Result<(), MockError>) {
    let mut tightest: Option<(Left, bool)> = None;
    let mut refused = false;
    for (allowance, per_caller) in [(limit.per_caller, true), (limit.per_project, false)] {
        let Some(allowance) = allowance else { continue };
        let key =
            if per_caller { format!("{project} {}", address_key(address)) } else { project.to_string() };
        let now = clock::now();
        let (mut left, mut allowed) =
            COUNTERS.with_borrow_mut(|counters| counters.take(&key, allowance, now));
        if allowed && limit.enforce && !location_allows(env, allowance, &key).await {
            left = COUNTERS.with_borrow_mut(|counters| counters.exhaust(&key, allowance, clock::now()));
            allowed = false;
        }
        refused = !allowed && limit.enforce;
        if refused || tightest.as_ref().is_none_or(|(other, _)| left.remaining < other.remaining) {
            tightest = Some((left, per_caller));
        }
        if refused {
            // Who was refused for himself uses nothing up for others.
            break;
        }
    }
    let Some((left, per_caller)) = tightest else { return (Told::default(), Ok(())) };
    let told = if limit.headers { Told(headers(&left).into()) } else { Told::default() };
    let Allowance { requests, period } = left.allowance;
    let error = MockError::TooManyRequests {
        limit: requests,
        period,
        per_caller,
        retry_after: left.reset.to_string(),
    };
    (told, if refused { Err(error) } else { Ok(()) })
}

/// Asks the counter of this location; a deployment without it leaves the matter to isolates.
async fn location_allows(env: &Env, allowance: Allowance, key: &str) -> bool {
    let Ok(limiter) = env.rate_limiter(&binding(allowance)) else { return true };
    match limiter.limit(key.to_owned()).await {
        Ok(outcome) => outcome.success,
        Err(error) => {
            log::failed("counting for a rate limit", None, &error);
            true
        }
    }
}
