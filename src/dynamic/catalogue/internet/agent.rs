//! What browsers say they are. Versions are those that people have in 2025 and 2026; systems are frozen to what current
//! browsers reveal.

use crate::dynamic::{Call, Output};
use std::fmt::Write as _;

pub(super) fn user_agent(call: &mut Call<'_>) -> Output {
    const DESKTOPS: &[&str] =
        &["Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64"];
    // The first system is by far the most common.
    let system = if call.rng.chance(1, 2) { DESKTOPS.first() } else { call.rng.pick(DESKTOPS) };
    let system = system.copied().unwrap_or_default();
    let chrome = call.rng.between(132, 143);
    let out = &mut *call.out;
    // Writing to a string cannot fail.
    _ = match call.rng.below(12) {
        0..=4 => write!(
            out,
            "Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome}.0.0.0 Safari/537.36"
        ),
        5 => write!(
            out,
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
             Chrome/{chrome}.0.0.0 Safari/537.36 Edg/{chrome}.0.0.0"
        ),
        6 => {
            let firefox = call.rng.between(133, 145);
            let system = system.replace("10_15_7", "10.15");
            write!(out, "Mozilla/5.0 ({system}; rv:{firefox}.0) Gecko/20100101 Firefox/{firefox}.0")
        }
        7 => {
            let safari = call.rng.pick(&["18.1", "18.3", "18.5", "18.6", "26.0", "26.1"]).copied();
            write!(
                out,
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/{} Safari/605.1.15",
                safari.unwrap_or("18.5")
            )
        }
        8 | 9 => {
            let version =
                call.rng.pick(&[("18_3", "18.3"), ("18_5", "18.5"), ("18_6", "18.6"), ("18_7", "26.0")]);
            let (system, safari) = version.copied().unwrap_or(("18_5", "18.5"));
            write!(
                out,
                "Mozilla/5.0 (iPhone; CPU iPhone OS {system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/{safari} Mobile/15E148 Safari/604.1"
            )
        }
        _ => write!(
            out,
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
             Chrome/{chrome}.0.0.0 Mobile Safari/537.36"
        ),
    };
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draw;
    use crate::dynamic::Arguments;

    #[test]
    fn browsers_are_current_and_whole() {
        for seed in 0..300 {
            let (_, agent) = draw("internet.userAgent", &Arguments::NONE, "en", seed);
            assert!(agent.starts_with("Mozilla/5.0 (") && agent.is_ascii(), "{agent}");
            assert!(["Chrome/1", "Firefox/1", "Version/"].iter().any(|name| agent.contains(name)), "{agent}");
        }
    }
}
