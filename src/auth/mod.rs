//! Who may call: mock tokens for the mock plane, the admin token and access tokens for the management plane.

mod access_token;
mod attempts;
mod credential;
mod gate;
mod mock_token;
mod multipart;

pub use access_token::{ACCESS_TOKEN_PREFIX, is_access_token, new_access_token, shown_prefix};
pub use attempts::{FAILURES_A_MINUTE, FailedAttempts, address_key};
pub use credential::{AccessRefusal, Credential, identify};
pub use gate::Gate;
pub use mock_token::{Form, TokenHash, token_in_form, token_in_head};
pub use multipart::{MultipartPart, MultipartParts};
