//! `image`: addresses of pictures that exist, and pictures as data.

mod data;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

const WIDTH: Parameter = Parameter::new("width", ParameterKind::Integer, "a usual one");
const HEIGHT: Parameter = Parameter::new("height", ParameterKind::Integer, "one that fits");

pub(super) const MODULE: Module = Module {
    name: "image",
    doc: "Addresses of pictures that exist, and pictures as data.",
    methods: &[
        Method::new("avatar", "The picture of a person.", "$image.avatar", &[], |call| {
            if call.rng.chance(1, 2) { github(call) } else { portrait(call) }
        }),
        Method::new("avatarGitHub", "The picture of an account.", "$image.avatarGitHub", &[], github),
        Method::new(
            "dataUri",
            "An SVG picture as data.",
            "$image.dataUri(width=200,height=100,color='#3366cc',type='svg-base64')",
            &[
                WIDTH,
                HEIGHT,
                Parameter::new("color", ParameterKind::Text, "any"),
                Parameter::new("type", ParameterKind::Choice(&["svg-uri", "svg-base64"]), "any"),
            ],
            data::uri,
        ),
        Method::new(
            "personPortrait",
            "The portrait of a made-up person.",
            "$image.personPortrait(sex='female',size=128)",
            &[
                Parameter::new("sex", ParameterKind::Choice(&["female", "male"]), ""),
                Parameter::new("size", ParameterKind::Integer, "512"),
            ],
            portrait,
        ),
        Method::new("url", "A picture.", "$image.url(width=640,height=480)", &[WIDTH, HEIGHT], |call| {
            if call.rng.chance(1, 2) { picsum(call, false) } else { lorem_flickr(call) }
        }),
        Method::new(
            "urlLoremFlickr",
            "A photo of a category.",
            "$image.urlLoremFlickr(category='nature')",
            &[WIDTH, HEIGHT, Parameter::new("category", ParameterKind::Text, "")],
            lorem_flickr,
        ),
        Method::new(
            "urlPicsumPhotos",
            "A photo.",
            "$image.urlPicsumPhotos(grayscale=true,blur=4)",
            &[
                WIDTH,
                HEIGHT,
                Parameter::new("grayscale", ParameterKind::Flag, "any"),
                Parameter::new("blur", ParameterKind::Integer, "0 to 10"),
            ],
            |call| picsum(call, true),
        ),
        Method::new(
            "urlPlaceholder",
            "A plain picture with a text on it.",
            "$image.urlPlaceholder(width=128,backgroundColor='000000',textColor='ffffff',format='png',text='Hello')",
            &[
                WIDTH,
                HEIGHT,
                Parameter::new("backgroundColor", ParameterKind::Text, "any"),
                Parameter::new("textColor", ParameterKind::Text, "any"),
                Parameter::new(
                    "format",
                    ParameterKind::Choice(&["gif", "jpeg", "jpg", "png", "webp", "svg", "avif"]),
                    "png",
                ),
                Parameter::new("text", ParameterKind::Text, ""),
            ],
            placeholder,
        ),
    ],
};

const SIZES: &[(i64, i64)] = &[
    (320, 240),
    (400, 300),
    (480, 320),
    (512, 512),
    (600, 400),
    (640, 480),
    (800, 600),
    (1024, 768),
    (1200, 630),
    (1280, 720),
    (1920, 1080),
];

/// Width and height: those asked for, else usual ones.
fn size(call: &mut Call<'_>) -> (i64, i64) {
    let given = |name: &str| call.arguments.integer(name).map(|value| value.clamp(1, 10_000));
    let usual = call.rng.pick(SIZES).copied().unwrap_or((640, 480));
    match (given("width"), given("height")) {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => (width, (width * 3 / 4).max(1)),
        (None, Some(height)) => ((height * 4 / 3).max(1), height),
        (None, None) => usual,
    }
}

fn github(call: &mut Call<'_>) -> Output {
    let account = call.rng.between(1, 99_999_999);
    // Writing to a string cannot fail.
    let _ = write!(call.out, "https://avatars.githubusercontent.com/u/{account}");
    Output::Text
}

/// Portraits of nobody, which Faker offers in five sizes.
fn portrait(call: &mut Call<'_>) -> Output {
    let sex = match call.arguments.text("sex") {
        Some(sex) => sex,
        None => call.rng.pick(&["female", "male"]).copied().unwrap_or("female"),
    };
    let asked = call.arguments.integer("size").unwrap_or(512);
    let size = [32, 64, 128, 256].into_iter().find(|size| asked <= *size).unwrap_or(512);
    let number = call.rng.below(100);
    let _ = write!(
        call.out,
        "https://cdn.jsdelivr.net/gh/faker-js/assets-person-portrait/{sex}/{size}/{number}.jpg"
    );
    Output::Text
}

fn lorem_flickr(call: &mut Call<'_>) -> Output {
    let (width, height) = size(call);
    let _ = write!(call.out, "https://loremflickr.com/{width}/{height}");
    if let Some(category) = call.arguments.text("category").filter(|category| !category.is_empty()) {
        call.out.push('/');
        data::percent_encode(category, call.out);
    }
    let lock = call.rng.between(1, 99_999);
    let _ = write!(call.out, "?lock={lock}");
    Output::Text
}

/// Gray and blurred pictures only where they are asked for, or may come.
fn picsum(call: &mut Call<'_>, effects: bool) -> Output {
    let (width, height) = size(call);
    call.out.push_str("https://picsum.photos/seed/");
    for _ in 0..8 {
        let symbol = call.rng.pick(b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
        call.out.push(symbol.map_or('a', |&byte| char::from(byte)));
    }
    let _ = write!(call.out, "/{width}/{height}");
    if !effects {
        return Output::Text;
    }
    let grayscale = match call.arguments.flag("grayscale") {
        Some(grayscale) => grayscale,
        None => call.rng.chance(1, 2),
    };
    let blur = match call.arguments.integer("blur") {
        Some(blur) => blur.clamp(0, 10),
        None => call.rng.below(11) as i64,
    };
    let mut separator = '?';
    if grayscale {
        call.out.push_str("?grayscale");
        separator = '&';
    }
    if blur > 0 {
        let _ = write!(call.out, "{separator}blur={blur}");
    }
    Output::Text
}

fn placeholder(call: &mut Call<'_>) -> Output {
    let (width, height) = size(call);
    let _ = write!(call.out, "https://placehold.co/{width}x{height}");
    for name in ["backgroundColor", "textColor"] {
        call.out.push('/');
        if let Some(color) = call.arguments.text(name) {
            data::percent_encode(color.trim_start_matches('#'), call.out);
        } else {
            let color = call.rng.below(1 << 24);
            let _ = write!(call.out, "{color:06x}");
        }
    }
    call.out.push('/');
    call.out.push_str(call.arguments.text("format").unwrap_or("png"));
    if let Some(text) = call.arguments.text("text").filter(|text| !text.is_empty()) {
        call.out.push_str("?text=");
        data::percent_encode(text, call.out);
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk, with};
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("image");
    }

    #[test]
    fn addresses_have_their_form() {
        for seed in 0..100 {
            let sized = with([("width", 300.into()), ("height", 200.into())]);
            let url = draw("image.url", &sized, "en", seed).1;
            assert!(url.starts_with("https://") && url.contains("/300/200"), "{url}");
            let url = draw("image.urlPlaceholder", &with([("text", "Hi & bye".into())]), "en", seed).1;
            assert!(url.ends_with("/png?text=Hi%20%26%20bye"), "{url}");
            let url = draw(
                "image.urlPicsumPhotos",
                &with([("grayscale", true.into()), ("blur", 3.into())]),
                "en",
                seed,
            )
            .1;
            assert!(url.ends_with("?grayscale&blur=3"), "{url}");
            let url = draw(
                "image.personPortrait",
                &with([("sex", "male".into()), ("size", 100.into())]),
                "en",
                seed,
            )
            .1;
            assert!(url.contains("/male/128/"), "{url}");
            assert!(draw("image.avatar", &Arguments::NONE, "en", seed).1.starts_with("https://"));
        }
    }
}
