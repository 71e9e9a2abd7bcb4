//! Every client-visible error: status, code, text, and what must not leak.

mod mock;

pub use mock::MockError;
