//! Lists that are written as one text, `"Anna, Maria, Ursula"`, and split while the crate is compiled: long columns of
//! names stay readable and cost no code.

/// The entries of a text, separated by commas, as a `&'static [&'static str]`.
macro_rules! list {
    ($text:expr) => {{
        const TEXT: &str = $text;
        const LIST: [&str; $crate::dynamic::locale::list::count(TEXT)] =
            $crate::dynamic::locale::list::split(TEXT);
        &LIST
    }};
}

pub(super) use list;

/// How many entries a text has.
pub(super) const fn count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at) = (1, 0);
    while at < bytes.len() {
        if bytes[at] == b',' {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The entries of a text, without the blanks around them.
pub(super) const fn split<const N: usize>(text: &'static str) -> [&'static str; N] {
    let bytes = text.as_bytes();
    let mut entries = [""; N];
    let (mut entry, mut start, mut at) = (0, 0, 0);
    while at <= bytes.len() {
        if at == bytes.len() || bytes[at] == b',' {
            entries[entry] = trimmed(text, start, at);
            entry += 1;
            start = at + 1;
        }
        at += 1;
    }
    entries
}

const fn trimmed(text: &'static str, mut start: usize, mut end: usize) -> &'static str {
    let bytes = text.as_bytes();
    while start < end && bytes[start].is_ascii_whitespace() {
        start += 1;
    }
    while start < end && bytes[end - 1].is_ascii_whitespace() {
        end -= 1;
    }
    let (head, _) = text.split_at(end);
    let (_, entry) = head.split_at(start);
    entry
}

#[cfg(test)]
mod tests {
    #[test]
    fn splits_at_commas_and_trims() {
        let list: &[&str] = list!("Anna Maria,Jörg ,\n 太郎|Taro");
        assert_eq!(list, ["Anna Maria", "Jörg", "太郎|Taro"]);
    }
}
