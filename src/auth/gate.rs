//! Who is let in to a mock, and what the others are told.

use super::TokenHash;
use crate::error::MockError;
use crate::model::Access;

/// What decides about access to one project. Borrowed from the project's pointer.
#[derive(Debug, Clone, Copy)]
pub struct Gate<'a> {
    /// Whether the cloud mock is switched on.
    pub cloud_mock: bool,
    /// Who may call it.
    pub access: Access,
    /// Hashes of the tokens that are valid now.
    pub tokens: &'a [TokenHash],
}

impl Gate<'_> {
    /// The gate of a project that is not there: it behaves like one that nobody has a token for.
    pub const UNKNOWN: Self = Gate { cloud_mock: false, access: Access::Token, tokens: &[] };

    /// Whether anybody is let in, so that nobody has to look for a token. Where this is false, the caller must look
    /// for one in all places, for [`Gate::UNKNOWN`] too: otherwise a token in a form would tell projects apart.
    pub fn is_open(&self) -> bool {
        self.cloud_mock && self.access == Access::Public
    }

    /// Lets a caller in or not.
    ///
    /// ```
    /// use edgemock::auth::{Gate, TokenHash};
    /// use edgemock::error::MockError;
    /// use edgemock::model::Access;
    /// let tokens = [TokenHash::of("secret")];
    /// let gate = Gate { cloud_mock: true, access: Access::Token, tokens: &tokens };
    /// assert_eq!(gate.admit(Some("secret")), Ok(()));
    /// assert_eq!(gate.admit(None), Err(MockError::TokenMissing));
    /// assert_eq!(Gate::UNKNOWN.admit(None), Err(MockError::TokenMissing));
    /// ```
    ///
    /// # Errors
    /// [`MockError::TokenMissing`] and [`MockError::TokenWrong`], the same for all projects that are not open;
    /// [`MockError::CloudMockOff`] only where the token fits.
    pub fn admit(&self, token: Option<&str>) -> Result<(), MockError> {
        if self.is_open() {
            return Ok(());
        }
        let token = token.filter(|token| !token.is_empty()).ok_or(MockError::TokenMissing)?;
        match (TokenHash::of(token).is_among(self.tokens), self.cloud_mock) {
            (false, _) => Err(MockError::TokenWrong),
            (true, false) => Err(MockError::CloudMockOff),
            (true, true) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_outsiders_nothing() {
        use MockError::{CloudMockOff, TokenMissing, TokenWrong};
        let tokens = [TokenHash::of("old"), TokenHash::of("new")];
        let gate = |cloud_mock, access| Gate { cloud_mock, access, tokens: &tokens };
        let public_off = Gate { tokens: &[], ..gate(false, Access::Public) };
        let cases = [
            (gate(true, Access::Public), Ok(()), Ok(()), Ok(())),
            (gate(true, Access::Token), Err(TokenMissing), Err(TokenWrong), Ok(())),
            (gate(false, Access::Token), Err(TokenMissing), Err(TokenWrong), Err(CloudMockOff)),
            (gate(false, Access::Public), Err(TokenMissing), Err(TokenWrong), Err(CloudMockOff)),
            (public_off, Err(TokenMissing), Err(TokenWrong), Err(TokenWrong)),
            (Gate::UNKNOWN, Err(TokenMissing), Err(TokenWrong), Err(TokenWrong)),
        ];
        for (gate, without, wrong, right) in cases {
            assert_eq!(gate.admit(None), without, "{gate:?}");
            assert_eq!(gate.admit(Some("")), without, "{gate:?}");
            assert_eq!(gate.admit(Some("guess")), wrong, "{gate:?}");
            assert_eq!(gate.admit(Some("new")), right, "{gate:?}");
            assert_eq!(gate.admit(Some("old")), right, "{gate:?}");
        }
    }
}
