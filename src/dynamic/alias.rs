//! Other names of methods: those of older and newer releases of Faker, and some that exports use though Faker has not.

/// Pairs of another name and the catalogue's, in the order of the former.
const ALIASES: &[(&str, &str)] = &[
    ("address.buildingNumber", "location.buildingNumber"),
    ("address.cardinalDirection", "location.cardinalDirection"),
    ("address.city", "location.city"),
    ("address.cityName", "location.city"),
    ("address.country", "location.country"),
    ("address.countryCode", "location.countryCode"),
    ("address.direction", "location.direction"),
    ("address.latitude", "location.latitude"),
    ("address.longitude", "location.longitude"),
    ("address.ordinalDirection", "location.ordinalDirection"),
    ("address.secondaryAddress", "location.secondaryAddress"),
    ("address.state", "location.state"),
    ("address.street", "location.street"),
    ("address.streetAddress", "location.streetAddress"),
    ("address.streetName", "location.street"),
    ("address.timeZone", "location.timeZone"),
    ("address.zipCode", "location.zipCode"),
    ("commerce.color", "color.human"),
    ("company.bs", "company.buzzPhrase"),
    ("company.bsAdjective", "company.buzzAdjective"),
    ("company.bsBuzz", "company.buzzVerb"),
    ("company.bsNoun", "company.buzzNoun"),
    ("company.companyName", "company.name"),
    ("datatype.bigInt", "number.bigInt"),
    ("datatype.datetime", "date.anytime"),
    ("datatype.float", "number.float"),
    ("datatype.hexadecimal", "string.hexadecimal"),
    ("datatype.number", "number.int"),
    ("datatype.string", "string.sample"),
    ("datatype.uuid", "string.uuid"),
    ("finance.account", "finance.accountNumber"),
    ("finance.bitcoin", "finance.bitcoinAddress"),
    ("finance.creditCardCvv", "finance.creditCardCVV"),
    ("finance.ethereum", "finance.ethereumAddress"),
    ("finance.mask", "finance.maskedNumber"),
    ("helpers.regexpStyleStringParse", "helpers.fromRegExp"),
    ("helpers.replaceSymbolWithNumber", "helpers.replaceSymbols"),
    ("image.avatarGithub", "image.avatarGitHub"),
    ("image.imageUrl", "image.url"),
    ("internet.avatar", "image.avatar"),
    ("internet.userAgents", "internet.userAgent"),
    ("location.streetName", "location.street"),
    ("location.zip", "location.zipCode"),
    ("lorem.slugs", "lorem.slug"),
    ("name.findName", "person.fullName"),
    ("name.firstName", "person.firstName"),
    ("name.fullName", "person.fullName"),
    ("name.gender", "person.gender"),
    ("name.jobArea", "person.jobArea"),
    ("name.jobDescriptor", "person.jobDescriptor"),
    ("name.jobTitle", "person.jobTitle"),
    ("name.jobType", "person.jobType"),
    ("name.lastName", "person.lastName"),
    ("name.middleName", "person.middleName"),
    ("name.prefix", "person.prefix"),
    ("name.sex", "person.sex"),
    ("name.suffix", "person.suffix"),
    ("phone.phoneNumber", "phone.number"),
    ("random.alpha", "string.alpha"),
    ("random.alphaNumeric", "string.alphanumeric"),
    ("random.arrayElement", "helpers.arrayElement"),
    ("random.arrayElements", "helpers.arrayElements"),
    ("random.boolean", "datatype.boolean"),
    ("random.float", "number.float"),
    ("random.hexaDecimal", "string.hexadecimal"),
    ("random.image", "image.url"),
    ("random.number", "number.int"),
    ("random.numeric", "string.numeric"),
    ("random.uuid", "string.uuid"),
    ("random.word", "word.sample"),
    ("random.words", "word.words"),
    ("system.commonFileExtension", "system.commonFileExt"),
    ("system.fileExtension", "system.fileExt"),
];

/// The catalogue's name of what has another name.
pub(super) fn target(name: &str) -> Option<&'static str> {
    let index = ALIASES.binary_search_by_key(&name, |(other, _)| other).ok()?;
    ALIASES.get(index).map(|(_, target)| *target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::catalogue;

    #[test]
    fn in_order_and_apart_from_the_catalogue() {
        assert!(ALIASES.is_sorted_by_key(|(name, _)| name));
        assert_eq!(target("random.uuid"), Some("string.uuid"));
        assert_eq!(target("string.uuid"), None);
    }

    #[test]
    fn every_other_name_leads_to_a_method() {
        for (name, target) in ALIASES {
            assert!(catalogue::find(target).is_some(), "{name} is said to be {target}");
            assert!(catalogue::find(name).is_none(), "{name} is a method itself");
        }
    }
}
