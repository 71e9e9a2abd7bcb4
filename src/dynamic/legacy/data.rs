//! Names, addresses of the internet, identifiers, colours, pictures.

use super::{Mock, Placeholder};
use crate::dynamic::pipe_code::{base64, url_encode};
use crate::dynamic::{Argument, Arguments, Output};
use std::fmt::Write as _;

/// Sizes of advertisements, as Mock.js has them.
const SIZES: &[&str] = &[
    "300x250", "250x250", "240x400", "336x280", "180x150", "720x300", "468x60", "234x60", "120x90", "120x60",
    "120x240", "125x125", "728x90", "160x600", "120x600", "300x600",
];

pub(super) const PLACEHOLDERS: &[Placeholder] = &[
    Placeholder::new("color", "@color", "A colour, as `#79f2a1`.", hex),
    Placeholder::new(
        "dataimage",
        "@dataImage('200x100', 'Hello')",
        "A picture in a `data:` address.",
        data_image,
    ),
    Placeholder::new(
        "domain",
        "@domain('org')",
        "A domain, under a top-level domain where one is given.",
        |mock| {
            let Some(suffix) = mock.string(0).map(str::to_owned) else {
                return mock.value("internet.domainName");
            };
            mock.value("internet.domainWord");
            mock.text(".");
            mock.text(suffix.trim_start_matches('.'))
        },
    ),
    Placeholder::new(
        "email",
        "@email('example.com')",
        "An e-mail address, of a provider where one is given.",
        |mock| {
            let mut arguments = Arguments::default();
            if let Some(provider @ Argument::Text(_)) = mock.argument(0) {
                arguments.set("provider", provider.clone());
            }
            mock.call("internet.email", &arguments, None)
        },
    ),
    Placeholder::new("first", "@first", "An English first name.", |mock| {
        mock.call("person.firstName", &Arguments::NONE, Some("en"))
    }),
    Placeholder::new("guid", "@guid", "A UUID.", |mock| mock.value("string.uuid")),
    Placeholder::new("hex", "@hex", "A colour, as `#79f2a1`.", hex),
    Placeholder::new("hsl", "@hsl", "A colour by hue, saturation and lightness.", |mock| {
        let [hue, saturation, lightness] = [360, 101, 101].map(|limit| mock.scope.rng.below(limit));
        // Writing to a String cannot fail.
        let _ = write!(mock.scope.out, "hsl({hue}, {saturation}%, {lightness}%)");
        Output::Text
    }),
    Placeholder::new(
        "image",
        "@image('200x100', '#50B347', '#FFF', 'png', 'Hello')",
        "The address of a picture: size, background, foreground, format, text.",
        image,
    ),
    Placeholder::new("ip", "@ip", "An IPv4 address.", |mock| mock.value("internet.ipv4")),
    Placeholder::new("last", "@last", "An English last name.", |mock| {
        mock.call("person.lastName", &Arguments::NONE, Some("en"))
    }),
    Placeholder::new("name", "@name", "An English name; with `true` also a middle name.", |mock| {
        if mock.argument(0) != Some(&Argument::Flag(true)) {
            return mock.call("person.fullName", &Arguments::NONE, Some("en"));
        }
        for (index, part) in
            ["person.firstName", "person.middleName", "person.lastName"].into_iter().enumerate()
        {
            if index > 0 {
                mock.text(" ");
            }
            mock.call(part, &Arguments::NONE, Some("en"));
        }
        Output::Text
    }),
    Placeholder::new("phone", "@phone", "A phone number of the project's locale.", |mock| {
        mock.value("phone.number")
    }),
    Placeholder::new("protocol", "@protocol", "`http`, `https`, `ftp` or another protocol.", |mock| {
        let protocol =
            mock.scope.rng.pick(&["http", "https", "ftp", "mailto", "news", "telnet", "ws", "wss"]);
        mock.text(protocol.copied().unwrap_or("https"))
    }),
    Placeholder::new("rgb", "@rgb", "A colour by red, green and blue.", |mock| {
        let [red, green, blue] = [256; 3].map(|limit| mock.scope.rng.below(limit));
        let _ = write!(mock.scope.out, "rgb({red}, {green}, {blue})");
        Output::Text
    }),
    Placeholder::new("rgba", "@rgba", "A colour by red, green, blue and opacity.", |mock| {
        let [red, green, blue, opacity] = [256, 256, 256, 100].map(|limit| mock.scope.rng.below(limit));
        let _ = write!(mock.scope.out, "rgba({red}, {green}, {blue}, 0.{opacity:02})");
        Output::Text
    }),
    Placeholder::new("tld", "@tld", "A top-level domain.", |mock| mock.value("internet.domainSuffix")),
    Placeholder::new("url", "@url('https')", "An address, of a protocol where one is given.", |mock| {
        let Some(protocol) = mock.string(0) else { return mock.value("internet.url") };
        mock.text(protocol);
        mock.text("://");
        mock.value("internet.domainName")
    }),
];

fn hex(mock: &mut Mock<'_, '_>) -> Output {
    let _ = write!(mock.scope.out, "#{:06x}", mock.scope.rng.below(1 << 24));
    Output::Text
}

/// Width and height of a size such as `200x100`, as they can be drawn.
fn size(mock: &mut Mock<'_, '_>) -> (u32, u32) {
    let given = mock.string(0).and_then(|size| size.split_once(['x', 'X', '*']));
    let (width, height) =
        given.or_else(|| mock.scope.rng.pick(SIZES)?.split_once('x')).unwrap_or(("300", "250"));
    let number = |text: &str| text.trim().parse().unwrap_or(200).clamp(1, 5000);
    (number(width), number(height))
}

fn image(mock: &mut Mock<'_, '_>) -> Output {
    let (width, height) = size(mock);
    let colour = |index| {
        mock.string(index).filter(|text| text.starts_with('#')).map(|text| text.trim_start_matches('#'))
    };
    let (background, foreground) = (colour(1), colour(2));
    // What is left out moves the others forward, as in Mock.js: `@image('200x100', '#50B347', 'Hello')`.
    let texts: Vec<&str> =
        (1..5).filter_map(|index| mock.string(index)).filter(|text| !text.starts_with('#')).collect();
    let formats = ["png", "gif", "jpg"];
    let format = texts.iter().find(|text| formats.contains(text)).copied();
    let caption = texts.iter().find(|text| !formats.contains(text)).copied();
    let mut address = format!("https://dummyimage.com/{width}x{height}");
    for colour in [background, foreground].into_iter().flatten() {
        address.push('/');
        address.push_str(&url_encode(colour));
    }
    if let Some(format) = format {
        address.push('.');
        address.push_str(format);
    }
    if let Some(caption) = caption {
        address.push_str("&text=");
        address.push_str(&url_encode(caption));
    }
    mock.text(&address)
}

fn data_image(mock: &mut Mock<'_, '_>) -> Output {
    let (width, height) = size(mock);
    let caption = mock.string(1).map_or_else(|| format!("{width}x{height}"), str::to_owned);
    let caption: String = caption.chars().take(200).collect();
    let caption = caption.replace('&', "&amp;").replace('<', "&lt;");
    let colour = mock.scope.rng.below(1 << 24);
    let picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><rect width=\"100%\" \
         height=\"100%\" fill=\"#{colour:06x}\"/><text x=\"50%\" y=\"50%\" fill=\"#fff\" text-anchor=\"middle\">{caption}</text></svg>"
    );
    mock.text("data:image/svg+xml;base64,");
    mock.text(&base64(&picture))
}

#[cfg(test)]
mod tests {
    use crate::dynamic::template::testing::draw;
    use crate::schema::pattern::Pattern;

    #[test]
    fn values_after_their_patterns() {
        for (text, pattern) in [
            ("@color", "^#[0-9a-f]{6}$"),
            ("@rgb", "^rgb\\([0-9]{1,3}, [0-9]{1,3}, [0-9]{1,3}\\)$"),
            ("@rgba", "^rgba\\(([0-9]{1,3}, ){3}0\\.[0-9]{2}\\)$"),
            ("@hsl", "^hsl\\([0-9]{1,3}, [0-9]{1,3}%, [0-9]{1,3}%\\)$"),
            ("@image", "^https://dummyimage\\.com/[0-9]+x[0-9]+$"),
            (
                "@image('200x100', '#50B347', 'Hello you')",
                "^https://dummyimage\\.com/200x100/50B347&text=Hello%20you$",
            ),
            (
                "@image('200x100', '#50B347', '#FFF', 'png', 'Hi')",
                "^https://dummyimage\\.com/200x100/50B347/FFF\\.png&text=Hi$",
            ),
            ("@dataImage('20x10')", "^data:image/svg\\+xml;base64,[A-Za-z0-9+/]+=*$"),
            ("@guid", "^[0-9a-f-]{36}$"),
            ("@ip", "^[0-9]{1,3}(\\.[0-9]{1,3}){3}$"),
            ("@url('ftp')", "^ftp://[a-z0-9.-]+\\.[a-z]+$"),
            ("@domain('org')", "^[a-z0-9-]+\\.org$"),
            ("@email", "^[^@ ]+@[a-z0-9.-]+$"),
            ("@name", "^[A-Z][^ ]+ [A-Z]"),
            ("@name(true)", "^[A-Z][^ ]* [A-Z][^ ]* [A-Z]"),
        ] {
            let pattern = Pattern::parse(pattern).unwrap();
            for seed in 0..30 {
                let (_, value) = draw(text, "en", seed);
                assert_eq!(pattern.is_match(&value), Some(true), "{text}: {value}");
            }
        }
    }
}
