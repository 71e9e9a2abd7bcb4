//! Whole numbers as text: nearly every body has dozens, and `write!` takes several times as long.

/// Appends a number.
pub(in crate::dynamic) fn push_integer(value: i64, out: &mut String) {
    push_padded(value, 1, out);
}

/// Appends a number with leading zeros; `width` does not count its sign.
pub(in crate::dynamic) fn push_padded(value: i64, width: usize, out: &mut String) {
    if value < 0 {
        out.push('-');
    }
    let mut left = value.unsigned_abs();
    let mut digits = [b'0'; 20];
    let mut count = 0;
    for slot in digits.iter_mut().rev() {
        if left == 0 && count >= width {
            break;
        }
        *slot = b'0' + (left % 10) as u8;
        left /= 10;
        count += 1;
    }
    let written = digits.get(digits.len() - count..).unwrap_or_default();
    out.push_str(std::str::from_utf8(written).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_as_the_standard_library_does() {
        for value in [0, 7, -7, 10, 1999, -120, i64::MAX, i64::MIN] {
            let mut out = String::new();
            push_integer(value, &mut out);
            assert_eq!(out, value.to_string());
        }
        for (value, width, expected) in [(7, 2, "07"), (-7, 2, "-07"), (1234, 2, "1234"), (0, 3, "000")] {
            let mut out = String::new();
            push_padded(value, width, &mut out);
            assert_eq!(out, expected);
        }
    }
}
