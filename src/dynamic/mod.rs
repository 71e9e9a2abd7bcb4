//! Dynamic values: `{{$module.method(argument=value)|pipe}}`.
//!
//! A [`Template`] is text with expressions in it, parsed once when a document is imported or a record is decoded. An
//! expression names a [`Method`] of the [`catalogue`], which writes a value into a buffer that the caller keeps. What
//! belongs together (a name and an e-mail address, a city and its postal code) comes from one [`Entity`], which lives
//! as long as the JSON object that is written.

mod alias;
mod argument;
mod bind;
mod calendar;
pub mod catalogue;
mod digits;
pub mod entity;
mod error;
mod expression;
mod grammar;
pub mod legacy;
pub mod locale;
mod method;
pub mod moment;
mod nearest;
pub mod pipe;
mod pipe_code;
mod pipe_date;
mod pipe_text;
mod template;
mod zone;

pub use argument::{Argument, Arguments};
pub use entity::Entity;
pub use error::ExpressionError;
pub use locale::Locale;
pub use method::{Call, Method, Output, Parameter, ParameterKind};
pub(crate) use nearest::nearest;
pub use pipe::{Pipe, Piped};
pub use template::{Scope, Template};
pub use zone::Zone;
