//! Which of the declared responses, and which of its media types.

use super::AnswerRequest;
use super::accept::Accept;
use super::body::{Kind, base_of};
use crate::error::MockError;
use crate::model::DefaultMethod;
use crate::release::{Record, RecordBody, RecordExample, RecordResponse};
use std::borrow::Cow;

/// What is served.
#[derive(Debug)]
pub(super) struct Choice<'r> {
    pub(super) response: &'r RecordResponse,
    pub(super) status: u16,
    /// The body, its content type, and the example that it is to be. `None` where there is no body.
    pub(super) media: Option<(&'r RecordBody, Cow<'static, str>, Option<&'r RecordExample>)>,
}

/// What to serve: the response with the wanted id, else with the wanted name, else for the wanted code, else the
/// default. `None` when the endpoint declares no response and nothing was wished for.
pub(super) fn choose<'r>(
    record: &'r Record,
    request: &AnswerRequest<'_>,
) -> Result<Option<Choice<'r>>, MockError> {
    let (responses, wishes) = (&record.responses[..], request.wishes);
    if let Some(error) = &wishes.malformed {
        return Err(error.clone());
    }
    let by_id = request.response_id.and_then(|id| responses.iter().find(|response| response.id == id));
    let wanted = match (by_id, wishes.response.as_deref(), wishes.code) {
        (Some(response), ..) => Some((response, servable(response.status))),
        (None, Some(name), _) => Some(named(responses, name)?),
        (None, None, Some(code)) => Some((for_code(responses, code)?, code)),
        (None, None, None) => None,
    };
    let default = choose_response(responses, None);
    if let Some(name) = wishes.example.as_deref() {
        let scope = wanted.map_or(responses, |(response, _)| std::slice::from_ref(response));
        let (response, body, content_type, example) = with_example(scope, name, request.accept)?;
        insist(response, &content_type, request)?;
        let known = wanted.or(default).filter(|(known, _)| std::ptr::eq(*known, response));
        let status = known.map_or_else(|| servable(response.status), |(_, status)| status);
        return Ok(Some(Choice { response, status, media: Some((body, content_type, Some(example))) }));
    }
    let Some((response, status)) = wanted.or(default) else { return Ok(None) };
    let media = choose_media(&response.content, request.accept).filter(|_| has_body(status));
    if let Some((_, content_type)) = &media {
        insist(response, content_type, request)?;
    }
    let media = media.map(|(body, content_type)| {
        let example = usual_example(record, body, &content_type, request);
        (body, content_type, example)
    });
    Ok(Some(Choice { response, status, media }))
}

/// Refuses a media type that `Accept` does not take, where the caller insists on it.
fn insist(
    response: &RecordResponse,
    content_type: &str,
    request: &AnswerRequest<'_>,
) -> Result<(), MockError> {
    let Some(accept) = request.accept.filter(|_| request.wishes.strict == Some(true)) else { return Ok(()) };
    if Accept::parse(accept).quality(content_type) > 0 {
        return Ok(());
    }
    let declared = response.content.iter().map(|body| body.media_type.to_string());
    Err(MockError::not_acceptable(declared))
}

/// What a custom mock makes its body from: the response with a name, key or status, else the default. `None` when the
/// endpoint declares no response.
pub(super) fn for_mock<'r>(
    record: &'r Record,
    wanted: Option<&str>,
    request: &AnswerRequest<'_>,
) -> Result<Option<Choice<'r>>, MockError> {
    let responses = &record.responses[..];
    let chosen = match wanted {
        Some(wanted) => Some(match (named(responses, wanted), wanted.trim().parse()) {
            (Err(_), Ok(code)) => (for_code(responses, code)?, code),
            (found, _) => found?,
        }),
        None => choose_response(responses, None),
    };
    Ok(chosen.map(|(response, status)| {
        let media = choose_media(&response.content, request.accept);
        Choice { response, status, media: media.map(|(body, content_type)| (body, content_type, None)) }
    }))
}

/// Whether answers of a status have a body.
pub(super) fn has_body(status: u16) -> bool {
    !matches!(status, 204 | 205 | 304)
}

/// The example that a body is without being asked for by name.
fn usual_example<'r>(
    record: &Record,
    body: &'r RecordBody,
    content_type: &str,
    request: &AnswerRequest<'_>,
) -> Option<&'r RecordExample> {
    let mut examples = body.examples.iter().filter(|example| example.sound);
    let first = examples.next()?;
    let Some(root) = body.root else { return Some(first) };
    let first_of_all = match request.wishes.dynamic {
        Some(dynamic) => !dynamic,
        None if request.wishes.variant.is_some() => false,
        // Where any text will do, what the author wrote says more than words at random.
        None => {
            let default_method = record.behaviour.as_deref().and_then(|behaviour| behaviour.default_method);
            let example_first =
                default_method.map_or(request.example_first, |method| method == DefaultMethod::Example);
            example_first || Kind::of(content_type) != Kind::Json && record.plan.is_free_text(root)
        }
    };
    first_of_all.then_some(first)
}

/// The response with a display name or key.
fn named<'r>(responses: &'r [RecordResponse], name: &str) -> Result<(&'r RecordResponse, u16), MockError> {
    let wanted = name.trim().to_lowercase();
    let is = |text: &str| text.trim().to_lowercase() == wanted;
    let by_name = responses.iter().find(|response| response.name.as_deref().is_some_and(is));
    let found = by_name.or_else(|| responses.iter().find(|response| is(&response.key)));
    found
        .map(|response| (response, servable(response.status)))
        .ok_or_else(|| MockError::unknown_response(&format!("response={name}"), described(responses)))
}

/// The response for a status: the one declared for it, else the one for its class, else `default`; unnamed ones first.
fn for_code(responses: &[RecordResponse], code: u16) -> Result<&RecordResponse, MockError> {
    let found = response_for(responses, code).and_then(|index| responses.get(index));
    found.ok_or_else(|| MockError::unknown_response(&format!("code={code}"), described(responses)))
}

/// As [`for_code`], the index of it.
pub(crate) fn response_for(responses: &[RecordResponse], code: u16) -> Option<usize> {
    let rank = |response: &RecordResponse| {
        let (written, extra) = written_status(&response.key);
        let (group, fits) = match written.as_bytes() {
            [b'd' | b'D', ..] => (2, true),
            [_, b'x' | b'X', b'x' | b'X', ..] => (1, response.status / 100 == code / 100),
            _ => (0, response.status == code),
        };
        fits.then_some((group, extra))
    };
    let ranked = responses.iter().enumerate().filter_map(|(index, response)| Some((rank(response)?, index)));
    ranked.min().map(|(_, index)| index)
}

/// The status part of a response's key, and whether it is an extra one: `x-404:Gone`.
fn written_status(key: &str) -> (&str, bool) {
    let extra = key.strip_prefix("x-").and_then(|rest| rest.split_once(':'));
    (extra.map_or(key, |(written, _)| written).trim(), extra.is_some())
}

/// The status that a response's key names by its very number; `None` for classes and `default`.
pub(crate) fn exact_status(key: &str) -> Option<u16> {
    written_status(key).0.get(..3)?.parse().ok()
}

/// How responses can be asked for.
fn described(responses: &[RecordResponse]) -> impl Iterator<Item = String> {
    responses.iter().map(|response| match response.name.as_deref() {
        Some(name) if !response.key.contains(name) => format!("{} ({name})", response.key),
        _ => response.key.to_string(),
    })
}

type Found<'r> = (&'r RecordResponse, &'r RecordBody, Cow<'static, str>, &'r RecordExample);

/// The example with a name, and where it was found: in the response that comes first by rank, in the media type that
/// `Accept` likes best.
fn with_example<'r>(
    responses: &'r [RecordResponse],
    name: &str,
    accept: Option<&str>,
) -> Result<Found<'r>, MockError> {
    let of = |body: &'r RecordBody| body.examples.iter().find(|example| *example.name == *name);
    let having = responses.iter().filter(|response| {
        has_body(response.status) && response.content.iter().any(|body| of(body).is_some())
    });
    let found = having.min_by_key(|response| rank(response)).and_then(|response| {
        let bodies = response.content.iter().filter(|body| of(body).is_some());
        let (body, content_type) = best_media(bodies, accept)?;
        Some((response, body, content_type, of(body)?))
    });
    found.ok_or_else(|| {
        let examples =
            responses.iter().flat_map(|response| &response.content).flat_map(|body| &body.examples);
        MockError::unknown_example(name, examples.map(|example| example.name.to_string()))
    })
}

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
    let response = responses.iter().min_by_key(|response| rank(response))?;
    Some((response, if &*response.key == "default" { 200 } else { servable(response.status) }))
}

/// Which response is the default: the first of those with the least rank.
fn rank(response: &RecordResponse) -> (bool, u8) {
    let group = match (&*response.key, response.status) {
        ("default", _) => 2,
        (_, 200..=299) => 0,
        (_, 304) => 3,
        (_, 300..=399) => 1,
        (_, 400..=599) => 4,
        _ => 5,
    };
    (response.key.starts_with("x-"), group)
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
    // Most responses: there is nothing to weigh.
    if let [body] = content {
        return Some((body, content_type(concrete(&body.media_type))));
    }
    best_media(content.iter(), accept)
}

fn best_media<'a>(
    content: impl Iterator<Item = &'a RecordBody>,
    accept: Option<&str>,
) -> Option<(&'a RecordBody, Cow<'static, str>)> {
    let accept = Accept::parse(accept.unwrap_or_default());
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
pub(super) fn content_type(media_type: &str) -> Cow<'static, str> {
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
    use super::super::Wishes;
    use super::*;
    use crate::model::Method;
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::{Value, json};

    fn responses(keys: &[&str]) -> Vec<RecordResponse> {
        let status = |key: &str| {
            let digits = key.trim_start_matches("x-").split(':').next().unwrap_or_default();
            digits.to_uppercase().replace("XX", "00").parse().unwrap_or(200)
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

    type Declared<'a> = (&'a str, Option<&'a str>, &'a [(&'a str, &'a [&'a str])]);

    /// A record of responses: key, name, media types with the names of their examples. A minus behind the name marks an
    /// example that contradicts its schema.
    fn record(declared: &[Declared<'_>], schema: Option<&Value>) -> Record {
        let document = json!({"s": schema});
        let source = Source::new(&document, Dialect::OpenApi31);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("/s");
        let plan = builder.finish().plan;
        let keys: Vec<&str> = declared.iter().map(|(key, ..)| *key).collect();
        let mut responses = responses(&keys);
        for (response, (_, name, content)) in responses.iter_mut().zip(declared) {
            response.name = name.map(Into::into);
            response.content = content
                .iter()
                .map(|(media_type, examples)| RecordBody {
                    media_type: (*media_type).into(),
                    root: schema.map(|_| root),
                    examples: examples
                        .iter()
                        .map(|name| RecordExample {
                            name: name.trim_end_matches('-').into(),
                            value: "1".into(),
                            sound: !name.ends_with('-'),
                        })
                        .collect(),
                })
                .collect();
        }
        Record { endpoint_id: 1, method: Method::Get, path: "/".into(), responses, plan, behaviour: None }
    }

    fn wishes(prefer: &str) -> Wishes {
        let mut wishes = Wishes::default();
        wishes.take_header(prefer);
        wishes
    }

    /// What was chosen as `status key media example`, or the error as `status message`.
    fn chosen(record: &Record, request: &AnswerRequest<'_>) -> String {
        match choose(record, request) {
            Err(error) => format!("{} {error}", error.status()),
            Ok(None) => "nothing".to_owned(),
            Ok(Some(Choice { response, status, media })) => {
                let (content_type, example) = media.map_or(("-".into(), None), |media| (media.1, media.2));
                let example = example.map_or("-", |example| &example.name);
                format!("{status} {} {content_type} {example}", response.key)
            }
        }
    }

    #[test]
    fn wishes_choose_the_response() {
        let schema = json!({"type": "integer"});
        let json: &[(&str, &[&str])] = &[("application/json", &["first", "second"])];
        let record = record(
            &[
                ("200", None, json),
                ("x-200:Empty", Some("Empty"), json),
                ("404", Some("Not there"), json),
                ("5XX", None, json),
                ("204", None, json),
                ("x-404:Gone", Some("Gone"), json),
            ],
            Some(&schema),
        );
        let cases = [
            ("", "200 200 application/json -"),
            ("code=200", "200 200 application/json -"),
            ("code=404", "404 404 application/json -"),
            ("code=503", "503 5XX application/json -"),
            ("code=204", "204 204 - -"),
            (
                "code=418",
                "404 No response of this endpoint fits code=418. Responses: 200, x-200:Empty, 404 (Not there), 5XX, \
                 204, x-404:Gone.",
            ),
            ("code=x", "400 The wish code=x cannot be read: it has to be a status from 200 to 599."),
            ("response=empty", "200 x-200:Empty application/json -"),
            ("response=\"NOT THERE\"", "404 404 application/json -"),
            ("response=X-404:gone", "404 x-404:Gone application/json -"),
            ("response=5xx", "500 5XX application/json -"),
            (
                "response=\"no, such\"",
                "404 No response of this endpoint fits response=no, such. Responses: 200, x-200:Empty, 404 (Not there), \
                 5XX, 204, x-404:Gone.",
            ),
            ("response=Gone, code=200", "404 x-404:Gone application/json -"),
        ];
        for (prefer, expected) in cases {
            let wishes = wishes(prefer);
            let request = AnswerRequest { wishes: &wishes, ..AnswerRequest::default() };
            assert_eq!(chosen(&record, &request), expected, "{prefer}");
            // An id says most exactly what is wanted; leftovers say nothing.
            let leftover = AnswerRequest { response_id: Some(99), ..request };
            assert_eq!(chosen(&record, &leftover), expected, "{prefer}");
            let by_id = chosen(&record, &AnswerRequest { response_id: Some(6), ..request });
            assert!(by_id.starts_with("404 x-404:Gone") || wishes.malformed.is_some(), "{prefer}: {by_id}");
        }
        let empty = Record { responses: vec![], ..record };
        assert_eq!(chosen(&empty, &AnswerRequest::default()), "nothing");
    }

    #[test]
    fn callers_may_insist_on_accept() {
        let schema = json!({"type": "integer"});
        let record = record(
            &[("200", None, &[("application/json", &["first"]), ("text/csv", &["lines"])])],
            Some(&schema),
        );
        let refused = "406 This answer has no media type that the Accept header takes. Media types: application/json, text/csv.";
        for (prefer, accept, expected) in [
            ("handling=strict", "image/png", refused),
            ("handling=strict, example=first", "text/csv", refused),
            ("handling=strict", "text/*", "200 200 text/csv -"),
            ("handling=strict", "*/*;q=0.1", "200 200 application/json -"),
            ("handling=strict", "application/json;q=0, text/csv;q=0", refused),
            ("handling=strict", "", "200 200 application/json -"),
            ("handling=lenient", "image/png", "200 200 application/json -"),
            ("", "image/png", "200 200 application/json -"),
        ] {
            let wishes = wishes(prefer);
            let request = AnswerRequest { wishes: &wishes, accept: Some(accept), ..AnswerRequest::default() };
            assert_eq!(chosen(&record, &request), expected, "{prefer} {accept}");
        }
    }

    #[test]
    fn codes_fall_back_to_classes_and_default() {
        let cases: [(&[&str], u16, &str); 8] = [
            (&["default", "4XX", "404"], 404, "404"),
            (&["default", "4xx", "400"], 404, "4xx"),
            (&["default", "5XX"], 404, "default"),
            (&["x-404:A", "4XX"], 404, "x-404:A"),
            (&["x-404:A", "404"], 404, "404"),
            (&["4XX"], 400, "4XX"),
            (&["404 Not Found"], 404, "404 Not Found"),
            (&["200", "Default"], 200, "200"),
        ];
        for (keys, code, key) in cases {
            let mut responses = responses(keys);
            for response in responses.iter_mut().filter(|response| response.key.starts_with("404 ")) {
                response.status = 404;
            }
            assert_eq!(&*for_code(&responses, code).unwrap().key, key, "{keys:?} {code}");
        }
        assert!(for_code(&responses(&["2XX", "300"]), 404).is_err());
    }

    #[test]
    fn wishes_choose_the_example() {
        let schema = json!({"type": "integer"});
        let record = record(
            &[
                ("default", None, &[("application/json", &["first", "late"])]),
                ("404", None, &[("application/json", &["none"]), ("application/xml", &["none", "markup"])]),
                (
                    "200",
                    None,
                    &[("application/json", &["wrong-", "first", "second"]), ("text/csv", &["rows"])],
                ),
                ("204", None, &[("application/json", &["nobody"])]),
            ],
            Some(&schema),
        );
        let json = "200 200 application/json";
        let cases = [
            ("", false, format!("{json} -")),
            ("", true, format!("{json} first")),
            ("dynamic=true", true, format!("{json} -")),
            ("dynamic=false", false, format!("{json} first")),
            ("example=second", false, format!("{json} second")),
            ("example=second, dynamic=true", true, format!("{json} second")),
            ("example=wrong", true, format!("{json} wrong")),
            ("example=rows", false, "200 200 text/csv rows".to_owned()),
            ("example=none", false, "404 404 application/json none".to_owned()),
            ("example=markup", false, "404 404 application/xml markup".to_owned()),
            ("example=late", false, "200 default application/json late".to_owned()),
            ("example=late, code=502", false, "502 default application/json late".to_owned()),
            (
                "example=late, code=200",
                false,
                "404 No example has the name late. Examples: wrong, first, second, rows.".to_owned(),
            ),
            (
                "example=First",
                false,
                "404 No example has the name First. Examples: first, late, none, markup, wrong, second, rows, nobody."
                    .to_owned(),
            ),
            ("code=204", true, "204 204 - -".to_owned()),
        ];
        for (prefer, example_first, expected) in cases {
            let wishes = wishes(prefer);
            let request = AnswerRequest { wishes: &wishes, example_first, ..AnswerRequest::default() };
            assert_eq!(chosen(&record, &request), expected, "{prefer}");
        }
        let wishes = wishes("example=none");
        let xml = AnswerRequest {
            wishes: &wishes,
            accept: Some("text/xml, */*;q=0.1, application/xml"),
            ..AnswerRequest::default()
        };
        assert_eq!(chosen(&record, &xml), "404 404 application/xml none");
    }

    #[test]
    fn examples_come_first_where_nothing_better_is_known() {
        let text = json!({"type": "string", "minLength": 2});
        let date = json!({"type": "string", "format": "date"});
        let choice = json!({"enum": ["a", "b"]});
        let cases = [
            ("text/plain", Some(&text), "", "first"),
            ("text/csv", Some(&text), "", "first"),
            ("text/csv", Some(&text), "dynamic=true", "-"),
            ("application/json", Some(&text), "", "-"),
            ("text/plain", Some(&date), "", "-"),
            ("text/plain", Some(&choice), "", "-"),
            ("application/json", None, "", "first"),
            ("application/json", None, "dynamic=true", "first"),
        ];
        for (media_type, schema, prefer, example) in cases {
            let record = record(&[("200", None, &[(media_type, &["first"])])], schema);
            let wishes = wishes(prefer);
            let request = AnswerRequest { wishes: &wishes, ..AnswerRequest::default() };
            let expected = format!("200 200 {media_type} {example}");
            assert_eq!(chosen(&record, &request), expected, "{schema:?} {prefer}");
        }
    }
}
