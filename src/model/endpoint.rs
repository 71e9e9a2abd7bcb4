//! Operations of a document, located by JSON pointers: the document itself stays as it was sent.

use serde::{Deserialize, Serialize};

/// The methods that a path item can define.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// All methods, in the order of the OpenAPI specification's path item object.
    pub const ALL: [Self; 8] =
        [Self::Get, Self::Put, Self::Post, Self::Delete, Self::Options, Self::Head, Self::Patch, Self::Trace];

    /// The method as HTTP writes it, e.g. `GET`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }

    /// Reads a method in any letter case.
    ///
    /// ```
    /// use edgemock::model::Method;
    /// assert_eq!(Method::parse("get"), Some(Method::Get));
    /// assert_eq!(Method::parse("BREW"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(text))
    }
}

/// One operation: a method on a path, and the answers it declares.
///
/// All pointers are RFC 6901 pointers into the document as it was sent, with references already followed: where
/// `responses/200` is a `$ref`, they point into the component that it names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The path template as the document writes it, e.g. `/pets/{petId}`; with the base path in front only where
    /// the import asked for `prependBasePath`.
    pub path: String,
    /// Display name: summary, else operationId, else the path.
    pub name: String,
    /// `operationId`, if there is one.
    pub operation_id: Option<String>,
    /// Where the operation stands, e.g. `/paths/~1pets~1{petId}/get`.
    pub pointer: String,
    /// `x-apidog-folder`, else the first tag; empty for the root.
    pub folder: String,
    /// Declared answers in document order, `x-200:Name` ones included.
    pub responses: Vec<ResponseSpec>,
}

/// One declared response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponseSpec {
    /// The key in `responses`: `200`, `2XX`, `default`, `x-200:Name`.
    pub key: String,
    /// The status it is served with: `2XX` is 200, `x-404:Gone` is 404, `default` is 200, or 500 where another
    /// response declares a success.
    pub status: u16,
    /// `x-apidog-name`, else the part after the colon of `x-200:Name`; for choosing by name.
    pub name: Option<String>,
    /// Where the response object stands.
    pub pointer: String,
    /// Declared response headers.
    pub headers: Vec<HeaderSpec>,
    /// Declared media types with their schemas. Empty: no body is declared.
    pub content: Vec<MediaSpec>,
}

/// A declared response header.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeaderSpec {
    /// Its name.
    pub name: String,
    /// Whether the document requires it.
    pub required: bool,
    /// Where its schema stands (in Swagger 2.0 the header object is its own schema).
    pub schema: Option<String>,
}

/// One media type of a response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MediaSpec {
    /// As the document writes it: `application/json; charset=utf-8`, `*/*`. Swagger 2.0 without `produces` is
    /// `application/json`.
    pub media_type: String,
    /// Where its schema stands, if it has one.
    pub schema: Option<String>,
    /// Its examples in document order.
    pub examples: Vec<ExampleSpec>,
}

/// One example of a media type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExampleSpec {
    /// The key in `examples`; `example` for the single form.
    pub name: String,
    /// Where the example's value stands. `externalValue`s are never fetched and have none, so they are left out.
    pub pointer: String,
}
