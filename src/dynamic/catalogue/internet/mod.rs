//! `internet`: addresses of people and machines, and what browsers and servers send.

mod agent;
mod emoji;
mod network;
mod password;
mod status;
mod token;

use super::Module;
use super::person::given;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

const FIRST_NAME: Parameter = Parameter::new("firstName", ParameterKind::Text, "the person's");
const LAST_NAME: Parameter = Parameter::new("lastName", ParameterKind::Text, "the person's");
const SPECIAL: Parameter = Parameter::new("allowSpecialCharacters", ParameterKind::Flag, "false");

pub(super) const MODULE: Module = Module {
    name: "internet",
    doc: "Addresses of people and machines, and what browsers and servers send.",
    methods: &[
        Method::new(
            "color",
            "A colour, `#rrggbb`, mixed with a base colour.",
            "$internet.color(redBase=200)",
            &[
                Parameter::new("redBase", ParameterKind::Integer, "0"),
                Parameter::new("greenBase", ParameterKind::Integer, "0"),
                Parameter::new("blueBase", ParameterKind::Integer, "0"),
            ],
            color,
        ),
        Method::new(
            "companyEmail",
            "An address at the object's company.",
            "$internet.companyEmail",
            &[],
            company_email,
        ),
        Method::new(
            "displayName",
            "A name to show in a forum; may have letters beyond ASCII.",
            "$internet.displayName(firstName='Ada')",
            &[FIRST_NAME, LAST_NAME],
            display_name,
        ),
        Method::new("domain", "The same as `domainName`.", "$internet.domain", &[], domain_name),
        Method::new("domainName", "A domain.", "$internet.domainName", &[], domain_name),
        Method::new("domainSuffix", "A top-level domain.", "$internet.domainSuffix", &[], domain_suffix),
        Method::new(
            "domainWord",
            "A domain without its top level.",
            "$internet.domainWord",
            &[],
            domain_word,
        ),
        Method::new(
            "email",
            "An e-mail address, always ASCII.",
            "$internet.email(provider='example.com')",
            &[FIRST_NAME, LAST_NAME, Parameter::new("provider", ParameterKind::Text, ""), SPECIAL],
            email,
        ),
        Method::new(
            "emoji",
            "An emoji, of some kinds.",
            "$internet.emoji(types=['food'])",
            &[Parameter::new("types", ParameterKind::List, "all")],
            emoji::emoji,
        ),
        Method::new(
            "exampleEmail",
            "An e-mail address that reaches nobody.",
            "$internet.exampleEmail",
            &[FIRST_NAME, LAST_NAME, SPECIAL],
            example_email,
        ),
        Method::new("httpMethod", "A method of HTTP.", "$internet.httpMethod", &[], http_method),
        Method::new(
            "httpStatusCode",
            "A status code of HTTP, of some kinds.",
            "$internet.httpStatusCode(types=['success'])",
            &[Parameter::new("types", ParameterKind::List, "all")],
            status::http_status_code,
        ),
        Method::new("ip", "An address of either version.", "$internet.ip", &[], network::ip),
        Method::new(
            "ipv4",
            "An address of version 4 that looks like one of the public internet.",
            "$internet.ipv4(cidrBlock='10.0.0.0/8')",
            &[
                Parameter::new("cidrBlock", ParameterKind::Text, ""),
                Parameter::new("network", ParameterKind::Choice(network::NETWORKS), "any"),
            ],
            network::ipv4,
        ),
        Method::new(
            "ipv6",
            "An address of version 6, as RFC 5952 writes it.",
            "$internet.ipv6",
            &[],
            network::ipv6,
        ),
        Method::new("jwt", "A JSON Web Token; its signature is made up.", "$internet.jwt", &[], token::jwt),
        Method::new(
            "jwtAlgorithm",
            "An algorithm of such tokens.",
            "$internet.jwtAlgorithm",
            &[],
            token::jwt_algorithm,
        ),
        Method::new(
            "mac",
            "The address of a network card.",
            "$internet.mac(separator='-')",
            &[Parameter::new("separator", ParameterKind::Text, ":")],
            network::mac,
        ),
        Method::new(
            "password",
            "A password; every character matches the pattern.",
            "$internet.password(length=20, memorable=true)",
            &[
                Parameter::new("length", ParameterKind::Integer, "15"),
                Parameter::new("memorable", ParameterKind::Flag, "false"),
                Parameter::new("pattern", ParameterKind::Text, "/\\w/"),
                Parameter::new("prefix", ParameterKind::Text, ""),
            ],
            password::password,
        ),
        Method::new("port", "A port number.", "$internet.port", &[], network::port),
        Method::new("protocol", "`http` or `https`.", "$internet.protocol", &[], protocol),
        Method::new(
            "url",
            "A web address.",
            "$internet.url(appendSlash=true)",
            &[
                Parameter::new("appendSlash", ParameterKind::Flag, "false"),
                Parameter::new("protocol", ParameterKind::Choice(&["http", "https"]), "https"),
            ],
            url,
        ),
        Method::new(
            "userAgent",
            "What a current browser says it is.",
            "$internet.userAgent",
            &[],
            agent::user_agent,
        ),
        Method::new(
            "userName",
            "A user name, always ASCII.",
            "$internet.userName",
            &[FIRST_NAME, LAST_NAME],
            user_name,
        ),
        Method::new(
            "username",
            "The same as `userName`.",
            "$internet.username",
            &[FIRST_NAME, LAST_NAME],
            user_name,
        ),
    ],
};

fn color(call: &mut Call<'_>) -> Output {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    call.out.push('#');
    for base in ["redBase", "greenBase", "blueBase"] {
        let base = call.arguments.integer(base).unwrap_or(0).clamp(0, 255) as usize;
        let part = usize::midpoint(call.rng.below(256), base);
        for digit in [part >> 4, part & 15] {
            call.out.push(HEX.get(digit).copied().map_or('0', char::from));
        }
    }
    Output::Text
}

fn company_email(call: &mut Call<'_>) -> Output {
    call.entity.person(call.rng, call.locale).write_user_name(given(call), call.out);
    call.out.push('@');
    call.entity.company(call.rng, call.locale).write_domain(call.out);
    Output::Text
}

fn display_name(call: &mut Call<'_>) -> Output {
    let person = call.entity.person(call.rng, call.locale);
    let given = given(call);
    let mut bits = person.bits(20);
    call.out.push_str(given.first.unwrap_or(person.first.text));
    let style = bits.below(3);
    if style > 0 {
        call.out.push_str(if bits.below(2) == 0 { "." } else { "_" });
        call.out.push_str(given.last.unwrap_or(person.last.text));
    }
    if style < 2 {
        call.out.push_str(&(1 + bits.below(99)).to_string());
    }
    Output::Text
}

fn domain_name(call: &mut Call<'_>) -> Output {
    call.entity.company(call.rng, call.locale).write_domain(call.out);
    Output::Text
}

fn domain_suffix(call: &mut Call<'_>) -> Output {
    let suffix = call.entity.company(call.rng, call.locale).domain_suffix();
    call.text(suffix)
}

fn domain_word(call: &mut Call<'_>) -> Output {
    call.entity.company(call.rng, call.locale).write_domain_word(call.out);
    Output::Text
}

/// Writes an address at a domain. Special characters are those that people do have in addresses.
fn address(call: &mut Call<'_>, domain: &str) -> Output {
    let given = given(call);
    let person = call.entity.person(call.rng, call.locale);
    person.write_user_name(given, call.out);
    if call.arguments.flag("allowSpecialCharacters").unwrap_or(false) {
        call.out.push_str(person.bits(21).pick(&["+news", "+shop", "'", "!", "&co", "-", "*", "~"]));
    }
    call.out.push('@');
    call.text(domain)
}

fn email(call: &mut Call<'_>) -> Output {
    let person = call.entity.person(call.rng, call.locale);
    let provider = call.arguments.text("provider").filter(|given| is_domain(given));
    address(call, provider.unwrap_or_else(|| person.mail_provider()))
}

fn example_email(call: &mut Call<'_>) -> Output {
    let person = call.entity.person(call.rng, call.locale);
    address(call, person.bits(22).pick(&["example.com", "example.org", "example.net"]))
}

/// Whether a text can stand behind the `@` of an address.
fn is_domain(text: &str) -> bool {
    text.len() <= 180
        && text.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

fn http_method(call: &mut Call<'_>) -> Output {
    call.pick(&["GET", "POST", "PUT", "DELETE", "PATCH"])
}

fn protocol(call: &mut Call<'_>) -> Output {
    call.pick(&["http", "https"])
}

fn url(call: &mut Call<'_>) -> Output {
    call.out.push_str(call.arguments.text("protocol").unwrap_or("https"));
    call.out.push_str("://");
    domain_name(call);
    if call.arguments.flag("appendSlash").unwrap_or(false) {
        call.out.push('/');
    }
    Output::Text
}

fn user_name(call: &mut Call<'_>) -> Output {
    call.entity.person(call.rng, call.locale).write_user_name(given(call), call.out);
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, object};
    use crate::dynamic::{Argument, Arguments, locale};
    use crate::generate::format::Format;

    #[test]
    fn addresses_belong_to_the_person() {
        for locale in locale::LOCALES {
            for seed in 0..100 {
                let mut object = object(locale.code, seed);
                let user = object.draw("internet.userName", &[]);
                assert!(user.is_ascii() && user.len() >= 3, "{user} {}", locale.code);
                let domain = object.draw("company.domain", &[]);
                for (name, end) in [
                    ("internet.email", String::new()),
                    ("internet.exampleEmail", String::new()),
                    ("internet.companyEmail", domain.clone()),
                ] {
                    let email = object.draw(name, &[]);
                    assert!(Format::Email.matches(&email) && email.is_ascii(), "{email}");
                    assert!(email.starts_with(&user) && email.ends_with(&end), "{email}");
                }
                assert_eq!(object.draw("internet.url", &[]), format!("https://{domain}"));
                assert!(Format::Hostname.matches(&domain), "{domain}");
            }
        }
    }

    #[test]
    fn addresses_stay_valid_whatever_is_given() {
        for given in ["", "张三", "\"<>@..", "Ada", "a b\tc\u{0}", &"x".repeat(20_000)] {
            for seed in 0..40 {
                let mut object = object("en", seed);
                let arguments = [("firstName", given), ("lastName", given), ("provider", given)];
                let email = object.draw("internet.email", &arguments);
                assert!(Format::Email.matches(&email) && email.is_ascii(), "{email}");
                assert!(object.draw("internet.displayName", &arguments[..2]).len() < 700);
            }
        }
        let mut special = Arguments::default();
        special.set("allowSpecialCharacters", Argument::Flag(true));
        for seed in 0..100 {
            let (_, email) = draw("internet.email", &special, "de", seed);
            assert!(Format::Email.matches(&email) && email.is_ascii(), "{email}");
        }
    }

    #[test]
    fn colors_keep_their_base() {
        let mut arguments = Arguments::default();
        arguments.set("redBase", Argument::Integer(255));
        for seed in 0..100 {
            let (_, color) = draw("internet.color", &arguments, "en", seed);
            assert_eq!(color.len(), 7);
            assert!(u32::from_str_radix(&color[1..], 16).unwrap() >> 16 >= 127, "{color}");
        }
    }
}
