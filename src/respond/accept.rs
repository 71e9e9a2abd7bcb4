//! The `Accept` header (RFC 9110 section 12.5.1).

/// Ranges beyond this number are ignored.
const MAX_RANGES: usize = 64;

/// A parsed `Accept` header.
#[derive(Debug)]
pub(super) struct Accept<'a> {
    /// Type, subtype and quality in thousandths, as `1.0` is 1000.
    ranges: Vec<(&'a str, &'a str, u16)>,
}

impl<'a> Accept<'a> {
    /// Parses a header. What is malformed is left out; a header with nothing left accepts everything.
    pub(super) fn parse(header: &'a str) -> Self {
        let mut ranges = Vec::new();
        for range in header.split(',').take(MAX_RANGES) {
            let mut parts = range.split(';');
            let Some((main, sub)) = parts.next().and_then(|name| name.trim().split_once('/')) else {
                continue;
            };
            let quality =
                parts.filter_map(|parameter| parameter.split_once('=')).find_map(|(name, value)| {
                    name.trim().eq_ignore_ascii_case("q").then(|| thousandths(value.trim()))
                });
            ranges.push((main, sub, quality.unwrap_or(1000)));
        }
        // Browsers ask for XML by tradition, above `*/*`, but mean pages. A person who opens a mock URL wants JSON.
        if ranges.iter().any(|(main, sub, _)| is(main, "application") && is(sub, "xhtml+xml")) {
            ranges.retain(|(main, sub, _)| !(is(main, "application") && is(sub, "xml")));
        }
        Self { ranges }
    }

    /// The quality in thousandths that the most specific matching range gives to a media type; 0: not acceptable.
    /// Parameters are not compared.
    pub(super) fn quality(&self, media_type: &str) -> u16 {
        if self.ranges.is_empty() {
            return 1000;
        }
        let name = media_type.split(';').next().unwrap_or_default().trim();
        let (main, sub) = name.split_once('/').unwrap_or((name, ""));
        let mut best = (0, 0);
        for &(range_main, range_sub, quality) in &self.ranges {
            let specificity = match (range_main, range_sub) {
                ("*", "*") => 1,
                (range_main, "*") if is(range_main, main) => 2,
                (range_main, range_sub) if is(range_main, main) && is(range_sub, sub) => 3,
                _ => continue,
            };
            if specificity > best.0 {
                best = (specificity, quality);
            }
        }
        best.1
    }
}

fn is(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

/// A quality value from `0` to `1` with up to three decimals; anything else counts as 1.
fn thousandths(text: &str) -> u16 {
    match text.parse::<f32>() {
        Ok(value) if (0.0..1.0).contains(&value) => (value * 1000.0).round() as u16,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weighs_media_types() {
        let cases = [
            ("application/json", "application/json; charset=utf-8", 1000),
            ("application/json", "application/xml", 0),
            ("APPLICATION/*;q=0.25, text/plain;q=0", "application/pdf", 250),
            ("APPLICATION/*;q=0.25, text/plain;q=0", "text/plain", 0),
            ("*/*;q=0.1, text/*;q=0.2, text/csv;q=0.3", "text/csv", 300),
            ("*/*;q=0.1, text/*;q=0.2, text/csv;q=0.3", "text/html", 200),
            ("*/*;q=0.1, text/*;q=0.2, text/csv;q=0.3", "image/png", 100),
            ("text/html;level=1;Q=0.5", "text/html", 500),
            ("text/html;q=x", "text/html", 1000),
            ("text/html;q=-1", "text/html", 1000),
            ("text/html;q=NaN", "text/html", 1000),
            ("", "text/html", 1000),
            ("nonsense,;;,", "text/html", 1000),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml", 800),
        ];
        for (header, media_type, quality) in cases {
            assert_eq!(Accept::parse(header).quality(media_type), quality, "{header} {media_type}");
        }
        let bomb = "a/b,".repeat(10_000);
        assert_eq!(Accept::parse(&bomb).ranges.len(), MAX_RANGES);
    }
}
