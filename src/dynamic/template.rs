//! Text with expressions in it.

use super::error::{ExpressionError, Fault};
use super::expression::Expression;
use super::grammar::Reader;
use super::legacy::{self, Bound};
use super::{Entity, Locale, Output, Zone, moment};
use crate::generate::Rng;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The longest text that is read, in bytes.
const MAX_TEXT: usize = 50_000;
/// How many expressions a text may hold.
const MAX_EXPRESSIONS: usize = 200;
/// No text is longer than this many bytes once its expressions are written.
const MAX_VALUE: usize = 200_000;

/// Text with any number of expressions in it. Cheap to clone; stored as its source.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct Template(Arc<Parsed>);

struct Parsed {
    source: Box<str>,
    parts: Box<[Part]>,
}

#[derive(Debug)]
enum Part {
    Text(Box<str>),
    Expression(Expression),
    Placeholder(Bound),
}

impl Part {
    fn write(&self, scope: &mut Scope<'_>) -> Output {
        match self {
            Self::Text(text) => {
                scope.out.push_str(text);
                Output::Text
            }
            Self::Expression(expression) => expression.write(scope),
            Self::Placeholder(placeholder) => placeholder.write(scope),
        }
    }
}

/// What a template is written with.
#[derive(Debug)]
pub struct Scope<'s> {
    /// Where the value goes: always appended.
    pub out: &'s mut String,
    /// Randomness.
    pub rng: &'s mut Rng,
    /// The clock, in milliseconds since 1970 UTC.
    pub now: i64,
    /// The locale of what names none itself.
    pub locale: &'static Locale,
    /// The time zone of what names none itself.
    pub zone: Zone,
    /// What the values of one JSON object share.
    pub entity: &'s mut Entity,
}

impl Template {
    /// Reads a text. What has the form of no expression (`{{apiKey}}`, `{{}}`, a brace alone) is text.
    ///
    /// # Errors
    /// When an expression names what is not there, gives arguments that are not taken, or breaks off; when the text is
    /// too long.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        if text.len() > MAX_TEXT {
            let fault = Fault::new(0, format!("a text with expressions has at most {MAX_TEXT} bytes"));
            return Err(fault.in_text(text, 0));
        }
        let mut parts = Parts::default();
        // Looked for once: to look at every brace would take quadratic time.
        let last_close = text.rfind("}}").unwrap_or(0);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let next = rest.find(['{', '@', '\\']).unwrap_or(rest.len());
            if next > 0 {
                parts.text.push_str(rest.get(..next).unwrap_or_default());
                at += next;
                continue;
            }
            let found = part_at(text, at, last_close).map_err(|fault| fault.in_text(text, at))?;
            let Some((part, end)) = found else {
                at += parts.push_character(rest);
                continue;
            };
            match part {
                Part::Text(escaped) => parts.text.push_str(&escaped),
                part => parts.push(part),
            }
            if parts.expressions > MAX_EXPRESSIONS {
                let message = format!("a text holds at most {MAX_EXPRESSIONS} expressions");
                return Err(Fault::new(at, message).in_text(text, at));
            }
            at = end;
        }
        Ok(Self(Arc::new(Parsed { source: text.into(), parts: parts.finish() })))
    }

    /// A text that stands for itself, whatever is in it.
    pub fn plain(text: &str) -> Self {
        Self(Arc::new(Parsed { source: text.into(), parts: Box::new([Part::Text(text.into())]) }))
    }

    /// The one expression or placeholder that begins at a byte of a text, and the byte behind it; `None` where none
    /// begins there. For texts whose other parts have a meaning of their own.
    ///
    /// # Errors
    /// When an expression begins there and names what is not there, or breaks off.
    pub(crate) fn at(text: &str, at: usize) -> Result<Option<(Self, usize)>, ExpressionError> {
        let found = part_at(text, at, text.len()).map_err(|fault| fault.in_text(text, at))?;
        Ok(found.map(|(part, end)| {
            let source = text.get(at..end).unwrap_or_default().into();
            (Self(Arc::new(Parsed { source, parts: Box::new([part]) })), end)
        }))
    }

    /// The text as it was written.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// The text, if it holds no expression at all.
    pub fn fixed(&self) -> Option<&str> {
        match &*self.0.parts {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Appends a value to `scope.out`. A template that is one lone expression gives that expression's output (a moment
    /// is then left to the caller); anything mixed gives [`Output::Text`].
    pub fn write(&self, scope: &mut Scope<'_>) -> Output {
        if let [part] = &*self.0.parts {
            return part.write(scope);
        }
        let start = scope.out.len();
        for part in &self.0.parts {
            if let Output::Moment(value) = part.write(scope) {
                moment::write_iso(value, scope.out);
            }
            if scope.out.len() - start > MAX_VALUE {
                break;
            }
        }
        Output::Text
    }
}

/// The part that a sign begins, and where it ends; `None` where the sign is just text.
fn part_at(text: &str, at: usize, last_close: usize) -> Result<Option<(Part, usize)>, Fault> {
    let rest = text.get(at..).unwrap_or_default();
    if rest.starts_with('@') {
        return Ok(legacy::at_sign(text, at).map(|(bound, end)| (Part::Placeholder(bound), end)));
    }
    if rest.starts_with("{%") {
        return Ok(legacy::tag(text, at)?.map(|(bound, end)| (Part::Placeholder(bound), end)));
    }
    if rest.starts_with("\\@") {
        // `\@email` is the text `@email`.
        let escaped = legacy::name_at(text, at + 1);
        return Ok(
            escaped.map(|(_, end)| (Part::Text(text.get(at + 1..end).unwrap_or_default().into()), end))
        );
    }
    let mut reader = Reader::new(text, at);
    if !reader.eat("{{") {
        return Ok(None);
    }
    reader.skip_spaces();
    let begins_one = reader
        .rest()
        .strip_prefix('$')
        .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '_'));
    if !begins_one || reader.at > last_close {
        return Ok(None);
    }
    let expression = Expression::bind(reader.expression()?)?;
    Ok(Some((Part::Expression(expression), reader.at)))
}

/// Parts while they are read: texts that follow each other become one.
#[derive(Default)]
struct Parts {
    done: Vec<Part>,
    text: String,
    expressions: usize,
}

impl Parts {
    fn push(&mut self, part: Part) {
        self.end_text();
        self.done.push(part);
        self.expressions += 1;
    }

    /// Appends the first character of a text, and tells its length.
    fn push_character(&mut self, rest: &str) -> usize {
        let first = rest.chars().next();
        self.text.extend(first);
        first.map_or(1, char::len_utf8)
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.done.push(Part::Text(std::mem::take(&mut self.text).into()));
        }
    }

    fn finish(mut self) -> Box<[Part]> {
        self.end_text();
        self.done.into()
    }
}

impl std::fmt::Debug for Template {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Template").field(&self.0.source).finish()
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source
    }
}

impl Eq for Template {}

impl From<Template> for String {
    fn from(template: Template) -> Self {
        template.0.source.to_string()
    }
}

/// What cannot be read, in a record of another version or of a mock field with a fault, stands for itself.
impl From<String> for Template {
    fn from(source: String) -> Self {
        Self::parse(&source).unwrap_or_else(|_| Self::plain(&source))
    }
}

#[cfg(test)]
pub(super) mod testing {
    //! Templates written at the clock of the tests.

    use super::*;
    use crate::dynamic::catalogue::testing::NOW;
    use crate::dynamic::locale;

    /// What a text gives for a seed.
    pub(in crate::dynamic) fn draw(text: &str, code: &str, seed: u64) -> (Output, String) {
        let template = Template::parse(text).unwrap_or_else(|error| panic!("{error}"));
        let mut out = String::from("before:");
        let output = template.write(&mut Scope {
            out: &mut out,
            rng: &mut Rng::new(seed),
            now: NOW,
            locale: locale::find(code),
            zone: Zone::UTC,
            entity: &mut Entity::default(),
        });
        let mut value = out.strip_prefix("before:").expect("what was there stays").to_owned();
        if let Output::Moment(moment) = output {
            assert_eq!(value, "");
            moment::write_iso(moment, &mut value);
        }
        (output, value)
    }

    /// What one expression gives, in English and for seed 1.
    pub(in crate::dynamic) fn value(expression: &str) -> String {
        draw(&format!("{{{{{expression}}}}}"), "en", 1).1
    }
}

#[cfg(test)]
mod tests {
    use super::testing::draw;
    use super::*;

    #[test]
    fn text_and_expressions() {
        let cases = [
            ("{{$datatype.boolean(1)}}", Output::Boolean, "true"),
            ("{{ $datatype.boolean( probability = 1 ) }}", Output::Boolean, "true"),
            ("{{$datatype.boolean(1)|upper}}", Output::Text, "TRUE"),
            (
                "PKT{{$date.now|format('yyyyMMdd')}}-{{$datatype.boolean(0)}}",
                Output::Text,
                "PKT20250101-false",
            ),
            ("at {{$date.now}}", Output::Text, "at 2025-01-01T00:00:00.000Z"),
            ("{{$date.now}}", Output::Moment(1_735_689_600_000), "2025-01-01T00:00:00.000Z"),
            ("{{$date.now(timeZone='Asia/Tokyo')}}", Output::Text, "2025-01-01T09:00:00.000+09:00"),
            ("{{$date.now(format='HH', timeZone='Asia/Tokyo')}}", Output::Text, "09"),
            ("{{$date.now(timezone='Asia/Tokyo')|format('HH')}}", Output::Text, "09"),
            ("{{{$datatype.boolean(1)}}}", Output::Text, "{true}"),
        ];
        for (text, output, expected) in cases {
            assert_eq!(draw(text, "en", 1), (output, expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_expression_stays() {
        for text in [
            "",
            "50",
            "{{apiKey}}",
            "{{}}",
            "{{ }}",
            "{",
            "}}",
            "{{$",
            "{{$}}",
            "{{$5}}",
            "{{$date.now",
            "{\"a\": {}}",
            "1:1",
            "größe {{ä}}",
            "@{name1} stands on a stage with @{name2}",
        ] {
            assert_eq!(Template::parse(text).unwrap().fixed(), Some(text));
            assert_eq!(draw(text, "en", 1), (Output::Text, text.to_owned()));
        }
    }

    #[test]
    fn errors_name_the_place_and_the_nearest_name() {
        let cases = [
            (
                "{{$datatype.bolean}}",
                3,
                "there is no method `datatype.bolean`; did you mean `datatype.boolean`?",
            ),
            ("{{$datatypes.boolean}}", 3, "there is no module `datatypes`; did you mean `datatype.boolean`?"),
            (
                "{{$person.fulName}}",
                3,
                "there is no method `person.fulName`; did you mean `person.fullName`?",
            ),
            (
                "{{$person.fullname}}",
                3,
                "there is no method `person.fullname`; did you mean `person.fullName`?",
            ),
            ("{{$uuid}}", 3, "there is no method `uuid`; did you mean `string.uuid`?"),
            ("{{$zzz.zzz}}", 3, "there is no module `zzz`"),
            ("ä {{$number.int(mix=1)}}", 16, "`number.int` has no parameter `mix`; did you mean `min`?"),
            ("{{$number.int(min='x')}}", 14, "`min` of `number.int` takes a whole number"),
            ("{{$number.int(1,2,3,4)}}", 20, "`number.int` takes 3 arguments"),
            ("{{$date.now|lower(1)}}", 18, "`lower` takes no argument"),
            ("{{$date.now|uper}}", 12, "there is no pipe `uper`; did you mean `upper`?"),
            (
                "{{$date.now|format(timezone='Mars')}}",
                19,
                "`timezone` of `format` takes an IANA time zone such as `Europe/Berlin`",
            ),
            (
                "{{$string.alpha(casing='big')}}",
                16,
                "`casing` of `string.alpha` takes one of `upper`, `lower`, `mixed`",
            ),
            ("{{$date.now(refDate='x')}}", 12, "`date.now` has no parameter `refDate`"),
            (
                "{{$date.past(refDate='x')}}",
                13,
                "`refDate` of `date.past` takes an ISO 8601 date or milliseconds since 1970",
            ),
            ("{{$string.uuid(}}", 15, "expected a value, found `}`"),
            ("{{$string.uuid)}}", 14, "expected `|`, `(` or `}}`, found `)`"),
            ("{{$number.int(locale=5)}}", 14, "`locale` takes a text"),
        ];
        for (text, position, message) in cases {
            let error = Template::parse(text).unwrap_err();
            assert_eq!((error.position, error.message.as_str()), (position, message), "{text}");
        }
        let error = Template::parse("ä {{$no.thing|upper}} b").unwrap_err();
        assert_eq!(error.to_string(), "`{{$no.thing|upper}}`: there is no module `no`, at character 5");
    }

    #[test]
    fn limits() {
        assert!(Template::parse(&"x".repeat(MAX_TEXT + 1)).is_err());
        assert!(Template::parse(&"{{$date.now}}".repeat(MAX_EXPRESSIONS + 1)).is_err());
        let long = "{{$string.alpha(length=10000)}}".repeat(100);
        assert!(draw(&long, "en", 1).1.len() <= MAX_VALUE + 10_000);
        // Signs that begin nothing take linear time.
        for text in ["{{$a", "@upper(", "@name([", "{% mock '", "\\@", "{{{{", "@integer('", "@upper(@"] {
            let _ = Template::parse(&text.repeat(MAX_TEXT / text.len()));
        }
    }

    #[test]
    fn stored_as_its_source() {
        let template = Template::parse("a{{$datatype.boolean}}b").unwrap();
        let bytes = postcard::to_stdvec(&template).unwrap();
        assert_eq!(bytes, postcard::to_stdvec("a{{$datatype.boolean}}b").unwrap());
        assert_eq!(postcard::from_bytes::<Template>(&bytes).unwrap(), template);
        let unknown = postcard::to_stdvec("{{$no.thing}}").unwrap();
        let unknown = postcard::from_bytes::<Template>(&unknown).unwrap();
        assert_eq!(unknown.fixed(), Some("{{$no.thing}}"));
    }
}
