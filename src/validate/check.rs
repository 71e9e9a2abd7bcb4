//! A whole request against its rules.

use super::body::BodyFault;
use super::refusal::Refusal;
use super::rules::RequestRules;
use super::violation::MAX_VIOLATIONS;
use crate::request::IncomingRequest;

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Parameters and bodies.
    pub requests: bool,
    /// Credentials.
    pub security: bool,
}

impl Scope {
    /// Nothing.
    pub const NOTHING: Self = Self { requests: false, security: false };
    /// Everything.
    pub const ALL: Self = Self { requests: true, security: true };
}

impl RequestRules {
    /// Checks a request. Credentials come first: a caller without them learns nothing else.
    ///
    /// # Errors
    /// Everything that is wrong, and the status it is answered with.
    pub fn check(&self, request: &IncomingRequest<'_>, scope: Scope) -> Result<(), Box<Refusal>> {
        if scope.security
            && let Some((violations, challenges)) = self.check_credentials(request)
        {
            // Whether it is the caller or the credentials that are not known, a mock cannot tell.
            let status = if self.declares(403) && !self.declares(401) { 403 } else { 401 };
            let www_authenticate = (status == 401 && !challenges.is_empty()).then_some(challenges);
            return Err(Box::new(Refusal { status, violations, more: 0, www_authenticate }));
        }
        if !scope.requests {
            return Ok(());
        }
        let mut violations = Vec::new();
        self.check_parameters(request, &mut violations);
        let fault = self.check_body(request, &mut violations);
        if violations.is_empty() {
            return Ok(());
        }
        let status = match fault {
            BodyFault::TooLarge => 413,
            BodyFault::Undeclared => 415,
            BodyFault::Malformed => 400,
            BodyFault::Schema if self.declares(400) && !self.declares(422) => 400,
            BodyFault::Schema => 422,
        };
        let more = violations.len().saturating_sub(MAX_VIOLATIONS);
        violations.truncate(MAX_VIOLATIONS);
        Err(Box::new(Refusal { status, violations, more, www_authenticate: None }))
    }

    fn declares(&self, status: u16) -> bool {
        self.declared.contains(&status)
    }
}
