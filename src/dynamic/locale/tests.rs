//! What must hold for every locale.

use super::*;
use crate::dynamic::catalogue::{MODULES, testing::draw};
use crate::dynamic::{Arguments, Output};
use crate::generate::format::Format;

/// The locales that Faker 9 has.
const FAKER: &str = "af_ZA ar az base cs_CZ da de de_AT de_CH dv el en en_AU en_AU_ocker en_BORK en_CA en_GB en_GH \
    en_HK en_IE en_IN en_NG en_US en_ZA eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja \
    ka_GE ko lv mk nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sr_RS_latin sv th tr uk ur uz_UZ_latin vi yo_NG \
    zh_CN zh_TW zu_ZA";

#[test]
fn every_name_finds_its_language() {
    for code in FAKER.split_whitespace() {
        let language = code.split('_').next().unwrap();
        let known = LOCALES.iter().any(|locale| locale.language == language);
        assert_eq!(find(code).language, if known { language } else { "en" }, "{code}");
        assert!(std::ptr::eq(find(code), find(&code.replace('_', "-").to_uppercase())), "{code}");
    }
    for locale in LOCALES {
        assert!(std::ptr::eq(find(locale.code), *locale));
    }
    for odd in ["", "_", "-", "xx", "e", "en_", "日本", "de_AT_x_y_z"] {
        assert!(["en", "de"].contains(&find(odd).code), "{odd}");
    }
}

/// Whether a letter is of the script in which a language is written.
fn in_script(language: &str, letter: char) -> bool {
    match language {
        "ar" | "fa" => ('\u{600}'..='\u{6ff}').contains(&letter),
        "he" => ('\u{590}'..='\u{5ff}').contains(&letter),
        "hi" => ('\u{900}'..='\u{97f}').contains(&letter),
        "ja" => {
            letter == '々'
                || ('\u{3040}'..='\u{30ff}').contains(&letter)
                || ('\u{4e00}'..='\u{9fff}').contains(&letter)
        }
        "zh" => ('\u{4e00}'..='\u{9fff}').contains(&letter),
        "ko" => ('\u{ac00}'..='\u{d7a3}').contains(&letter),
        "ru" | "uk" => ('\u{400}'..='\u{4ff}').contains(&letter),
        _ => letter.is_alphabetic() && (letter < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&letter)),
    }
}

#[test]
fn names_are_many_and_in_their_script() {
    for locale in LOCALES {
        let code = locale.code;
        let lists = [
            (locale.first_names[0], 40),
            (locale.first_names[1], 40),
            (locale.last_names, 60),
            (locale.middle_names[0], 0),
            (locale.middle_names[1], 0),
            (locale.company_words, 8),
        ];
        for (list, least) in lists {
            assert!(list.len() >= least, "{code}: {}", list.len());
            let mut seen = std::collections::HashSet::new();
            for entry in list {
                // Middle names are listed as often as they are common.
                assert!(seen.insert(entry) || least == 0, "{code}: {entry} is there twice");
                for woman in [false, true] {
                    let name = Name::parse(entry, woman);
                    assert!(
                        name.text.chars().all(|letter| in_script(locale.language, letter)
                            || matches!(letter, ' ' | '-' | '\'' | '’' | 'ʼ' | '\u{200c}')),
                        "{code}: {}",
                        name.text
                    );
                    let mut folded = String::new();
                    ascii::fold(name.ascii, locale.language, &mut folded);
                    assert!(folded.len() >= 2 || (code == "zh_CN" && !folded.is_empty()), "{code}: {entry}");
                    let letters = name.ascii.chars().filter(|letter| letter.is_alphanumeric()).count();
                    assert!(folded.len() >= letters, "{code}: {entry}: {folded}");
                    assert!(folded.len() <= 24, "{code}: {entry}");
                }
            }
        }
    }
}

#[test]
fn every_list_has_entries() {
    for locale in LOCALES {
        let code = locale.code;
        for list in [
            locale.prefixes[0],
            locale.prefixes[1],
            locale.suffixes,
            locale.jobs,
            locale.companies,
            locale.mail_providers,
            locale.domain_suffixes,
        ] {
            assert!(!list.is_empty() && list.iter().all(|entry| !entry.is_empty()), "{code}");
        }
        assert!(locale.cities.len() >= 20, "{code}: {} cities", locale.cities.len());
        assert!(locale.jobs.len() >= 12, "{code}");
        assert!(locale.full_name.contains("{first}") && locale.full_name.contains("{last}"), "{code}");
        let named = if locale.language == "en" { 0 } else { country::NAMED.len() };
        assert_eq!(locale.countries.len(), named, "{code}");
    }
}

#[test]
fn cities_are_whole() {
    for locale in LOCALES {
        let mut names = std::collections::HashSet::new();
        for city in locale.cities.iter().chain(locale.abroad) {
            let name = city.name;
            assert!(names.insert((name, city.region_code)), "{name} is there twice");
            assert!(!city.region.is_empty() && !city.region_code.is_empty(), "{name}");
            assert!(city.region_code.len() <= 4 && city.region_code.is_ascii(), "{name}");
            assert!((3..=10).contains(&city.postal_code.len()), "{name}: {}", city.postal_code);
            assert!(!city.area_code.is_empty(), "{name}");
            assert!(
                (-56.0..=70.0).contains(&city.point.0) && (-180.0..=180.0).contains(&city.point.1),
                "{name}"
            );
            assert!(city.time_zone.split_once('/').is_some_and(|(area, _)| {
                ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific"].contains(&area)
            }));
            let territory = city.territory;
            assert_eq!(territory.country().alpha2, territory.country, "{name}");
            assert!(country::NAMED.contains(&territory.country) || !locale.abroad.is_empty(), "{name}");
            for list in [
                territory.streets,
                territory.street_patterns,
                territory.building_numbers,
                territory.secondary,
                territory.phones,
            ] {
                assert!(!list.is_empty() && list.iter().all(|entry| !entry.is_empty()), "{name}");
            }
            assert!(territory.street_patterns.iter().all(|pattern| pattern.contains("{}")), "{name}");
            assert!(territory.line.contains("{street}") && territory.line.contains("{number}"), "{name}");
            assert!(territory.address.contains("{line}") && territory.address.contains("{city}"), "{name}");
        }
    }
}

/// Every method that takes its values from a locale, in every locale.
#[test]
fn every_method_works_in_every_locale() {
    let modules = ["company", "internet", "location", "person", "phone"];
    for module in MODULES.iter().filter(|module| modules.contains(&module.name)) {
        assert!(module.methods.is_sorted_by_key(|method| method.name), "{}", module.name);
        for method in module.methods {
            let name = format!("{}.{}", module.name, method.name);
            assert!(method.example.starts_with(&format!("${name}")), "{}", method.example);
            for locale in LOCALES {
                let mut values = std::collections::HashSet::new();
                for seed in 0..60 {
                    let (output, value) = draw(&name, &Arguments::NONE, locale.code, seed);
                    assert!(!value.trim().is_empty(), "{name} in {}", locale.code);
                    assert!(!value.contains(['{', '|']) || output == Output::Json, "{name}: {value}");
                    assert!(!matches!(output, Output::Moment(_) | Output::Nothing), "{name}");
                    assert_eq!(value, draw(&name, &Arguments::NONE, locale.code, seed).1, "{name}");
                    match method.name {
                        "email" | "exampleEmail" | "companyEmail" => {
                            assert!(Format::Email.matches(&value) && value.is_ascii(), "{value}");
                        }
                        "firstName" | "lastName" | "middleName" => assert!(
                            value.chars().any(|letter| in_script(locale.language, letter)),
                            "{name}: {value}"
                        ),
                        "latitude" => assert!(value.parse::<f64>().unwrap().abs() <= 90.0),
                        "longitude" => assert!(value.parse::<f64>().unwrap().abs() <= 180.0),
                        _ => {}
                    }
                    values.insert(value);
                }
                let few = [
                    "sex",
                    "sexType",
                    "gender",
                    "prefix",
                    "protocol",
                    "country",
                    "countryName",
                    "countryCode",
                ];
                let one = ["continent", "currencyCode", "phonePrefix", "timeZone"];
                let least = match method.name {
                    name if one.contains(&name) || few.contains(&name) => 1,
                    "suffix" | "domainSuffix" => 2,
                    "state" | "county" => 4,
                    "cardinalDirection" | "ordinalDirection" | "httpMethod" | "direction"
                    | "secondaryAddress" => 3,
                    _ => 8,
                };
                assert!(values.len() >= least, "{name} in {}: {values:?}", locale.code);
            }
        }
    }
}
