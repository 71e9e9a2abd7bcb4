//! Answers that are the same every time: `ETag` and `If-None-Match` (RFC 9110 section 13.1.2).

use super::Answer;
use crate::hex::hex;
use sha2::{Digest as _, Sha256};

impl Answer {
    /// Gives the answer a strong `ETag`, made from its content type and body, in place of any that the document
    /// declares. Where `if_none_match` names it, a success becomes 304 without body. `if_none_match` is the header of a
    /// GET or HEAD request; with other methods it does not mean this.
    pub fn identify(&mut self, body: &[u8], if_none_match: Option<&str>) {
        let etag = etag(self.content_type.as_deref().unwrap_or_default(), body);
        self.revalidated = true;
        if (200..300).contains(&self.status) && if_none_match.is_some_and(|header| names(header, &etag)) {
            *self = Self { revalidated: true, ..Self::empty(304) };
        } else {
            self.headers.retain(|(name, _)| !name.eq_ignore_ascii_case("ETag"));
        }
        self.headers.push(("ETag".to_owned(), etag));
    }
}

fn etag(content_type: &str, body: &[u8]) -> String {
    let hash = Sha256::new().chain_update(content_type).chain_update(b"\n").chain_update(body).finalize();
    format!("\"{}\"", hex(hash.split_at(16).0))
}

/// Whether a list of entity tags holds this one. The comparison is the weak one: on its way, an answer that gets
/// compressed has its tag made weak.
fn names(if_none_match: &str, etag: &str) -> bool {
    let is_this = |tag: &str| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag;
    if_none_match.split(',').any(|tag| is_this(tag.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(status: u16) -> Answer {
        Answer {
            content_type: Some("application/json".into()),
            headers: vec![("etag".into(), "declared".into()), ("X-Rate".into(), "7".into())],
            has_body: true,
            ..Answer::empty(status)
        }
    }

    #[test]
    fn tags_tell_bodies_and_types_apart() {
        let tag = etag("application/json", b"{}");
        assert_eq!(tag, etag("application/json", b"{}"));
        assert_ne!(tag, etag("application/json", b"[]"));
        assert_ne!(tag, etag("text/plain", b"{}"));
        assert_eq!(tag.len(), 34);
        assert!(tag.trim_matches('"').bytes().all(|byte| byte.is_ascii_hexdigit()), "{tag}");
    }

    #[test]
    fn answers_are_identified() {
        let tag = etag("application/json", b"{}");
        let weak = format!("\"other\" , W/{tag}");
        let bare = tag.trim_matches('"');
        let cases = [
            (200, None, 200),
            (200, Some("*"), 304),
            (201, Some(&*tag), 304),
            (200, Some(&*weak), 304),
            (200, Some("\"other\""), 200),
            (200, Some(bare), 200),
            (200, Some(""), 200),
            (404, Some("*"), 404),
        ];
        for (status, if_none_match, expected) in cases {
            let mut answer = json(status);
            answer.identify(b"{}", if_none_match);
            assert_eq!((answer.status, answer.has_body), (expected, expected != 304), "{if_none_match:?}");
            assert!(answer.revalidated);
            let tags: Vec<_> =
                answer.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("ETag")).collect();
            assert_eq!(tags, [&("ETag".to_owned(), tag.clone())], "{if_none_match:?}");
            assert_eq!(answer.headers.len(), if expected == 304 { 1 } else { 2 });
        }
    }
}
