//! `person`: names, jobs and what else there is to say about somebody.

use super::Module;
use crate::dynamic::digits::push_integer;
use crate::dynamic::entity::{Given, Person, Sex};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use fake::locales::{Data, EN};

const SEX: Parameter = Parameter::new("sex", ParameterKind::Choice(&["female", "male"]), "");

pub(super) const MODULE: Module = Module {
    name: "person",
    doc: "Names, jobs and what else there is to say about somebody. Within one object it is always the same person.",
    methods: &[
        Method::new("age", "An age in years, from 18 to 80.", "$person.age", &[], age),
        Method::new("bio", "A few words about oneself.", "$person.bio", &[], bio),
        Method::new("firstName", "A first name.", "$person.firstName(sex='female')", &[SEX], first_name),
        Method::new(
            "fullName",
            "A first and a last name.",
            "$person.fullName(lastName='Miller')",
            &[
                Parameter::new("firstName", ParameterKind::Text, ""),
                Parameter::new("lastName", ParameterKind::Text, ""),
                SEX,
            ],
            full_name,
        ),
        Method::new(
            "gender",
            "A gender, capitalised as the language does it.",
            "$person.gender",
            &[],
            gender,
        ),
        Method::new(
            "initials",
            "The first letters of first and last name.",
            "$person.initials",
            &[],
            initials,
        ),
        Method::new("jobArea", "What a job is about.", "$person.jobArea", &[], job_area),
        Method::new("jobDescriptor", "A rank.", "$person.jobDescriptor", &[], job_descriptor),
        Method::new("jobTitle", "A job title.", "$person.jobTitle", &[], job_title),
        Method::new("jobType", "What one is in a job.", "$person.jobType", &[], job_type),
        Method::new("lastName", "A last name.", "$person.lastName", &[SEX], last_name),
        Method::new("middleName", "A middle name or patronymic.", "$person.middleName", &[SEX], middle_name),
        Method::new("name", "The same as `fullName`.", "$person.name", &[SEX], full_name),
        Method::new("prefix", "What stands before a name.", "$person.prefix", &[SEX], prefix),
        Method::new("sex", "The sex, in the language of the locale.", "$person.sex", &[], sex),
        Method::new("sexType", "`female` or `male`.", "$person.sexType", &[], sex_type),
        Method::new("suffix", "What stands behind a name.", "$person.suffix", &[], suffix),
        Method::new("zodiacSign", "A sign of the zodiac.", "$person.zodiacSign", &[], zodiac_sign),
    ],
};

/// The person, of the sex that the arguments ask for.
fn person(call: &mut Call<'_>) -> Person {
    let sex = call.arguments.text("sex").and_then(Sex::parse);
    call.entity.person_of_sex(call.rng, call.locale, sex)
}

/// The names that the arguments lay down.
pub(super) fn given<'t>(call: &Call<'t>) -> Given<'t> {
    let text = |name| call.arguments.text(name).filter(|text| !text.is_empty()).map(bounded);
    Given { first: text("firstName"), last: text("lastName") }
}

/// At most a hundred letters.
fn bounded(text: &str) -> &str {
    text.char_indices().nth(100).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn age(call: &mut Call<'_>) -> Output {
    let age = person(call).age();
    push_integer(age as i64, call.out);
    Output::Number
}

fn bio(call: &mut Call<'_>) -> Output {
    const IS: &[&str] = &[
        "developer",
        "designer",
        "photographer",
        "writer",
        "teacher",
        "musician",
        "engineer",
        "founder",
        "artist",
        "traveler",
        "parent",
        "student",
        "gamer",
        "public speaker",
        "film lover",
        "foodie",
        "scientist",
        "dreamer",
    ];
    const LIKES: &[&str] = &[
        "coffee",
        "hiking",
        "jazz",
        "chess",
        "cycling",
        "gardening",
        "good books",
        "board games",
        "dogs",
        "cats",
        "sailing",
        "street food",
        "old maps",
        "climbing",
        "vinyl records",
        "running",
    ];
    let mut bits = person(call).bits(10);
    let first = bits.pick(IS);
    let mut second = bits.pick(IS);
    if second == first {
        second = "optimist";
    }
    let likes = bits.pick(LIKES);
    match bits.below(3) {
        0 => call.out.extend([first, ", ", second]),
        1 => call.out.extend([likes, " enthusiast, ", first]),
        _ => call.out.extend([first, ", ", second, ", ", likes, " lover"]),
    }
    Output::Text
}

fn first_name(call: &mut Call<'_>) -> Output {
    let name = person(call).first.text;
    call.text(name)
}

fn full_name(call: &mut Call<'_>) -> Output {
    let given = given(call);
    person(call).write_full_name(given, call.out);
    Output::Text
}

fn gender(call: &mut Call<'_>) -> Output {
    let person = person(call);
    let word = person.sex.of(person.locale.sexes);
    if person.locale.language == "en" {
        // What forms and databases of English-speaking countries have.
        return call.text(person.sex.of(["Female", "Male"]));
    }
    call.text(word)
}

fn initials(call: &mut Call<'_>) -> Output {
    let person = person(call);
    for name in [person.first.text, person.last.text] {
        call.out.extend(name.chars().next().into_iter().flat_map(char::to_uppercase));
    }
    Output::Text
}

fn job_area(call: &mut Call<'_>) -> Output {
    let area = person(call).bits(11).pick(EN::JOB_FIELD);
    call.text(area)
}

fn job_descriptor(call: &mut Call<'_>) -> Output {
    let descriptor = person(call).bits(12).pick(EN::JOB_SENIORITY);
    call.text(descriptor)
}

fn job_title(call: &mut Call<'_>) -> Output {
    let person = person(call);
    let job = person.bits(13).pick(person.locale.jobs);
    let (man, woman) = job.split_once('|').unwrap_or((job, job));
    call.text(person.sex.of([woman, man]))
}

fn job_type(call: &mut Call<'_>) -> Output {
    let kind = person(call).bits(14).pick(EN::JOB_POSITION);
    call.text(kind)
}

fn last_name(call: &mut Call<'_>) -> Output {
    let name = person(call).last.text;
    call.text(name)
}

fn middle_name(call: &mut Call<'_>) -> Output {
    let name = person(call).middle.text;
    call.text(name)
}

fn prefix(call: &mut Call<'_>) -> Output {
    let person = person(call);
    call.text(person.bits(15).pick(person.sex.of(person.locale.prefixes)))
}

fn sex(call: &mut Call<'_>) -> Output {
    let person = person(call);
    call.text(person.sex.of(person.locale.sexes))
}

fn sex_type(call: &mut Call<'_>) -> Output {
    let sex = person(call).sex;
    call.text(sex.word())
}

fn suffix(call: &mut Call<'_>) -> Output {
    let person = person(call);
    call.text(person.bits(16).pick(person.locale.suffixes))
}

fn zodiac_sign(call: &mut Call<'_>) -> Output {
    const SIGNS: &[&str] = &[
        "Aquarius",
        "Pisces",
        "Aries",
        "Taurus",
        "Gemini",
        "Cancer",
        "Leo",
        "Virgo",
        "Libra",
        "Scorpio",
        "Sagittarius",
        "Capricorn",
    ];
    let sign = person(call).bits(17).pick(SIGNS);
    call.text(sign)
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::super::testing::{NOW, draw, object};
    use crate::dynamic::{Argument, Arguments, Call, Entity, Output, locale};
    use crate::generate::Rng;

    #[test]
    fn one_object_is_about_one_person() {
        for locale in locale::LOCALES {
            let mut different = 0;
            for seed in 0..50 {
                let mut object = object(locale.code, seed);
                let first = object.draw("person.firstName", &[]);
                let last = object.draw("person.lastName", &[]);
                let full = object.draw("person.fullName", &[]);
                assert!(full.contains(&first) && full.contains(&last), "{full}: {first}, {last}");
                assert_eq!(full, object.draw("person.fullName", &[]));
                let initials = object.draw("person.initials", &[]);
                assert!(first.chars().next() == initials.chars().next(), "{initials}: {full}");
                let sex = object.draw("person.sexType", &[]);
                let prefix = object.draw("person.prefix", &[]);
                if locale.language == "en" {
                    let (doctor, mister) =
                        (prefix.starts_with("Dr"), ["Mr", "Mr."].contains(&prefix.as_str()));
                    assert!(doctor || (sex == "male") == mister, "{prefix}: {sex}");
                }
                object.entity.clear();
                different += usize::from(object.draw("person.fullName", &[]) != full);
            }
            assert!(different > 45, "{different}");
        }
    }

    #[test]
    fn arguments_count() {
        let women = locale::find("en").first_names[0];
        let mut object = object("en", 3);
        for _ in 0..50 {
            let name = object.draw("person.firstName", &[("sex", "female")]);
            assert!(women.contains(&name.as_str()), "{name}");
            object.entity.clear();
        }
        let name = object.draw("person.fullName", &[("firstName", "Ada"), ("lastName", "Lovelace")]);
        assert_eq!(name, "Ada Lovelace");
        let mut long = Arguments::default();
        long.set("firstName", Argument::Text("ab".repeat(100_000).into()));
        assert!(draw("person.fullName", &long, "en", 1).1.len() < 200);
    }

    #[test]
    fn ages_and_birthdays_agree() {
        for seed in 0..200 {
            let (mut entity, mut rng) = (Entity::default(), Rng::new(seed));
            let mut draw = |name: &str, arguments: &Arguments| {
                let mut out = String::new();
                let mut call = Call {
                    out: &mut out,
                    rng: &mut rng,
                    now: NOW,
                    locale: locale::find("en"),
                    arguments,
                    entity: &mut entity,
                };
                let output = (find(name).unwrap().run)(&mut call);
                (output, out)
            };
            let age: i64 = draw("person.age", &Arguments::NONE).1.parse().unwrap();
            let (Output::Moment(born), _) = draw("date.birthdate", &Arguments::NONE) else { panic!() };
            let years = (NOW - born) as f64 / 31_556_952_000.0;
            assert!((age as f64 - 0.01..age as f64 + 1.01).contains(&years), "{age}: {years}");
        }
    }

    #[test]
    fn ages_are_those_of_adults() {
        for seed in 0..300 {
            let (output, age) = draw("person.age", &Arguments::NONE, "en", seed);
            assert_eq!(output, Output::Number);
            assert!((18..=80).contains(&age.parse::<u32>().unwrap()), "{age}");
        }
    }
}
