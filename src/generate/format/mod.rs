//! `format`: realistic values of every format of JSON Schema and of those that API descriptions use besides.
//!
//! ```
//! use edgemock::generate::{Rng, format::Format};
//!
//! let format = Format::parse("ip-address").ok_or("unknown")?;
//! let mut text = String::new();
//! format.write(&mut Rng::new(1), 1_735_689_600_000, &mut text);
//! assert!(Format::Ipv4.matches(&text));
//! # Ok::<(), &str>(())
//! ```

mod check;
mod code;
mod fit;
mod network;
mod text;
mod time;
mod uri;

use super::Rng;
pub(crate) use code::push_uuid;
use serde::{Deserialize, Serialize};

/// What the text of a string is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the formats' own")]
pub enum Format {
    DateTime,
    Date,
    Time,
    /// A date and time without an offset.
    LocalDateTime,
    /// A time without an offset.
    LocalTime,
    Duration,
    Email,
    IdnEmail,
    Hostname,
    IdnHostname,
    Ipv4,
    Ipv6,
    /// A block of IPv4 addresses, `192.0.2.0/24`.
    Cidr,
    /// A block of IPv6 addresses, `2001:db8::/32`.
    Ipv6Cidr,
    Mac,
    Uri,
    UriReference,
    Iri,
    IriReference,
    UriTemplate,
    Urn,
    Uuid,
    Ulid,
    Cuid,
    /// Identifiers of BSON documents: 24 hexadecimal digits.
    ObjectId,
    JsonPointer,
    RelativeJsonPointer,
    Regex,
    /// Base64, RFC 4648 section 4, padded.
    Byte,
    /// Base64url, RFC 4648 section 5, without padding.
    Base64Url,
    /// Any bytes; here readable ones.
    Binary,
    Password,
    Char,
    Hex,
    /// A hash with its algorithm, `sha256:…`.
    Digest,
    /// An opaque credential.
    Token,
    Jwt,
    /// `#rrggbb`.
    Color,
    Html,
    Markdown,
    /// A JSON text inside a string.
    Json,
    /// A whole number in a string.
    Integer,
    /// A number in a string.
    Number,
    MediaType,
    TimeZone,
    /// A language tag, BCP 47.
    Language,
    /// A country, ISO 3166-1 alpha-2.
    Country,
    /// A currency, ISO 4217.
    Currency,
    /// A telephone number, E.164.
    Phone,
    Iban,
    Bic,
    CreditCard,
    SemanticVersion,
    Slug,
}

/// The names under which validators check formats: those of the JSON Schema specifications, and `byte`.
const ASSERTED: [&str; 20] = [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uri-template",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "byte",
];

/// Names without their case and signs, and what they stand for.
const NAMES: &[(&str, Format)] = &[
    ("datetime", Format::DateTime),
    ("timestamp", Format::DateTime),
    ("iso8601", Format::DateTime),
    ("rfc3339", Format::DateTime),
    ("date", Format::Date),
    ("fulldate", Format::Date),
    ("isodate", Format::Date),
    ("time", Format::Time),
    ("fulltime", Format::Time),
    ("partialdatetime", Format::LocalDateTime),
    ("localdatetime", Format::LocalDateTime),
    ("datetimelocal", Format::LocalDateTime),
    ("partialtime", Format::LocalTime),
    ("localtime", Format::LocalTime),
    ("duration", Format::Duration),
    ("iso8601duration", Format::Duration),
    ("email", Format::Email),
    ("emailaddress", Format::Email),
    ("idnemail", Format::IdnEmail),
    ("hostname", Format::Hostname),
    ("host", Format::Hostname),
    ("domain", Format::Hostname),
    ("domainname", Format::Hostname),
    ("fqdn", Format::Hostname),
    ("idnhostname", Format::IdnHostname),
    ("ipv4", Format::Ipv4),
    ("ip", Format::Ipv4),
    ("ipaddress", Format::Ipv4),
    ("ipv6", Format::Ipv6),
    ("cidr", Format::Cidr),
    ("ipv4cidr", Format::Cidr),
    ("cidrv4", Format::Cidr),
    ("ipv6cidr", Format::Ipv6Cidr),
    ("cidrv6", Format::Ipv6Cidr),
    ("mac", Format::Mac),
    ("macaddress", Format::Mac),
    ("uri", Format::Uri),
    ("url", Format::Uri),
    ("httpurl", Format::Uri),
    ("href", Format::Uri),
    ("link", Format::Uri),
    ("urireference", Format::UriReference),
    ("uriref", Format::UriReference),
    ("iri", Format::Iri),
    ("irireference", Format::IriReference),
    ("uritemplate", Format::UriTemplate),
    ("urn", Format::Urn),
    ("uuid", Format::Uuid),
    ("guid", Format::Uuid),
    ("uuid4", Format::Uuid),
    ("uuidv4", Format::Uuid),
    ("ulid", Format::Ulid),
    ("cuid", Format::Cuid),
    ("objectid", Format::ObjectId),
    ("mongoid", Format::ObjectId),
    ("jsonpointer", Format::JsonPointer),
    ("relativejsonpointer", Format::RelativeJsonPointer),
    ("regex", Format::Regex),
    ("regexp", Format::Regex),
    ("byte", Format::Byte),
    ("base64", Format::Byte),
    ("base64url", Format::Base64Url),
    ("binary", Format::Binary),
    ("password", Format::Password),
    ("char", Format::Char),
    ("hex", Format::Hex),
    ("hexadecimal", Format::Hex),
    ("digest", Format::Digest),
    ("token", Format::Token),
    ("jwt", Format::Jwt),
    ("color", Format::Color),
    ("colour", Format::Color),
    ("hexcolor", Format::Color),
    ("html", Format::Html),
    ("markdown", Format::Markdown),
    ("commonmark", Format::Markdown),
    ("json", Format::Json),
    ("jsonstring", Format::Json),
    ("int", Format::Integer),
    ("integer", Format::Integer),
    ("int8", Format::Integer),
    ("int16", Format::Integer),
    ("int32", Format::Integer),
    ("int64", Format::Integer),
    ("long", Format::Integer),
    ("bigint", Format::Integer),
    ("uint", Format::Integer),
    ("uint8", Format::Integer),
    ("uint16", Format::Integer),
    ("uint32", Format::Integer),
    ("uint64", Format::Integer),
    ("unixtime", Format::Integer),
    ("epoch", Format::Integer),
    ("number", Format::Number),
    ("float", Format::Number),
    ("double", Format::Number),
    ("decimal", Format::Number),
    ("decimal128", Format::Number),
    ("mimetype", Format::MediaType),
    ("mediatype", Format::MediaType),
    ("mediarange", Format::MediaType),
    ("timezone", Format::TimeZone),
    ("language", Format::Language),
    ("languagetag", Format::Language),
    ("locale", Format::Language),
    ("bcp47", Format::Language),
    ("country", Format::Country),
    ("countrycode", Format::Country),
    ("iso31661alpha2", Format::Country),
    ("currency", Format::Currency),
    ("currencycode", Format::Currency),
    ("iso4217", Format::Currency),
    ("phone", Format::Phone),
    ("phonenumber", Format::Phone),
    ("tel", Format::Phone),
    ("telephone", Format::Phone),
    ("mobile", Format::Phone),
    ("e164", Format::Phone),
    ("iban", Format::Iban),
    ("bic", Format::Bic),
    ("swift", Format::Bic),
    ("creditcard", Format::CreditCard),
    ("creditcardnumber", Format::CreditCard),
    ("semver", Format::SemanticVersion),
    ("slug", Format::Slug),
];

impl Format {
    /// The format of a name, whatever its case and however its words are joined; `None` for an unknown one.
    ///
    /// Numeric formats (`int64`, `decimal`) are here as digits in a string.
    pub fn parse(name: &str) -> Option<Self> {
        let plain = || name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
        NAMES.iter().find(|(known, _)| known.chars().eq(plain())).map(|&(_, format)| format)
    }

    /// Whether validators check a format under this very name: those of the JSON Schema specifications, and `byte`.
    /// Under any other name a format is advice, and a text that does not match is no error.
    pub fn is_asserted(name: &str) -> bool {
        ASSERTED.contains(&name)
    }

    /// The name under which validators check the format; `None` for those that are advice.
    ///
    /// ```
    /// use edgemock::generate::format::Format;
    /// assert_eq!(Format::parse("DateTime").and_then(Format::asserted_name), Some("date-time"));
    /// assert_eq!(Format::parse("iban").and_then(Format::asserted_name), None);
    /// ```
    pub fn asserted_name(self) -> Option<&'static str> {
        ASSERTED.iter().copied().find(|name| Self::parse(name) == Some(self))
    }

    /// Appends a value. `now_ms` is the clock in milliseconds since 1970 UTC: dates are from the two years before it.
    pub fn write(self, rng: &mut Rng, now_ms: i64, out: &mut String) {
        match self {
            Self::DateTime => time::date_time(rng, now_ms, out),
            Self::Date => time::date(rng, now_ms, out),
            Self::Time => time::time(rng, out),
            Self::LocalDateTime => time::local_date_time(rng, now_ms, out),
            Self::LocalTime => time::local_time(rng, out),
            Self::Duration => time::duration(rng, out),
            Self::Email | Self::IdnEmail => network::email(rng, out),
            Self::Hostname | Self::IdnHostname => network::hostname(rng, out),
            Self::Ipv4 => network::ipv4(rng, out),
            Self::Ipv6 => network::ipv6(rng, out),
            Self::Cidr => network::cidr(rng, out),
            Self::Ipv6Cidr => network::ipv6_cidr(rng, out),
            Self::Mac => network::mac(rng, out),
            Self::Uri | Self::Iri => uri::absolute(rng, out),
            Self::UriReference | Self::IriReference => uri::reference(rng, out),
            Self::UriTemplate => uri::template(rng, out),
            Self::Urn => uri::urn(rng, out),
            Self::JsonPointer => uri::json_pointer(rng, out),
            Self::RelativeJsonPointer => uri::relative_json_pointer(rng, out),
            Self::Uuid => code::uuid(rng, out),
            Self::Ulid => code::ulid(rng, now_ms, out),
            Self::Cuid => code::cuid(rng, out),
            Self::ObjectId => code::object_id(rng, now_ms, out),
            Self::Byte => code::base64(rng, 12, out),
            Self::Base64Url => code::base64_url(rng, 20, out),
            Self::Password => code::password(rng, 12, out),
            Self::Hex => code::hex(rng, 16, out),
            Self::Digest => code::digest(rng, out),
            Self::Token => code::token(rng, 32, out),
            Self::Jwt => code::jwt(rng, now_ms, out),
            Self::Color => code::color(rng, out),
            Self::Integer => code::integer(rng, out),
            Self::Number => code::number(rng, out),
            Self::Phone => code::phone(rng, out),
            Self::Iban => code::iban(rng, out),
            Self::Bic => code::bic(rng, out),
            Self::CreditCard => code::credit_card(rng, out),
            Self::SemanticVersion => code::semantic_version(rng, out),
            Self::Regex => text::regex(rng, out),
            Self::Binary => text::words(rng, 3, ' ', out),
            Self::Char => text::letter(rng, out),
            Self::Html => text::html(rng, out),
            Self::Markdown => text::markdown(rng, out),
            Self::Json => text::json(rng, out),
            Self::Slug => text::words(rng, 3, '-', out),
            Self::MediaType => text::media_type(rng, out),
            Self::TimeZone => text::time_zone(rng, out),
            Self::Language => text::language(rng, out),
            Self::Country => text::country(rng, out),
            Self::Currency => text::currency(rng, out),
        }
    }

    /// Appends a value whose length in code points is from `min_length` to `max_length`; false, and nothing appended,
    /// when the format has none of such a length (a UUID has 36 characters) or none was found.
    pub fn write_within(
        self,
        rng: &mut Rng,
        now_ms: i64,
        min_length: usize,
        max_length: Option<usize>,
        out: &mut String,
    ) -> bool {
        fit::write_within(self, rng, now_ms, min_length, max_length, out)
    }

    /// Whether a text is of the format, by the grammar of its specification. Formats beyond those that
    /// [`Format::is_asserted`] names accept any text.
    pub fn matches(self, text: &str) -> bool {
        check::matches(self, text)
    }

    /// The shortest and longest values that [`Format::write_within`] can write, in code points.
    pub const fn length_range(self) -> (usize, usize) {
        fit::length_range(self)
    }
}

#[cfg(test)]
mod tests;
