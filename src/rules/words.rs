//! A name as lower-case words, whatever style it is written in.

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it stands in the name, in lower case.
    pub(super) raw: String,
    /// Its singular; the same text where it is none or is one already.
    pub(super) singular: String,
}

impl Word {
    fn new(raw: String) -> Self {
        let singular = singular(&raw);
        Self { raw, singular }
    }

    /// Whether this is the word of a pattern: a singular there stands for both numbers, a plural for itself only.
    pub(super) fn is(&self, pattern: &str) -> bool {
        self.raw == pattern || self.singular == pattern
    }

    fn is_number(&self) -> bool {
        self.raw.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether this is a plural.
    pub(super) fn is_plural(&self) -> bool {
        self.raw != self.singular
    }
}

/// Two words that many write as one, in the form rules know them by.
const JOINED: &[(&str, &str, &str)] = &[
    ("user", "name", "username"),
    ("nick", "name", "nickname"),
    ("file", "name", "filename"),
    ("host", "name", "hostname"),
    ("time", "stamp", "timestamp"),
    ("time", "zone", "timezone"),
    ("time", "out", "timeout"),
    ("e", "mail", "email"),
    ("e", "tag", "etag"),
    ("o", "auth", "oauth"),
    ("i", "os", "ios"),
    ("i", "ban", "iban"),
    ("ip", "v4", "ipv4"),
    ("ip", "v6", "ipv6"),
    ("i", "pv4", "ipv4"),
    ("i", "pv6", "ipv6"),
    ("ip", "address", "ip"),
    ("ip", "addr", "ip"),
    ("birth", "day", "birthday"),
    ("birth", "date", "birthdate"),
    ("web", "site", "website"),
    ("home", "page", "homepage"),
    ("zip", "code", "zipcode"),
    ("post", "code", "postcode"),
    ("postal", "code", "postcode"),
    ("sub", "total", "subtotal"),
    ("sub", "title", "subtitle"),
    ("sub", "type", "subtype"),
    ("sub", "domain", "subdomain"),
    ("pass", "word", "password"),
    ("pass", "code", "passcode"),
    ("user", "agent", "useragent"),
    ("mime", "type", "mimetype"),
    ("media", "type", "mimetype"),
    ("content", "type", "mimetype"),
    ("web", "hook", "webhook"),
    ("call", "back", "callback"),
    ("check", "sum", "checksum"),
    ("check", "out", "checkout"),
    ("bar", "code", "barcode"),
    ("meta", "data", "metadata"),
    ("data", "base", "database"),
    ("data", "set", "dataset"),
    ("thumb", "nail", "thumbnail"),
    ("time", "line", "timeline"),
    ("dead", "line", "deadline"),
    ("git", "hub", "github"),
    ("git", "lab", "gitlab"),
    ("linked", "in", "linkedin"),
    ("you", "tube", "youtube"),
    ("pay", "pal", "paypal"),
    ("key", "word", "keyword"),
    ("log", "in", "login"),
    ("back", "up", "backup"),
    ("un", "read", "unread"),
    ("auto", "scaling", "autoscaling"),
    ("work", "flow", "workflow"),
    ("work", "space", "workspace"),
    ("name", "space", "namespace"),
    ("play", "list", "playlist"),
    ("fire", "base", "firebase"),
    ("d", "o", "do"),
];

/// Words that are written together in lower case often enough, and cannot be told apart by style.
const SPLIT: &[(&str, &[&str])] = &[
    ("firstname", &["first", "name"]),
    ("lastname", &["last", "name"]),
    ("middlename", &["middle", "name"]),
    ("fullname", &["full", "name"]),
    ("givenname", &["given", "name"]),
    ("familyname", &["family", "name"]),
    ("displayname", &["display", "name"]),
    ("screenname", &["screen", "name"]),
    ("realname", &["real", "name"]),
    ("companyname", &["company", "name"]),
    ("phonenumber", &["phone", "number"]),
    ("phoneno", &["phone", "number"]),
    ("telephonenumber", &["phone", "number"]),
    ("accountnumber", &["account", "number"]),
    ("cardnumber", &["card", "number"]),
    ("ordernumber", &["order", "number"]),
    ("invoicenumber", &["invoice", "number"]),
    ("serialnumber", &["serial", "number"]),
    ("housenumber", &["house", "number"]),
    ("createdat", &["created", "at"]),
    ("updatedat", &["updated", "at"]),
    ("deletedat", &["deleted", "at"]),
    ("createdby", &["created", "by"]),
    ("updatedby", &["updated", "by"]),
    ("createdon", &["created", "on"]),
    ("createddate", &["created", "date"]),
    ("createtime", &["create", "time"]),
    ("updatetime", &["update", "time"]),
    ("startdate", &["start", "date"]),
    ("enddate", &["end", "date"]),
    ("starttime", &["start", "time"]),
    ("endtime", &["end", "time"]),
    ("duedate", &["due", "date"]),
    ("pubdate", &["pub", "date"]),
    ("datetime", &["date", "time"]),
    ("countrycode", &["country", "code"]),
    ("currencycode", &["currency", "code"]),
    ("languagecode", &["language", "code"]),
    ("errorcode", &["error", "code"]),
    ("statuscode", &["status", "code"]),
    ("streetaddress", &["street", "address"]),
    ("emailaddress", &["email", "address"]),
    ("ipaddress", &["ip"]),
    ("macaddress", &["mac", "address"]),
    ("jobtitle", &["job", "title"]),
    ("imageurl", &["image", "url"]),
    ("avatarurl", &["avatar", "url"]),
    ("photourl", &["photo", "url"]),
    ("callbackurl", &["callback", "url"]),
    ("apikey", &["api", "key"]),
    ("accesstoken", &["access", "token"]),
    ("refreshtoken", &["refresh", "token"]),
    ("userid", &["user", "id"]),
    ("customerid", &["customer", "id"]),
    ("orderid", &["order", "id"]),
    ("productid", &["product", "id"]),
    ("accountid", &["account", "id"]),
    ("groupid", &["group", "id"]),
    ("parentid", &["parent", "id"]),
    ("sessionid", &["session", "id"]),
    ("requestid", &["request", "id"]),
    ("deviceid", &["device", "id"]),
    ("categoryid", &["category", "id"]),
    ("projectid", &["project", "id"]),
    ("totalcount", &["total", "count"]),
    ("pagesize", &["page", "size"]),
    ("pagenumber", &["page", "number"]),
    ("filesize", &["file", "size"]),
    ("filepath", &["file", "path"]),
    ("filetype", &["file", "type"]),
    ("lineitem", &["line", "item"]),
    ("unitprice", &["unit", "price"]),
    ("totalprice", &["total", "price"]),
    ("appid", &["app", "id"]),
];

/// Words whose last digits belong to them.
const WITH_DIGITS: &[&str] = &[
    "sha1", "sha256", "sha384", "sha512", "md5", "crc32", "base64", "utf8", "ipv4", "ipv6", "mp3", "mp4",
    "s3", "ec2", "alpha2", "alpha3", "iso2", "iso3", "oauth2", "oauth1", "x1", "x2", "y1", "y2", "h1", "h2",
    "p50", "p75", "p90", "p95", "p99", "co2", "pm25", "pm10", "isbn10", "isbn13", "q1", "q2", "q3", "q4",
    "k1", "web3", "x509", "neo4j",
];

/// Words that end in `s` and are singular.
const SINGULAR: &[&str] = &[
    "status",
    "address",
    "news",
    "series",
    "gps",
    "dns",
    "https",
    "ios",
    "aws",
    "sms",
    "css",
    "canvas",
    "alias",
    "bus",
    "plus",
    "radius",
    "process",
    "access",
    "class",
    "business",
    "basis",
    "analysis",
    "tls",
    "ssl",
    "os",
    "ms",
    "ns",
    "us",
    "as",
    "is",
    "has",
    "was",
    "this",
    "progress",
    "express",
    "success",
    "bonus",
    "campus",
    "virus",
    "lens",
    "gas",
    "less",
    "loss",
    "pass",
    "cross",
    "gross",
    "compass",
    "mass",
    "always",
    "previous",
    "nonce",
    "pos",
    "tos",
    "eps",
    "rss",
    "bps",
    "fps",
    "kbps",
    "mbps",
    "https",
    "cors",
    "sas",
    "iops",
    "aliases",
    "focus",
    "sales",
    "species",
    "corpus",
    "locus",
    "menus",
    "minus",
    "genus",
    "vs",
    "gross",
    "hess",
    "pbs",
    "aus",
    "dos",
    "wireless",
    "wellness",
    "fitness",
    "happiness",
    "readiness",
    "liveness",
    "witness",
    "illness",
    "goods",
];

/// Plurals with a singular of their own.
const PLURALS: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("statuses", "status"),
    ("addresses", "address"),
    ("people", "person"),
    ("children", "child"),
    ("men", "man"),
    ("women", "woman"),
    ("indices", "index"),
    ("matrices", "matrix"),
    ("vertices", "vertex"),
    ("analyses", "analysis"),
    ("bases", "base"),
    ("cases", "case"),
    ("phases", "phase"),
    ("databases", "database"),
    ("releases", "release"),
    ("purchases", "purchase"),
    ("warehouses", "warehouse"),
    ("courses", "course"),
    ("houses", "house"),
    ("responses", "response"),
    ("licenses", "license"),
    ("expenses", "expense"),
    ("nurses", "nurse"),
    ("uses", "use"),
    ("causes", "cause"),
    ("clauses", "clause"),
    ("diagnoses", "diagnosis"),
    ("caches", "cache"),
    ("axes", "axis"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("series", "series"),
    ("selfies", "selfie"),
    ("calories", "calorie"),
    ("ties", "tie"),
    ("menus", "menu"),
    ("buses", "bus"),
    ("dies", "die"),
    ("dice", "die"),
    ("criteria", "criterion"),
    ("ids", "id"),
];

/// The words of a name, without the number it may end in: `line_2` is another `line`. A name of nothing but a number
/// keeps it.
pub(super) fn split(name: &str) -> Vec<Word> {
    let mut words = split_all(name);
    while words.len() > 1 && words.last().is_some_and(Word::is_number) {
        words.pop();
    }
    words
}

/// The words of a name, and the number it may end in as one of them: `address2` → `address`, `2`.
pub(super) fn split_all(name: &str) -> Vec<Word> {
    let mut words: Vec<String> = Vec::new();
    for part in name.split(|symbol: char| !symbol.is_alphanumeric()) {
        split_case(part, &mut words);
    }
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let last = words.len().saturating_sub(1);
    for (at, word) in words.into_iter().enumerate() {
        let (word, number) = apart(word);
        if let Some((_, parts)) = SPLIT.iter().find(|(whole, _)| *whole == word) {
            joined.extend(parts.iter().map(|part| (*part).to_owned()));
        } else {
            join(word, &mut joined);
        }
        joined.extend(number.filter(|_| at == last));
    }
    joined.into_iter().map(Word::new).collect()
}

/// Appends a word, or makes one of it and the word before.
fn join(word: String, joined: &mut Vec<String>) {
    let known = joined.last().and_then(|previous| {
        let one = singular(&word);
        JOINED.iter().find(|(first, second, _)| first == previous && (*second == word || *second == one))
    });
    match (known, joined.last_mut()) {
        (Some((_, second, whole)), Some(previous)) => {
            (*whole).clone_into(previous);
            if *second != word {
                previous.push('s');
            }
        }
        _ => joined.push(word),
    }
}

/// `userID` → `user`, `id`; `IPAddress` → `ip`, `address`; `userIDs` → `user`, `ids`.
fn split_case(part: &str, words: &mut Vec<String>) {
    let symbols: Vec<char> = part.chars().collect();
    let mut word = String::new();
    for (at, &symbol) in symbols.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|before| symbols.get(before)).copied();
        let next = symbols.get(at + 1).copied();
        let starts = symbol.is_uppercase()
            && match (previous, next) {
                (None, _) => false,
                (Some(previous), _) if !previous.is_uppercase() => true,
                // The last capital of a run begins the next word, except that of a plural: `IDs`.
                (_, Some(next)) => next.is_lowercase() && !is_plural_s(&symbols, at + 1),
                (_, None) => false,
            };
        if starts && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        word.extend(symbol.to_lowercase());
    }
    if !word.is_empty() {
        words.push(word);
    }
}

/// Whether the `s` at this place ends a run of capitals.
fn is_plural_s(symbols: &[char], at: usize) -> bool {
    symbols.get(at) == Some(&'s') && symbols.get(at + 1).is_none_or(|next| next.is_uppercase())
}

/// `address1` → `address` and `1`, but `sha256` stays.
fn apart(mut word: String) -> (String, Option<String>) {
    let stem = word.trim_end_matches(|symbol: char| symbol.is_ascii_digit()).len();
    if stem == 0 || stem == word.len() || WITH_DIGITS.contains(&word.as_str()) {
        return (word, None);
    }
    let number = word.split_off(stem);
    (word, Some(number))
}

/// The singular of an English word, as far as endings tell.
fn singular(word: &str) -> String {
    if let Some((_, singular)) = PLURALS.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_owned();
    }
    if word.len() < 3 || SINGULAR.contains(&word) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").unwrap_or(word).to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && !stem.ends_with("iou") && !stem.ends_with("eou") => {
            stem.to_owned()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str) -> String {
        split(name).into_iter().map(|word| word.raw).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn any_style() {
        for (name, words) in [
            ("firstName", "first name"),
            ("first_name", "first name"),
            ("FIRST-NAME", "first name"),
            ("FirstName", "first name"),
            ("firstname", "first name"),
            ("billing.address", "billing address"),
            ("$id", "id"),
            ("@type", "type"),
            ("userID", "user id"),
            ("userIDs", "user ids"),
            ("IPAddress", "ip"),
            ("IPv4Address", "ipv4 address"),
            ("createdAtUTC", "created at utc"),
            ("address1", "address"),
            ("line_2", "line"),
            ("sha256", "sha256"),
            ("HTMLURL", "htmlurl"),
            ("htmlUrl", "html url"),
            ("userName", "username"),
            ("user_names", "usernames"),
            ("eMail", "email"),
            ("OAuthToken", "oauth token"),
            ("Content-Type", "mimetype"),
            ("iOSVersion", "ios version"),
            ("größeInCm", "größe in cm"),
            ("7", "7"),
            ("", ""),
            ("__", ""),
        ] {
            assert_eq!(text(name), words, "{name}");
        }
    }

    #[test]
    fn numbers_at_the_end() {
        let all = |name| split_all(name).into_iter().map(|word| word.raw).collect::<Vec<_>>().join(" ");
        assert_eq!(all("address2"), "address 2");
        assert_eq!(all("address_line_2"), "address line 2");
        assert_eq!(all("md5"), "md5");
        assert_eq!(all("oauth2Token"), "oauth2 token");
    }

    #[test]
    fn singulars() {
        for (plural, one) in [
            ("emails", "email"),
            ("categories", "category"),
            ("boxes", "box"),
            ("addresses", "address"),
            ("branches", "branch"),
            ("statuses", "status"),
            ("status", "status"),
            ("series", "series"),
            ("people", "person"),
            ("urls", "url"),
            ("ids", "id"),
            ("ios", "ios"),
            ("previous", "previous"),
            ("images", "image"),
            ("houses", "house"),
        ] {
            assert_eq!(singular(plural), one, "{plural}");
        }
    }
}
