//! The fields of a form body.

use crate::auth::{Form, MultipartParts};

/// Fields beyond this number are not looked at.
const MAX_FIELDS: usize = 1000;

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name.
    pub name: String,
    /// The name of a file, where the field is one.
    pub file_name: Option<String>,
    /// The type that a part of a multipart form declares.
    pub content_type: Option<String>,
    /// Its value.
    pub value: Vec<u8>,
}

impl FormField {
    /// The value as text; `None` where it is no UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.value).ok()
    }
}

/// Reads the body of a form. None for bodies of other types. What is behind a part that is cut off is left out.
///
/// ```
/// let fields = edgemock::request::form_fields("application/x-www-form-urlencoded", b"a=1&b=x+y");
/// assert_eq!((fields[1].name.as_str(), fields[1].text()), ("b", Some("x y")));
/// ```
pub fn form_fields(content_type: &str, body: &[u8]) -> Vec<FormField> {
    match Form::of_content_type(content_type) {
        None => Vec::new(),
        Some(Form::UrlEncoded) => form_urlencoded::parse(body)
            .take(MAX_FIELDS)
            .map(|(name, value)| FormField {
                name: name.into_owned(),
                file_name: None,
                content_type: None,
                value: value.into_owned().into_bytes(),
            })
            .collect(),
        Some(Form::Multipart(boundary)) => MultipartParts::new(body, &boundary)
            .filter_map(|part| {
                Some(FormField {
                    name: part.name?,
                    file_name: part.file_name,
                    content_type: part.content_type,
                    value: part.value.to_vec(),
                })
            })
            .take(MAX_FIELDS)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_forms() {
        let multipart = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
                         --b\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name=f; filename=\"x.png\"\r\n\r\n\
                         bytes\r\n--b--\r\n";
        let fields = form_fields("multipart/form-data; boundary=b", multipart.as_bytes());
        assert_eq!(fields.len(), 2);
        assert_eq!(
            (fields[0].name.as_str(), fields[0].text(), &fields[0].file_name),
            ("a", Some("1"), &None)
        );
        assert_eq!(fields[1].file_name.as_deref(), Some("x.png"));
        assert_eq!(fields[1].content_type.as_deref(), Some("image/png"));
        assert_eq!(fields[1].value, b"bytes");
        assert!(form_fields("application/json", b"a=1").is_empty());
        assert!(form_fields("multipart/form-data; boundary=b", b"--b\r\nContent-Disp").is_empty());
        assert_eq!(form_fields("application/x-www-form-urlencoded", "&".repeat(5000).as_bytes()).len(), 0);
        assert_eq!(
            form_fields("application/x-www-form-urlencoded", "a&".repeat(5000).as_bytes()).len(),
            MAX_FIELDS
        );
    }
}
