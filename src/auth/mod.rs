//! Who may call: mock tokens for the mock plane, the admin token for the management plane.

mod admin;
mod gate;
mod mock_token;
mod multipart;

pub use admin::{AdminRefusal, check_admin};
pub use gate::Gate;
pub use mock_token::{Form, TokenHash, token_in_form, token_in_head};
pub use multipart::{MultipartPart, MultipartParts};
