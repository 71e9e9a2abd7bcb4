//! What a project is. Plain serde types without logic: the importer makes them, the `Project` object stores them,
//! the release builder compiles them.

mod custom_mock;
mod endpoint;
mod problem;
mod rate_limit;
mod settings;

pub use custom_mock::{
    Comparison, Condition, CustomMock, DefaultMethod, EndpointMock, Location, MockBody, MockField,
    MockHeader, MockResponse, MockScript,
};
pub use endpoint::{ExampleSpec, HeaderSpec, MediaSpec, Method, Operation, ResponseSpec};
pub use problem::{Problem, Severity};
pub use rate_limit::{Allowance, RateLimit};
pub use settings::{Access, MockSettings};
