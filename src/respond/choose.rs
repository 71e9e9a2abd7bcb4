//! Which of the declared responses, and which of its media types.

use super::accept::Accept;
use super::body::{Kind, base_of};
use crate::release::{RecordBody, RecordResponse};
use std::borrow::Cow;

/// The response to serve and its status: the one with the wanted id; without it, or where no response has that id
/// (front ends send leftovers), the default. `None` when the endpoint declares no response.
///
/// The default is the first 2xx; else the first 3xx but 304, which answers a condition that nobody made; else
/// `default`, served as 200; else whatever comes first that can be served at all. Named extra responses (`x-200:Name`)
/// come in only where nothing else is declared.
pub fn choose_response(responses: &[RecordResponse], wanted: Option<u64>) -> Option<(&RecordResponse, u16)> {
    if let Some(id) = wanted
        && let Some(response) = responses.iter().find(|response| response.id == id)
    {
        return Some((response, servable(response.status)));
    }
    let rank = |response: &&RecordResponse| {
        let group = match (&*response.key, response.status) {
            ("default", _) => 2,
            (_, 200..=299) => 0,
            (_, 304) => 3,
            (_, 300..=399) => 1,
            (_, 400..=599) => 4,
            _ => 5,
        };
        (response.key.starts_with("x-"), group)
    };
    let response = responses.iter().min_by_key(rank)?;
    Some((response, if &*response.key == "default" { 200 } else { servable(response.status) }))
}

/// The nearest status that the runtime can send.
fn servable(status: u16) -> u16 {
    status.clamp(200, 599)
}

/// The body to serve and its content type: the declared media type that `Accept` likes best, JSON among equals, then
/// the first. Where nothing fits `Accept`, as if it had not been sent. `None` when no body is declared.
pub fn choose_media<'a>(
    content: &'a [RecordBody],
    accept: Option<&str>,
) -> Option<(&'a RecordBody, Cow<'static, str>)> {
    let accept = Accept::parse(accept.filter(|_| content.len() > 1).unwrap_or_default());
    let mut best: Option<((u16, u8), &RecordBody)> = None;
    for body in content {
        let media_type = concrete(&body.media_type);
        let json = match Kind::of(media_type) {
            Kind::Json if base_of(media_type).eq_ignore_ascii_case("application/json") => 2,
            Kind::Json => 1,
            _ => 0,
        };
        let rank = (accept.quality(media_type), json);
        if best.is_none_or(|(known, _)| rank > known) {
            best = Some((rank, body));
        }
    }
    best.map(|(_, body)| (body, content_type(concrete(&body.media_type))))
}

/// The media type to send for a declared range.
fn concrete(media_type: &str) -> &str {
    match base_of(media_type) {
        "" | "*" | "*/*" | "application/*" => "application/json",
        "text/*" => "text/plain",
        "image/*" => "image/png",
        "audio/*" => "audio/wav",
        "video/*" | "font/*" | "model/*" => "application/octet-stream",
        "multipart/*" => "multipart/mixed",
        _ => media_type,
    }
}

/// A media type as a header value: without allocation for the usual ones, and JSON for what is no media type.
fn content_type(media_type: &str) -> Cow<'static, str> {
    match media_type {
        "application/json" => Cow::Borrowed("application/json"),
        "text/plain" => Cow::Borrowed("text/plain"),
        "image/png" => Cow::Borrowed("image/png"),
        "application/xml" => Cow::Borrowed("application/xml"),
        other => {
            let legal = other.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && !other.contains('*');
            match base_of(other).split_once('/') {
                Some((main, sub)) if legal && !main.is_empty() && !sub.is_empty() && other.len() <= 256 => {
                    Cow::Owned(other.trim().to_owned())
                }
                _ => Cow::Borrowed("application/json"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn responses(keys: &[&str]) -> Vec<RecordResponse> {
        let status = |key: &str| {
            let digits = key.trim_start_matches("x-").split(':').next().unwrap_or_default();
            digits.replace("XX", "00").parse().unwrap_or(200)
        };
        let response = |(index, key): (usize, &&str)| RecordResponse {
            id: index as u64 + 1,
            key: (*key).into(),
            status: status(key),
            name: None,
            headers: vec![],
            content: vec![],
        };
        keys.iter().enumerate().map(response).collect()
    }

    #[test]
    fn prefers_success() {
        let cases: [(&[&str], &str, u16); 17] = [
            (&["200", "404"], "200", 200),
            (&["201", "200"], "201", 201),
            (&["404", "200"], "200", 200),
            (&["default", "4XX", "200"], "200", 200),
            (&["2XX", "default"], "2XX", 200),
            (&["default"], "default", 200),
            (&["401", "404", "default"], "default", 200),
            (&["302", "default"], "302", 302),
            (&["304", "default"], "default", 200),
            (&["304", "404"], "304", 304),
            (&["404", "400"], "404", 404),
            (&["101", "400", "500"], "400", 400),
            (&["101"], "101", 200),
            (&["700"], "700", 599),
            (&["x-200:Empty", "404"], "404", 404),
            (&["x-200:Empty", "200"], "200", 200),
            (&["x-404:Gone", "x-200:Empty"], "x-200:Empty", 200),
        ];
        for (keys, key, status) in cases {
            let responses = responses(keys);
            let (response, served) = choose_response(&responses, None).unwrap();
            assert_eq!((&*response.key, served), (key, status), "{keys:?}");
        }
        assert!(choose_response(&[], Some(1)).is_none());
    }

    #[test]
    fn takes_the_wanted_response() {
        let responses = responses(&["200", "404", "x-500:Broken", "100"]);
        let cases =
            [(None, 200), (Some(1), 200), (Some(2), 404), (Some(3), 500), (Some(4), 200), (Some(9), 200)];
        for (wanted, status) in cases {
            assert_eq!(choose_response(&responses, wanted).unwrap().1, status, "{wanted:?}");
        }
    }

    #[test]
    fn negotiates_media_types() {
        const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
        let cases: [(&[&str], Option<&str>, &str); 22] = [
            (&["application/json"], None, "application/json"),
            (&["application/xml", "application/json"], None, "application/json"),
            (&["application/xml", "application/json"], Some("*/*"), "application/json"),
            (&["application/xml", "application/json"], Some("application/xml"), "application/xml"),
            (&["application/xml", "application/json"], Some("application/xml, */*;q=0.5"), "application/xml"),
            (&["application/xml", "application/json"], Some("application/pdf"), "application/json"),
            (&["application/xml", "application/json"], Some(BROWSER), "application/json"),
            (&["application/json", "text/html"], Some(BROWSER), "text/html"),
            (&["application/xml", "text/csv"], None, "application/xml"),
            (&["text/plain", "application/hal+json"], None, "application/hal+json"),
            (&["application/hal+json", "application/json"], None, "application/json"),
            (&["application/json; charset=utf-8"], Some("text/html"), "application/json; charset=utf-8"),
            (&["*/*"], Some("text/html"), "application/json"),
            (&["*"], None, "application/json"),
            (&["application/*"], None, "application/json"),
            (&["text/*"], None, "text/plain"),
            (&["image/*"], None, "image/png"),
            (&["application/octet-stream"], None, "application/octet-stream"),
            (&["json"], None, "application/json"),
            (&["text/plain\r\nSet-Cookie: a=b"], None, "application/json"),
            (&["text/plän"], None, "application/json"),
            (&[""], None, "application/json"),
        ];
        for (declared, accept, expected) in cases {
            let body = |media_type: &&str| RecordBody {
                media_type: (*media_type).into(),
                root: None,
                examples: vec![],
            };
            let content: Vec<_> = declared.iter().map(body).collect();
            assert_eq!(choose_media(&content, accept).unwrap().1, expected, "{declared:?} {accept:?}");
        }
        assert!(choose_media(&[], None).is_none());
    }
}
