//! Small files that really open, for media types whose content no schema describes.

use crate::generate::Rng;

/// The sample file of a media type in lower case, without parameters.
pub(super) fn of(media_type: &str) -> Option<&'static [u8]> {
    Some(match media_type {
        "image/png" | "image/apng" | "image/x-png" => include_bytes!("samples/picture.png"),
        "image/jpeg" | "image/jpg" | "image/pjpeg" => include_bytes!("samples/picture.jpg"),
        "image/gif" => include_bytes!("samples/picture.gif"),
        "image/webp" => include_bytes!("samples/picture.webp"),
        "image/svg+xml" => include_bytes!("samples/picture.svg"),
        "application/pdf" | "application/x-pdf" => include_bytes!("samples/document.pdf"),
        "application/zip" | "application/x-zip-compressed" | "application/x-zip" => {
            include_bytes!("samples/archive.zip")
        }
        "application/gzip" | "application/x-gzip" => include_bytes!("samples/archive.gz"),
        "audio/wav" | "audio/x-wav" | "audio/wave" | "audio/vnd.wave" => include_bytes!("samples/sound.wav"),
        _ => return None,
    })
}

/// Appends 256 bytes that depend on the seed alone.
pub(super) fn bytes(seed: u64, out: &mut Vec<u8>) {
    let mut rng = Rng::new(seed);
    for _ in 0..32 {
        out.extend_from_slice(&rng.bits().to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_start_like_their_kind() {
        let cases: [(&str, &[u8]); 9] = [
            ("image/png", b"\x89PNG\r\n\x1a\n"),
            ("image/jpg", b"\xff\xd8\xff"),
            ("image/gif", b"GIF89a"),
            ("image/webp", b"RIFF"),
            ("image/svg+xml", b"<svg "),
            ("application/pdf", b"%PDF-1."),
            ("application/zip", b"PK\x03\x04"),
            ("application/gzip", b"\x1f\x8b"),
            ("audio/wav", b"RIFF"),
        ];
        for (media_type, start) in cases {
            assert!(of(media_type).unwrap().starts_with(start), "{media_type}");
        }
        assert!(of("application/octet-stream").is_none());
    }

    #[test]
    fn bytes_repeat_with_their_seed() {
        let (mut a, mut b, mut c) = (vec![], vec![], vec![]);
        bytes(1, &mut a);
        bytes(1, &mut b);
        bytes(2, &mut c);
        assert_eq!((a.len(), &a), (256, &b));
        assert_ne!(a, c);
    }
}
