//! Sets of methods.

use crate::model::Method;
use std::fmt;

/// A set of methods. `Display` writes it as the value of `Allow`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Methods(u8);

impl Methods {
    pub(super) fn insert(&mut self, method: Method) {
        self.0 |= 1 << method as u8;
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a method is in the set. HEAD is where GET is, OPTIONS always.
    pub fn contains(self, method: Method) -> bool {
        let has = |method: Method| self.0 & (1 << method as u8) != 0;
        match method {
            Method::Options => true,
            Method::Head => has(Method::Head) || has(Method::Get),
            other => has(other),
        }
    }
}

impl fmt::Display for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for method in Method::ALL.into_iter().filter(|&method| self.contains(method)) {
            write!(f, "{separator}{}", method.as_str())?;
            separator = ", ";
        }
        Ok(())
    }
}
