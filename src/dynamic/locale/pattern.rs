//! Patterns of postal codes, phone numbers, addresses and names.

/// Random choices that follow from one number alone: what one object's values share is kept as a number, and whatever
/// is asked of it comes out the same each time.
#[derive(Debug, Clone)]
pub struct Bits(u64);

impl Bits {
    /// The choices of a number. `purpose` keeps those of different things apart.
    pub fn new(seed: u64, purpose: u64) -> Self {
        Self(seed ^ purpose.wrapping_mul(0xd6e8_feb8_6659_fd93))
    }

    /// 64 bits, by splitmix64.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `limit`; 0 when `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        // Lists are short; the upper half of the bits is plenty.
        (((self.bits() >> 32) * limit as u64) >> 32) as usize
    }

    /// A number in `0.0..1.0`.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of the texts; empty when there are none.
    pub fn pick(&mut self, texts: &[&'static str]) -> &'static str {
        texts.get(self.below(texts.len())).copied().unwrap_or_default()
    }
}

/// Letters that postal codes may have anywhere, in Britain, Canada and the Netherlands alike.
const LETTERS: &[u8; 15] = b"ABEGHJLNPRTWXYZ";

/// Appends a pattern: `#` becomes a digit, `%` one from 1, `!` one from 2, `^` one from 6, `?` a letter, `@` the area
/// code, itself a pattern.
pub fn fill(pattern: &str, area_code: &str, bits: &mut Bits, out: &mut String) {
    for symbol in pattern.chars() {
        let low = match symbol {
            '#' => 0,
            '%' => 1,
            '!' => 2,
            '^' => 6,
            '?' => {
                out.push(char::from(LETTERS.get(bits.below(LETTERS.len())).copied().unwrap_or(b'A')));
                continue;
            }
            '@' => {
                fill(area_code, "", bits, out);
                continue;
            }
            other => {
                out.push(other);
                continue;
            }
        };
        out.push(char::from(b'0' + (low + bits.below(10 - low)) as u8));
    }
}

/// Appends a pattern whose `{names}` are written by `write`.
pub fn render(pattern: &str, out: &mut String, mut write: impl FnMut(&str, &mut String)) {
    let mut rest = pattern;
    // Patterns are short: looking at each byte is quicker than setting up a search.
    let split = |text: &'_ str, sign: u8| text.bytes().position(|byte| byte == sign);
    while let Some(open) = split(rest, b'{') {
        let (before, after) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = split(after, b'}') else { return };
        let name = after.get(1..close).unwrap_or_default();
        let after = after.get(close + 1..).unwrap_or_default();
        write(name, out);
        rest = after;
    }
    out.push_str(rest);
}

/// Whether a text is one that `fill` could have written.
#[cfg(test)]
pub(crate) fn fits(text: &str, pattern: &str, area_code: &str) -> bool {
    let pattern = pattern.replace('@', area_code);
    text.chars().count() == pattern.chars().count()
        && text.chars().zip(pattern.chars()).all(|(symbol, wanted)| match wanted {
            '#' => symbol.is_ascii_digit(),
            '%' => ('1'..='9').contains(&symbol),
            '!' => ('2'..='9').contains(&symbol),
            '^' => ('6'..='9').contains(&symbol),
            '?' => symbol.is_ascii_uppercase(),
            other => symbol == other,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_and_renders() {
        let mut out = String::new();
        fill("(@) ^#!-#%?", "212", &mut Bits::new(1, 2), &mut out);
        assert!(fits(&out, "(@) ^#!-#%?", "212"), "{out}");
        let mut again = String::new();
        fill("(@) ^#!-#%?", "212", &mut Bits::new(1, 2), &mut again);
        assert_eq!(out, again);

        out.clear();
        render("{number} {street}, {city}", &mut out, |name, out| out.push_str(&name.to_uppercase()));
        assert_eq!(out, "NUMBER STREET, CITY");
    }
}
