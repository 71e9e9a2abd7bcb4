//! Text as it was sent: names and values of a query, a cookie header or a form, with their encoding.

use std::borrow::Cow;

/// How text was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// Not at all.
    Plain,
    /// Percent-encoding.
    Percent,
    /// Percent-encoding, with `+` for blanks.
    Form,
}

impl Coding {
    /// The text that was meant. What is no UTF-8 is replaced.
    pub(super) fn decode(self, raw: &str) -> String {
        let plain = match self {
            Self::Plain => return raw.to_owned(),
            Self::Form if raw.contains('+') => Cow::Owned(raw.replace('+', " ")),
            Self::Percent | Self::Form => Cow::Borrowed(raw),
        };
        if !plain.contains('%') {
            return plain.into_owned();
        }
        let mut bytes = Vec::with_capacity(plain.len());
        let mut rest = plain.as_bytes();
        while let Some((&first, behind)) = rest.split_first() {
            rest = behind;
            let hex = |at: usize| behind.get(at).and_then(|digit| char::from(*digit).to_digit(16));
            if let (b'%', Some(high), Some(low)) = (first, hex(0), hex(1)) {
                bytes.push((high * 16 + low) as u8);
                rest = behind.get(2..).unwrap_or_default();
            } else {
                bytes.push(first);
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// A text with its encoding.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sent<'r> {
    pub(super) raw: &'r str,
    pub(super) coding: Coding,
}

impl Sent<'_> {
    pub(super) fn decoded(self) -> String {
        self.coding.decode(self.raw)
    }
}

/// A name with a value.
#[derive(Debug, Clone)]
pub(super) struct Pair<'r> {
    /// Decoded.
    pub(super) name: Cow<'r, str>,
    pub(super) value: Sent<'r>,
}

/// The pairs of a query or of an urlencoded form, up to a number.
pub(super) fn pairs_of(text: &str, most: usize) -> Vec<Pair<'_>> {
    let written = text.split('&').filter(|pair| !pair.is_empty());
    let pairs = written.map(|pair| {
        let (name, raw) = pair.split_once('=').unwrap_or((pair, ""));
        Pair { name: Coding::Form.decode(name).into(), value: Sent { raw, coding: Coding::Form } }
    });
    pairs.filter(|pair| !crate::request::is_ours(&pair.name)).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_pairs() {
        let pairs = pairs_of("a=1%2C2&&b+c=%zz%C3%A9%FF+x%&apidogToken=secret&d&=e", 10);
        let read: Vec<_> =
            pairs.iter().map(|pair| (&*pair.name, pair.value.raw, pair.value.decoded())).collect();
        let expected = [
            ("a", "1%2C2", "1,2".to_owned()),
            ("b c", "%zz%C3%A9%FF+x%", "%zzé\u{fffd} x%".to_owned()),
            ("d", "", String::new()),
            ("", "e", "e".to_owned()),
        ];
        assert_eq!(read, expected);
        assert_eq!(Coding::Percent.decode("a+b%20"), "a+b ");
        assert_eq!(Coding::Plain.decode("a%20"), "a%20");
        assert_eq!(pairs_of(&"a&".repeat(10_000), 1000).len(), 1000);
    }
}
