//! Check digits.

/// The digit that makes a row of digits pass Luhn's test; other characters do not count.
pub(super) fn luhn(digits: &str) -> char {
    let values = digits.bytes().rev().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0'));
    let sum: u32 = values
        .enumerate()
        .map(|(index, digit)| if index % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
        .sum();
    digit((10 - sum % 10) % 10)
}

/// The check digit of EAN-8, UPC-A, EAN-13 and ISBN-13: weights 3 and 1 from the right; other characters do not count.
pub(super) fn ean(digits: &str) -> char {
    let values = digits.bytes().rev().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0'));
    let sum: u32 =
        values.enumerate().map(|(index, digit)| if index % 2 == 0 { digit * 3 } else { digit }).sum();
    digit((10 - sum % 10) % 10)
}

/// The check digit of ISBN-10; other characters than digits do not count.
pub(super) fn isbn10(digits: &str) -> char {
    let values = digits.bytes().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0'));
    let sum: u32 = values.zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    match (11 - sum % 11) % 11 {
        10 => 'X',
        check => digit(check),
    }
}

/// The ninth digit of an ABA routing number.
pub(super) fn aba(digits: &str) -> char {
    let values = digits.bytes().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0'));
    let sum: u32 = values.zip([3, 7, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    digit((10 - sum % 10) % 10)
}

/// The remainder modulo 97 as ISO 7064 takes it: letters count as 10 to 35.
pub(super) fn mod97(text: impl Iterator<Item = char>) -> u32 {
    text.filter_map(|symbol| symbol.to_digit(36)).fold(0, |remainder, value| {
        if value < 10 { (remainder * 10 + value) % 97 } else { (remainder * 100 + value) % 97 }
    })
}

fn digit(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers() {
        assert_eq!(luhn("411111111111111"), '1');
        assert_eq!(luhn("37828224631000"), '5');
        assert_eq!(ean("978-3-16-148410-"), '0');
        assert_eq!(ean("03600029145"), '2');
        assert_eq!(isbn10("0-306-40615-"), '2');
        assert_eq!(isbn10("080442957"), 'X');
        assert_eq!(aba("01140153"), '3');
        assert_eq!(mod97("WEST12345698765432GB82".chars()), 1);
    }
}
