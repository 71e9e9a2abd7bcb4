//! Emoji by kind, as Faker names the kinds.

use crate::dynamic::{Argument, Call, Output};

const KINDS: &[(&str, &[&str])] = &[
    (
        "smiley",
        &["😀", "😄", "😁", "😅", "😂", "😊", "😇", "🙂", "😉", "😍", "🤩", "😎", "🤔", "😴", "🥳", "😮"],
    ),
    ("body", &["👋", "✋", "👌", "✌️", "🤞", "👍", "👏", "🙌", "🙏", "💪", "👂", "👀", "🧠", "🦷"]),
    ("person", &["👶", "🧒", "👩", "👨", "🧑", "👵", "👴", "👩‍🔬", "👨‍🍳", "👩‍🚀", "👨‍🎨", "🧑‍🏫", "🏃", "💃", "👪"]),
    (
        "nature",
        &["🐶", "🐱", "🦊", "🐻", "🐼", "🐸", "🐝", "🦋", "🐢", "🐬", "🌵", "🌲", "🌻", "🍀", "🌷", "🍁"],
    ),
    (
        "food",
        &["🍏", "🍋", "🍇", "🍓", "🥑", "🥕", "🌽", "🍞", "🧀", "🍕", "🍣", "🍜", "🍦", "🍰", "☕", "🍵"],
    ),
    (
        "travel",
        &["🚗", "🚕", "🚌", "🚲", "🚂", "✈️", "🚀", "⛵", "🏠", "🏥", "🏫", "🏰", "🌋", "🌅", "🌙", "⭐"],
    ),
    (
        "activity",
        &["🎃", "🎄", "🎆", "🎈", "🎉", "🎁", "🏆", "⚽", "🏀", "🎾", "🎯", "🎮", "🎲", "🎨", "🧩", "🎸"],
    ),
    (
        "object",
        &["👓", "👕", "👟", "🎒", "📱", "💻", "⌚", "📷", "💡", "📚", "✉️", "📦", "🔑", "🔨", "🧲", "🧪"],
    ),
    (
        "symbol",
        &["❤️", "💙", "💚", "💯", "✅", "❌", "❓", "❗", "♻️", "⚠️", "🔔", "🎵", "➕", "➡️", "🔁", "🔆"],
    ),
    (
        "flag",
        &["🏁", "🚩", "🏳️", "🇩🇪", "🇫🇷", "🇯🇵", "🇧🇷", "🇮🇳", "🇨🇦", "🇪🇸", "🇮🇹", "🇰🇷", "🇳🇱", "🇸🇪", "🇺🇸", "🇬🇧"],
    ),
];

pub(super) fn emoji(call: &mut Call<'_>) -> Output {
    let wanted = call.arguments.list("types").unwrap_or_default();
    let chosen =
        |kind: &str| wanted.iter().any(|given| matches!(given, Argument::Text(text) if &**text == kind));
    let count = KINDS.iter().filter(|(kind, _)| chosen(kind)).count();
    let kind = match count {
        0 => call.rng.pick(KINDS),
        _ => KINDS.iter().filter(|(kind, _)| chosen(kind)).nth(call.rng.below(count)),
    };
    match kind {
        Some((_, emoji)) => call.pick(emoji),
        None => Output::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draw;
    use super::*;
    use crate::dynamic::Arguments;

    #[test]
    fn kinds_can_be_chosen() {
        for (kind, emoji) in KINDS {
            let mut arguments = Arguments::default();
            arguments.set("types", Argument::List(vec![Argument::Text((*kind).into())]));
            for seed in 0..30 {
                let (_, drawn) = draw("internet.emoji", &arguments, "en", seed);
                assert!(emoji.contains(&drawn.as_str()), "{drawn}");
            }
        }
        let mut unknown = Arguments::default();
        unknown.set("types", Argument::List(vec![Argument::Integer(1)]));
        assert!(!draw("internet.emoji", &unknown, "en", 1).1.is_empty());
    }
}
