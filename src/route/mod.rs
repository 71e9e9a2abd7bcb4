//! From a request to an endpoint: the grammar of mock URLs, reserved parameters, path matching.

mod methods;
mod nearest;
mod raw;
mod reserved;
mod search;
mod table;
mod template;
mod url;

pub use methods::Methods;
pub use raw::raw_path_values;
pub use reserved::{Reserved, strip_reserved};
pub use table::{Route, RouteTable, Selection};
pub(crate) use url::decode_segment;
pub use url::{MAX_URL_BYTES, MockUrl, Service, Target};
