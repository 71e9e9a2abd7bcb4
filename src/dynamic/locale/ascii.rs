//! Names in ASCII, for e-mail addresses, user names and domains.

/// Appends the letters and digits of a text in lower-case ASCII: `Jürgen` as `juergen` in German, `jurgen` elsewhere.
/// What has no ASCII form is left out.
pub fn fold(text: &str, language: &str, out: &mut String) {
    if text.is_ascii() {
        let kept = text.bytes().filter(u8::is_ascii_alphanumeric);
        out.extend(kept.map(|letter| char::from(letter.to_ascii_lowercase())));
        return;
    }
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            out.push(letter);
            continue;
        }
        out.push_str(match letter {
            'ä' if language == "de" => "ae",
            'ö' if language == "de" => "oe",
            'ü' if language == "de" => "ue",
            'à'..='å'
            | 'ā'
            | 'ă'
            | 'ą'
            | 'ả'
            | 'ạ'
            | 'ằ'
            | 'ắ'
            | 'ẳ'
            | 'ẵ'
            | 'ặ'
            | 'ầ'
            | 'ấ'
            | 'ẩ'
            | 'ẫ'
            | 'ậ' => "a",
            'æ' => "ae",
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẻ' | 'ẽ' | 'ẹ' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => {
                "e"
            }
            'ğ' | 'ģ' | 'ĝ' => "g",
            'ì'..='ï' | 'ī' | 'ĩ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
            'ķ' => "k",
            'ł' | 'ľ' | 'ļ' | 'ĺ' => "l",
            'ñ' | 'ń' | 'ň' | 'ņ' => "n",
            'ò'..='ö'
            | 'ø'
            | 'ō'
            | 'ő'
            | 'ơ'
            | 'ỏ'
            | 'ọ'
            | 'ồ'
            | 'ố'
            | 'ổ'
            | 'ỗ'
            | 'ộ'
            | 'ờ'
            | 'ớ'
            | 'ở'
            | 'ỡ'
            | 'ợ' => "o",
            'œ' => "oe",
            'ř' | 'ŕ' => "r",
            'ś' | 'š' | 'ş' | 'ș' => "s",
            'ß' => "ss",
            'ť' | 'ţ' | 'ț' => "t",
            'þ' => "th",
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ũ' | 'ư' | 'ủ' | 'ụ' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => {
                "u"
            }
            'ý' | 'ÿ' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            _ => "",
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_by_language() {
        for (text, language, expected) in [
            ("Jürgen Groß", "de", "juergengross"),
            ("Åsa Öberg", "sv", "asaoberg"),
            ("Nguyễn Thị Hạnh", "vi", "nguyenthihanh"),
            ("O'Brien-Łukasz", "pl", "obrienlukasz"),
            ("İpek Çağlı", "tr", "ipekcagli"),
            ("张三", "zh", ""),
        ] {
            let mut out = String::new();
            fold(text, language, &mut out);
            assert_eq!(out, expected, "{text}");
        }
    }
}
