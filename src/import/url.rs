//! Which addresses a document may be fetched from: public web servers only.
//!
//! A name that resolves to a private address cannot be seen here; Workers reach no private network, and where the
//! Worker runs elsewhere its network has to refuse.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest address, in bytes.
pub const MAX_URL_BYTES: usize = 2048;

/// Endings of names that belong to private networks (RFC 6761, RFC 6762, RFC 8375, and ICANN's reserved ones).
const PRIVATE_NAMES: [&str; 14] = [
    "localhost",
    "local",
    "internal",
    "localdomain",
    "lan",
    "home",
    "corp",
    "intranet",
    "private",
    "arpa",
    "test",
    "invalid",
    "onion",
    "alt",
];
/// Public names that resolve to whatever private address stands in them.
const MIRROR_NAMES: [&str; 5] = ["nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me"];

/// Checks an address before it is fetched, and again for every redirect.
///
/// ```
/// use edgemock::import::check_import_url;
///
/// assert!(check_import_url("https://example.com/openapi.yaml").is_ok());
/// assert!(check_import_url("http://169.254.169.254/latest/meta-data").is_err());
/// assert!(check_import_url("http://2130706433/").is_err());
/// ```
///
/// # Errors
/// Says what is not allowed: schemes but http and https, credentials, local and private hosts in any notation,
/// privileged ports but 80 and 443, characters that parsers read differently.
pub fn check_import_url(url: &str) -> Result<(), String> {
    if url.len() > MAX_URL_BYTES {
        return Err(format!("the address has {} bytes, {MAX_URL_BYTES} are allowed", url.len()));
    }
    if url
        .contains(|character: char| character.is_control() || character.is_whitespace() || character == '\\')
    {
        return Err(
            "the address holds blanks, control characters or backslashes: percent-encode them".to_owned()
        );
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Err("the address must begin with http:// or https://".to_owned());
    };
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Err("the address must begin with http:// or https://".to_owned());
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err("the address holds credentials: send them as `basicAuth`".to_owned());
    }
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, after) = rest.split_once(']').ok_or("the address has no closing `]`")?;
            check_v6(host)?;
            (None, after.strip_prefix(':').or((!after.is_empty()).then_some("x")))
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (Some(host), Some(port)),
            None => (Some(authority), None),
        },
    };
    if let Some(port) = port.filter(|port| !port.is_empty()) {
        let digits = port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
        match port.parse::<u16>() {
            Ok(80 | 443 | 1024..) if digits => {}
            _ => return Err(format!("port `{port}` is not allowed: use 80, 443 or one from 1024 on")),
        }
    }
    host.map_or(Ok(()), check_host)
}

fn check_host(host: &str) -> Result<(), String> {
    let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    let wrong = || format!("`{host}` is no host name: write it in ASCII letters, digits, `-` and `.`");
    let labels: Vec<&str> = name.split('.').collect();
    let sound = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    if name.len() > 253 || !labels.iter().all(sound) {
        return Err(wrong());
    }
    // What ends in a number is an IPv4 address, in all the notations that C libraries know.
    let last = labels.last().copied().unwrap_or_default();
    if last.bytes().all(|byte| byte.is_ascii_digit()) || number(last).is_some() {
        let address = v4_of(&labels).ok_or_else(wrong)?;
        return if is_public_v4(address) { Ok(()) } else { Err(refused(host)) };
    }
    let within =
        |ending: &str| name == ending || name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.'));
    if labels.len() < 2 || PRIVATE_NAMES.contains(&last) || MIRROR_NAMES.iter().any(|ending| within(ending)) {
        return Err(refused(host));
    }
    Ok(())
}

fn refused(host: &str) -> String {
    format!(
        "`{host}` is a local or private host, which is never fetched: send the document itself as `input`"
    )
}

/// A part of an IPv4 address: decimal, `0x` hexadecimal or `0` octal.
fn number(text: &str) -> Option<u32> {
    let (digits, radix) = match (text.strip_prefix("0x"), text.strip_prefix('0')) {
        (Some(digits), _) => (digits, 16),
        (None, Some(digits)) if !digits.is_empty() => (digits, 8),
        _ => (text, 10),
    };
    if digits.is_empty() {
        // `0x` alone is 0.
        return (radix == 16).then_some(0);
    }
    if digits.starts_with('+') {
        return None;
    }
    u32::from_str_radix(digits, radix).ok()
}

/// One to four parts; the last one fills all remaining bytes.
fn v4_of(labels: &[&str]) -> Option<Ipv4Addr> {
    let (last, firsts) = labels.split_last()?;
    if firsts.len() > 3 {
        return None;
    }
    let mut address = 0_u32;
    for part in firsts {
        let part = number(part).filter(|part| *part <= 255)?;
        address = address << 8 | part;
    }
    let last = u64::from(number(last)?);
    let bits = 8 * (4 - firsts.len() as u32);
    if last >= 1 << bits {
        return None;
    }
    let high = u64::from(address) << bits;
    u32::try_from(high | last).ok().map(Ipv4Addr::from)
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, d] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || matches!((a, b, c), (0 | 224.., ..) | (192, 0, 0) | (192, 88, 99))
        // Carrier networks, which some clouds use for metadata, and benchmarks.
        || a == 100 && b & 0xC0 == 64
        || a == 198 && b & 0xFE == 18
        // The host agent of Azure.
        || (a, b, c, d) == (168, 63, 129, 16);
    !special
}

fn check_v6(host: &str) -> Result<(), String> {
    let address: Ipv6Addr = host.parse().map_err(|_| format!("`[{host}]` is no IPv6 address"))?;
    let segments = address.segments();
    // Global unicast is 2000::/3; Teredo, documentation and 6to4 lie inside it.
    let public = segments[0] & 0xE000 == 0x2000
        && !(segments[0] == 0x2001 && (segments[1] == 0 || segments[1] == 0xDB8))
        && segments[0] != 0x2002
        && segments[0] != 0x3FFF;
    if public { Ok(()) } else { Err(refused(&format!("[{host}]"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_addresses_pass() {
        for url in [
            "https://example.com",
            "HTTP://Example.COM/openapi.yaml?x=@y#z",
            "https://example.com./a",
            "https://example.com:8443/a",
            "http://example.com:80/",
            "http://example.com:/",
            "https://8.8.8.8/x",
            "https://raw.githubusercontent.com/a/b/c.json",
            "https://localhost.example.com/",
            "https://xn--bcher-kva.example.org/",
            "https://[2606:4700::6810:84e5]:8080/",
            "https://my_bucket.s3.amazonaws.com/x",
            "https://0x7f.example.com/",
        ] {
            assert_eq!(check_import_url(url), Ok(()), "{url}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for url in [
            "",
            "example.com",
            "//example.com",
            "https:/example.com",
            "file:///etc/passwd",
            "ftp://example.com",
            "javascript://example.com",
            "https://",
            "https:///x",
            "https://user:pass@example.com/",
            "https://example.com@127.0.0.1/",
            "https://example.com\\@127.0.0.1/",
            "https://example.com/a b",
            "https://exa\tmple.com/",
            "http://localhost",
            "http://LOCALHOST:8787/",
            "http://a.localhost./",
            "http://intranet/",
            "http://printer.local/",
            "http://metadata.google.internal/",
            "http://router.home.arpa",
            "http://127.0.0.1",
            "http://127.1",
            "http://2130706433",
            "http://0x7f000001",
            "http://0X7F.1",
            "http://0177.0.0.1",
            "http://0x7f.0.0.01/",
            "http://127.0.0.1./",
            "http://0/",
            "http://0x/",
            "http://10.1.2.3",
            "http://172.16.0.1",
            "http://192.168.1.1",
            "http://169.254.169.254/latest/meta-data",
            "http://100.100.100.200/",
            "http://168.63.129.16/",
            "http://198.18.0.1",
            "http://224.0.0.1",
            "http://255.255.255.255",
            "http://256.1.1.1",
            "http://1.2.3.4.5",
            "http://example.123",
            "http://1.2.3.99999999999",
            "http://4294967296",
            "http://127.0.0.1.nip.io",
            "http://[::1]/",
            "http://[::]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[2001::1]/",
            "http://[fd00:ec2::254]/",
            "http://[fe80::1%25eth0]/",
            "http://[fe80::1]/",
            "http://[::1",
            "http://[2606:4700::1]x/",
            "https://example.com:22/",
            "https://example.com:0/",
            "https://example.com:65536/",
            "https://example.com:+443/",
            "https://example.com:8x/",
            "https://exämple.com/",
            "http://１２７.0.0.1/",
            "http://127。0。0。1/",
            "https://exam%70le.com/",
            "https://.example.com/",
            "https://example..com/",
        ] {
            assert!(check_import_url(url).is_err(), "{url}");
        }
        assert!(check_import_url(&format!("https://example.com/{}", "a".repeat(MAX_URL_BYTES))).is_err());
    }
}
