//! Every client-visible error: status, code, text, and what must not leak.

mod management;
mod mock;

pub use management::ManagementError;
pub use mock::MockError;
