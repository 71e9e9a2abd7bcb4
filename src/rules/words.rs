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

/// Two words that many write as one, in the form rules know them by. This list and the next ones are sorted.
const JOINED: &[(&str, &str, &str)] = &[
    ("auto", "scaling", "autoscaling"),
    ("back", "up", "backup"),
    ("bar", "code", "barcode"),
    ("birth", "date", "birthdate"),
    ("birth", "day", "birthday"),
    ("call", "back", "callback"),
    ("check", "out", "checkout"),
    ("check", "sum", "checksum"),
    ("content", "type", "mimetype"),
    ("data", "base", "database"),
    ("data", "set", "dataset"),
    ("dead", "line", "deadline"),
    ("e", "mail", "email"),
    ("e", "tag", "etag"),
    ("file", "name", "filename"),
    ("fire", "base", "firebase"),
    ("git", "hub", "github"),
    ("git", "lab", "gitlab"),
    ("home", "page", "homepage"),
    ("host", "name", "hostname"),
    ("i", "ban", "iban"),
    ("i", "os", "ios"),
    ("i", "pv4", "ipv4"),
    ("i", "pv6", "ipv6"),
    ("ip", "addr", "ip"),
    ("ip", "address", "ip"),
    ("ip", "v4", "ipv4"),
    ("ip", "v6", "ipv6"),
    ("key", "word", "keyword"),
    ("linked", "in", "linkedin"),
    ("log", "in", "login"),
    ("media", "type", "mimetype"),
    ("meta", "data", "metadata"),
    ("mime", "type", "mimetype"),
    ("name", "space", "namespace"),
    ("nick", "name", "nickname"),
    ("o", "auth", "oauth"),
    ("pass", "code", "passcode"),
    ("pass", "word", "password"),
    ("pay", "pal", "paypal"),
    ("play", "list", "playlist"),
    ("post", "code", "postcode"),
    ("postal", "code", "postcode"),
    ("sub", "domain", "subdomain"),
    ("sub", "title", "subtitle"),
    ("sub", "total", "subtotal"),
    ("sub", "type", "subtype"),
    ("thumb", "nail", "thumbnail"),
    ("time", "line", "timeline"),
    ("time", "out", "timeout"),
    ("time", "stamp", "timestamp"),
    ("time", "zone", "timezone"),
    ("un", "read", "unread"),
    ("user", "agent", "useragent"),
    ("user", "name", "username"),
    ("web", "hook", "webhook"),
    ("web", "site", "website"),
    ("work", "flow", "workflow"),
    ("work", "space", "workspace"),
    ("you", "tube", "youtube"),
    ("zip", "code", "zipcode"),
];

/// Words that are written together in lower case often enough, and cannot be told apart by style.
const SPLIT: &[(&str, &[&str])] = &[
    ("accesstoken", &["access", "token"]),
    ("accountid", &["account", "id"]),
    ("accountnumber", &["account", "number"]),
    ("apikey", &["api", "key"]),
    ("appid", &["app", "id"]),
    ("avatarurl", &["avatar", "url"]),
    ("callbackurl", &["callback", "url"]),
    ("cardnumber", &["card", "number"]),
    ("categoryid", &["category", "id"]),
    ("companyname", &["company", "name"]),
    ("countrycode", &["country", "code"]),
    ("createdat", &["created", "at"]),
    ("createdby", &["created", "by"]),
    ("createddate", &["created", "date"]),
    ("createdon", &["created", "on"]),
    ("createtime", &["create", "time"]),
    ("currencycode", &["currency", "code"]),
    ("customerid", &["customer", "id"]),
    ("datetime", &["date", "time"]),
    ("deletedat", &["deleted", "at"]),
    ("deviceid", &["device", "id"]),
    ("displayname", &["display", "name"]),
    ("duedate", &["due", "date"]),
    ("emailaddress", &["email", "address"]),
    ("enddate", &["end", "date"]),
    ("endtime", &["end", "time"]),
    ("errorcode", &["error", "code"]),
    ("familyname", &["family", "name"]),
    ("filepath", &["file", "path"]),
    ("filesize", &["file", "size"]),
    ("filetype", &["file", "type"]),
    ("firstname", &["first", "name"]),
    ("fullname", &["full", "name"]),
    ("givenname", &["given", "name"]),
    ("groupid", &["group", "id"]),
    ("housenumber", &["house", "number"]),
    ("imageurl", &["image", "url"]),
    ("invoicenumber", &["invoice", "number"]),
    ("ipaddress", &["ip"]),
    ("jobtitle", &["job", "title"]),
    ("languagecode", &["language", "code"]),
    ("lastname", &["last", "name"]),
    ("lineitem", &["line", "item"]),
    ("macaddress", &["mac", "address"]),
    ("middlename", &["middle", "name"]),
    ("orderid", &["order", "id"]),
    ("ordernumber", &["order", "number"]),
    ("orgid", &["org", "id"]),
    ("pagenumber", &["page", "number"]),
    ("pagesize", &["page", "size"]),
    ("parentid", &["parent", "id"]),
    ("phoneno", &["phone", "number"]),
    ("phonenumber", &["phone", "number"]),
    ("photourl", &["photo", "url"]),
    ("productid", &["product", "id"]),
    ("projectid", &["project", "id"]),
    ("pubdate", &["pub", "date"]),
    ("realname", &["real", "name"]),
    ("refreshtoken", &["refresh", "token"]),
    ("requestid", &["request", "id"]),
    ("screenname", &["screen", "name"]),
    ("serialnumber", &["serial", "number"]),
    ("sessionid", &["session", "id"]),
    ("startdate", &["start", "date"]),
    ("starttime", &["start", "time"]),
    ("statuscode", &["status", "code"]),
    ("streetaddress", &["street", "address"]),
    ("telephonenumber", &["phone", "number"]),
    ("totalcount", &["total", "count"]),
    ("totalprice", &["total", "price"]),
    ("unitprice", &["unit", "price"]),
    ("updatedat", &["updated", "at"]),
    ("updatedby", &["updated", "by"]),
    ("updatetime", &["update", "time"]),
    ("userid", &["user", "id"]),
];

/// Words whose last digits belong to them.
const WITH_DIGITS: &[&str] = &[
    "alpha2", "alpha3", "base64", "co2", "crc32", "ec2", "h1", "h2", "ipv4", "ipv6", "isbn10", "isbn13",
    "iso2", "iso3", "k1", "md5", "mp3", "mp4", "neo4j", "oauth1", "oauth2", "p50", "p75", "p90", "p95",
    "p99", "pm10", "pm25", "pv4", "pv6", "q1", "q2", "q3", "q4", "s3", "sha1", "sha256", "sha384", "sha512",
    "utf8", "v4", "v6", "web3", "x1", "x2", "x509", "y1", "y2",
];

/// Words that end in `s` and are singular.
const SINGULAR: &[&str] = &[
    "access",
    "address",
    "alias",
    "aliases",
    "always",
    "analysis",
    "as",
    "aus",
    "aws",
    "basis",
    "bonus",
    "bps",
    "bus",
    "business",
    "campus",
    "canvas",
    "class",
    "compass",
    "corpus",
    "cors",
    "cross",
    "css",
    "dns",
    "dos",
    "eps",
    "express",
    "fitness",
    "focus",
    "fps",
    "gas",
    "genus",
    "goods",
    "gps",
    "gross",
    "happiness",
    "has",
    "hess",
    "https",
    "illness",
    "iops",
    "ios",
    "is",
    "kbps",
    "lens",
    "less",
    "liveness",
    "locus",
    "loss",
    "mass",
    "mbps",
    "menus",
    "minus",
    "ms",
    "news",
    "nonce",
    "ns",
    "os",
    "pass",
    "pbs",
    "plus",
    "pos",
    "previous",
    "process",
    "progress",
    "radius",
    "readiness",
    "rss",
    "sales",
    "sas",
    "series",
    "sms",
    "species",
    "ssl",
    "status",
    "success",
    "this",
    "tls",
    "tos",
    "us",
    "virus",
    "vs",
    "was",
    "wellness",
    "wireless",
    "witness",
];

/// Plurals with a singular of their own.
const PLURALS: &[(&str, &str)] = &[
    ("addresses", "address"),
    ("aliases", "alias"),
    ("analyses", "analysis"),
    ("axes", "axis"),
    ("bases", "base"),
    ("buses", "bus"),
    ("caches", "cache"),
    ("calories", "calorie"),
    ("cases", "case"),
    ("causes", "cause"),
    ("children", "child"),
    ("clauses", "clause"),
    ("cookies", "cookie"),
    ("courses", "course"),
    ("criteria", "criterion"),
    ("databases", "database"),
    ("diagnoses", "diagnosis"),
    ("dice", "die"),
    ("dies", "die"),
    ("expenses", "expense"),
    ("houses", "house"),
    ("ids", "id"),
    ("indices", "index"),
    ("licenses", "license"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("menus", "menu"),
    ("movies", "movie"),
    ("nurses", "nurse"),
    ("people", "person"),
    ("phases", "phase"),
    ("purchases", "purchase"),
    ("releases", "release"),
    ("responses", "response"),
    ("selfies", "selfie"),
    ("series", "series"),
    ("statuses", "status"),
    ("ties", "tie"),
    ("uses", "use"),
    ("vertices", "vertex"),
    ("warehouses", "warehouse"),
    ("women", "woman"),
];

/// The entry of a sorted list.
fn entry<'t, T>(sorted: &'t [T], word: &str, key: fn(&T) -> &'static str) -> Option<&'t T> {
    sorted.binary_search_by(|known| key(known).cmp(word)).ok().and_then(|at| sorted.get(at))
}

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
        if let Some((_, parts)) = entry(SPLIT, &word, |(whole, _)| *whole) {
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
        let from = JOINED.partition_point(|(first, _, _)| *first < previous.as_str());
        let mut same = JOINED.iter().skip(from).take_while(|(first, _, _)| first == previous);
        same.find(|(_, second, _)| *second == word || *second == one)
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
    if stem == 0 || stem == word.len() || entry(WITH_DIGITS, &word, |known| *known).is_some() {
        return (word, None);
    }
    let number = word.split_off(stem);
    (word, Some(number))
}

/// The singular of an English word, as far as endings tell.
fn singular(word: &str) -> String {
    if let Some((_, singular)) = entry(PLURALS, word, |(plural, _)| *plural) {
        return (*singular).to_owned();
    }
    if word.len() < 3 || entry(SINGULAR, word, |known| *known).is_some() {
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
    fn lists_are_sorted() {
        assert!(JOINED.is_sorted_by(|left, right| (left.0, left.1) < (right.0, right.1)));
        assert!(SPLIT.is_sorted_by(|left, right| left.0 < right.0));
        assert!(PLURALS.is_sorted_by(|left, right| left.0 < right.0));
        assert!(SINGULAR.is_sorted_by(|left, right| left < right));
        assert!(WITH_DIGITS.is_sorted_by(|left, right| left < right));
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
