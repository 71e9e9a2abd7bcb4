//! `company`: companies and their slogans.

use super::Module;
use crate::dynamic::locale::pattern::Bits;
use crate::dynamic::{Call, Method, Output};
use fake::locales::{Data, EN};

pub(super) const MODULE: Module = Module {
    name: "company",
    doc: "Companies and their slogans. Within one object it is always the same company.",
    methods: &[
        Method::bare(
            "buzzAdjective",
            "An adjective of business talk.",
            "$company.buzzAdjective",
            buzz_adjective,
        ),
        Method::bare("buzzNoun", "A noun of business talk.", "$company.buzzNoun", buzz_noun),
        Method::bare("buzzPhrase", "A phrase of business talk.", "$company.buzzPhrase", buzz_phrase),
        Method::bare("buzzVerb", "A verb of business talk.", "$company.buzzVerb", buzz_verb),
        Method::bare("catchPhrase", "A slogan.", "$company.catchPhrase", catch_phrase),
        Method::bare(
            "catchPhraseAdjective",
            "The first word of a slogan.",
            "$company.catchPhraseAdjective",
            adjective,
        ),
        Method::bare(
            "catchPhraseDescriptor",
            "The middle of a slogan.",
            "$company.catchPhraseDescriptor",
            catch_phrase_descriptor,
        ),
        Method::bare(
            "catchPhraseNoun",
            "The end of a slogan.",
            "$company.catchPhraseNoun",
            catch_phrase_noun,
        ),
        Method::bare("domain", "The domain of the company.", "$company.domain", domain),
        Method::bare("name", "The name of a company.", "$company.name", name),
    ],
};

/// One of the words, except those that have no place in somebody's demonstration.
fn word(bits: &mut Bits, words: &[&'static str]) -> &'static str {
    match bits.pick(words) {
        "sexy" | "killer" => "modern",
        "eyeballs" => "audiences",
        word => word,
    }
}

fn bits(call: &mut Call<'_>, purpose: u64) -> Bits {
    call.entity.company(call.rng, call.locale).bits(purpose)
}

fn buzz_adjective(call: &mut Call<'_>) -> Output {
    let word = word(&mut bits(call, 10), EN::COMPANY_BS_ADJ);
    call.text(word)
}

fn buzz_noun(call: &mut Call<'_>) -> Output {
    let word = word(&mut bits(call, 11), EN::COMPANY_BS_NOUNS);
    call.text(word)
}

fn buzz_verb(call: &mut Call<'_>) -> Output {
    let word = word(&mut bits(call, 12), EN::COMPANY_BS_VERBS);
    call.text(word)
}

fn buzz_phrase(call: &mut Call<'_>) -> Output {
    buzz_verb(call);
    call.out.push(' ');
    buzz_adjective(call);
    call.out.push(' ');
    buzz_noun(call)
}

fn adjective(call: &mut Call<'_>) -> Output {
    let word = word(&mut bits(call, 13), EN::COMPANY_BUZZWORD_HEAD);
    call.text(word)
}

fn catch_phrase_descriptor(call: &mut Call<'_>) -> Output {
    let word = word(&mut bits(call, 14), EN::COMPANY_BUZZWORD_MIDDLE);
    call.text(word)
}

fn catch_phrase_noun(call: &mut Call<'_>) -> Output {
    let word = word(&mut bits(call, 15), EN::COMPANY_BUZZWORD_TAIL);
    call.text(word)
}

fn catch_phrase(call: &mut Call<'_>) -> Output {
    adjective(call);
    call.out.push(' ');
    catch_phrase_descriptor(call);
    call.out.push(' ');
    catch_phrase_noun(call)
}

fn domain(call: &mut Call<'_>) -> Output {
    call.entity.company(call.rng, call.locale).write_domain(call.out);
    Output::Text
}

fn name(call: &mut Call<'_>) -> Output {
    call.entity.company(call.rng, call.locale).write_name(call.out);
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::object;

    #[test]
    fn one_object_is_about_one_company() {
        for seed in 0..100 {
            let mut object = object("en", seed);
            let domain = object.draw("company.domain", &[]);
            assert_eq!(domain, object.draw("internet.domainName", &[]));
            assert!(object.draw("internet.companyEmail", &[]).ends_with(&format!("@{domain}")));
            let phrase = object.draw("company.catchPhrase", &[]);
            assert!(phrase.starts_with(&object.draw("company.catchPhraseAdjective", &[])));
            assert!(phrase.ends_with(&object.draw("company.catchPhraseNoun", &[])));
        }
    }
}
