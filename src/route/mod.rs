//! From a request to an endpoint: the grammar of mock URLs, reserved parameters, path matching.

mod nearest;
mod reserved;
mod table;
mod template;
mod url;

pub use reserved::{Reserved, strip_reserved};
pub use table::{Methods, Route, RouteTable, Selection};
pub use url::{MAX_URL_BYTES, MockUrl, Service, Target};
