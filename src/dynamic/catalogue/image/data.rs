//! SVG pictures in `data:` addresses.

use std::fmt::Write as _;

use super::size;
use crate::dynamic::{Call, Output};

/// A picture that shows its own size.
pub(super) fn uri(call: &mut Call<'_>) -> Output {
    let (width, height) = size(call);
    let mut color = String::with_capacity(16);
    match call.arguments.text("color") {
        // The color stands in an attribute: what could end it is left out.
        Some(asked) => color.extend(asked.chars().filter(|symbol| !"\"<>&".contains(*symbol)).take(64)),
        None => {
            let _ = write!(color, "#{:06x}", call.rng.below(1 << 24));
        }
    }
    let mut picture = String::with_capacity(384);
    // Writing to a string cannot fail.
    let _ = write!(
        picture,
        r#"<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}" height="{height}"><rect width="100%" height="100%" fill="{color}"/><text x="{}" y="{}" font-size="20" alignment-baseline="middle" text-anchor="middle" fill="white">{width}x{height}</text></svg>"#,
        width / 2,
        height / 2
    );
    let plain = match call.arguments.text("type") {
        Some(kind) => kind == "svg-uri",
        None => call.rng.chance(1, 2),
    };
    if plain {
        call.out.push_str("data:image/svg+xml;charset=UTF-8,");
        percent_encode(&picture, call.out);
    } else {
        call.out.push_str("data:image/svg+xml;base64,");
        base64_encode(picture.as_bytes(), call.out);
    }
    Output::Text
}

/// Appends a text with everything escaped that is not a letter, a digit or one of `-_.!~*'()`, as JavaScript's
/// `encodeURIComponent` does. Longer texts than addresses may have are cut.
pub(super) fn percent_encode(text: &str, out: &mut String) {
    for symbol in text.chars().take(1000) {
        if symbol.is_ascii_alphanumeric() || "-_.!~*'()".contains(symbol) {
            out.push(symbol);
            continue;
        }
        for byte in symbol.encode_utf8(&mut [0; 4]).bytes() {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

fn base64_encode(bytes: &[u8], out: &mut String) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().chain([&0, &0]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        for index in 0..4 {
            let symbol = ALPHABET.get(bits >> (18 - 6 * index) & 0x3F).filter(|_| index <= chunk.len());
            out.push(symbol.map_or('=', |&byte| char::from(byte)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::catalogue::testing::{draw, with};

    #[test]
    fn known_encodings() {
        for (text, encoded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            let mut out = String::new();
            base64_encode(text.as_bytes(), &mut out);
            assert_eq!(out, encoded);
        }
    }

    #[test]
    fn pictures_show_their_size() {
        for seed in 0..20 {
            let arguments = [
                ("width", 200.into()),
                ("height", 100.into()),
                ("type", "svg-uri".into()),
                ("color", "\"red>".into()),
            ];
            let uri = draw("image.dataUri", &with(arguments), "en", seed).1;
            let (head, picture) = uri.split_once(',').unwrap();
            assert_eq!(head, "data:image/svg+xml;charset=UTF-8");
            assert!(
                picture.contains("width%3D%22200%22") && picture.contains("fill%3D%22red%22"),
                "{picture}"
            );
            let uri = draw("image.dataUri", &with([("type", "svg-base64".into())]), "en", seed).1;
            let data = uri.strip_prefix("data:image/svg+xml;base64,PHN2Z").unwrap();
            assert!(
                data.len() % 4 == 3
                    && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
            );
        }
    }
}
