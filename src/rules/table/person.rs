//! People: names, work, contact by phone.

use crate::rules::rule::{Rule, between, integer, moment, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Names.
    string("first name, given name, forename, fname, prenom, vorname", "{{$person.firstName}}"),
    string("first name *, given name *", "{{$person.firstName}}"),
    string("last name, family name, surname, lname, maiden name, paternal surname, nachname",
        "{{$person.lastName}}"),
    string("last name *, family name *", "{{$person.lastName}}"),
    string("middle name, middle initial name, second name", "{{$person.middleName}}"),
    string("=given, =first", "{{$person.firstName}}").of(PEOPLE),
    string("=family, =last", "{{$person.lastName}}").of(PEOPLE),
    string("=given, =family", "{{$person.lastName}}").of("name"),
    string("=first", "{{$person.firstName}}").of("name"),
    string("=middle", "{{$person.middleName}}").of("name"),
    string("=last", "{{$person.lastName}}").of("name"),
    string("middle initial, =initial", "{{$person.initials}}"),
    string("=initials, user initials", "{{$person.initials}}"),
    string("full name, real name, person name, legal name, preferred name, formatted name",
        "{{$person.fullName}}"),
    string("name", "{{$person.fullName}}").of(PEOPLE),
    string("=formatted", "{{$person.fullName}}").of("name"),
    string("name on card, cardholder, card holder, account holder, policy holder", "{{$person.fullName}}"),
    string("display name", "{{$person.fullName}}").of(PEOPLE),
    string("legal name", "{{$person.fullName}}").of(PEOPLE),
    string("legal name", "{{$company.name}}").of(COMPANIES),
    string("display name, friendly name", "{{$text.label}}"),
    string("nickname, nick, handle name", "{{$internet.displayName}}"),
    string("by, created by, updated by, modified by, deleted by, approved by, reviewed by",
        "{{$person.fullName}}"),
    string("owned by, assigned to, requested by, submitted by, signed by, closed by, resolved by",
        "{{$person.fullName}}"),
    string("silenced by, inhibited by, muted by, posted by, uploaded by, invited by, changed by",
        "{{$person.fullName}}"),
    string("paid by, issued by, verified by, published by, sent by, added by, edited by",
        "{{$person.fullName}}"),
    string("author, creator, owner, assignee, reviewer, reporter, editor, contributor",
        "{{$person.fullName}}"),
    string("committer, maintainer, participant, attendee, guest, speaker, passenger", "{{$person.fullName}}"),
    string("recipient, sender, beneficiary, payee, payer, customer, buyer, seller, shopper",
        "{{$person.fullName}}"),
    string("employee, manager, supervisor, teacher, student, instructor, coach, doctor, nurse",
        "{{$person.fullName}}"),
    string("patient, physician, practitioner, contact, contact person, attention, attn",
        "{{$person.fullName}}"),
    string("subscriber, member, approver, organizer, tenant name, signer, witness", "{{$person.fullName}}"),
    string("director, producer, actor, narrator, translator, illustrator, photographer",
        "{{$person.fullName}}"),
    string("user, requester, requestor, operator name, submitter, uploader, follower",
        "{{$internet.username}}"),
    string("driver", "{{$person.fullName}}").of("trip ride delivery vehicle taxi shipment booking car truck"),
    string("father, mother, spouse, guardian, sibling, next of kin, relative", "{{$person.fullName}}"),
    string("prefix, salutation, honorific, honorific prefix", "{{$person.prefix}}").of(PEOPLE),
    string("salutation, honorific, honorific prefix, courtesy title", "{{$person.prefix}}"),
    string("honorific suffix, name suffix", "{{$person.suffix}}"),
    string("=suffix", "{{$person.suffix}}").of(PEOPLE),
    string("name", "{{$person.firstName}}").of("nick"),
    // About a person.
    string("gender", "{{$person.gender}}"),
    string("sex", "{{$person.sex}}"),
    string("pronoun, preferred pronoun", "{{$helpers.arrayElement(['she/her','he/him','they/them'])}}"),
    string("bio, biography, about me, about", "{{$person.bio}}"),
    string("=about", "{{$text.description}}").of(COMPANIES),
    string("headline, tagline", "{{$company.catchPhrase}}"),
    string("headline, tagline", "{{$person.jobTitle}}").of(PEOPLE),
    scalar("age", "{{$person.age}}").of(PEOPLE),
    integer("=age, age in year, passenger age, patient age, user age", "{{$person.age}}"),
    number("=age, age year", "{{$person.age}}"),
    between!("max age, cache age, min age", 60, 86_400),
    moment!(day "birthdate, birthday, date of birth, dob, birth day, born, born on, born at",
        "date.past(years=9)").of("pet animal dog cat horse puppy kitten bird rabbit"),
    moment!(day "birthdate, birthday, date of birth, dob, birth day, born, born on, born at",
        "date.birthdate"),
    integer("birth year, year of birth, birthyear", "{{$number.int(min=1950,max=2005)}}"),
    string("birth year, year of birth", "{{$number.int(min=1950,max=2005)}}"),
    string("place of birth, birthplace, birth place, hometown, home town", "{{$location.city}}"),
    one_of!("marital status, civil status", "single" | "married" | "divorced" | "widowed"),
    one_of!("blood type, blood group", "A+" | "A-" | "B+" | "B-" | "AB+" | "AB-" | "O+" | "O-"),
    one_of!("ethnicity, race", "Asian" | "Black" | "Hispanic" | "White" | "Mixed"),
    one_of!("religion", "Buddhism" | "Christianity" | "Hinduism" | "Islam" | "Judaism" | "None"),
    one_of!("eye color, eye colour", "blue" | "brown" | "green" | "hazel" | "gray"),
    one_of!("hair color, hair colour", "black" | "blond" | "brown" | "red" | "gray"),
    string("zodiac, zodiac sign, star sign", "{{$person.zodiacSign}}"),
    string("relationship, relation, kinship",
        "{{$helpers.arrayElement(['parent','spouse','sibling','child','friend'])}}"),
    // Work.
    string("job title, occupation, profession, designation, job role, title position",
        "{{$person.jobTitle}}"),
    string("title, position, role", "{{$person.jobTitle}}")
        .of("person employee contact staff worker job employment experience"),
    string("job area, job function, expertise, specialty, speciality, specialization", "{{$person.jobArea}}"),
    string("job type, =employment", "{{$person.jobType}}"),
    one_of!("employment type, contract type", "full-time" | "part-time" | "contract" | "internship"),
    one_of!("employment status", "active" | "on leave" | "terminated"),
    string("department, dept, division, business unit",
        "{{$helpers.arrayElement(['Engineering','Sales','Marketing','Finance','Support','Operations','Legal'])}}"),
    one_of!("seniority, seniority level, experience level", "junior" | "mid" | "senior" | "lead"),
    one_of!("education level, degree, education",
        "Bachelor" | "Master" | "Doctorate" | "High school diploma"),
    string("school, university, college, alma mater",
        "{{$helpers.arrayElement(['Northfield University','Lakeside College','Riverdale Institute','Westbrook University'])}}"),
    one_of!("skill, skills",
        "communication" | "project management" | "data analysis" | "programming" | "negotiation"),
    one_of!("hobby, hobbies, interest, interests",
        "cycling" | "photography" | "cooking" | "hiking" | "reading" | "chess"),
    // Phones.
    string("phone, telephone, mobile, cellphone, cell, fax, tel, msisdn, landline", "{{$phone.number}}"),
    string("phone number, telephone number, mobile number, cell number, fax number, contact number",
        "{{$phone.number}}"),
    string("mobile phone, home phone, work phone, cell phone, support phone, phone no, mobile no",
        "{{$phone.number}}"),
    string("whatsapp, whatsapp number, sms number, caller number, called number, calling number, \
         dialed number, dialled number, callback number, call in number, ani, dnis, outdial ani, e164, \
         dial number", "{{$phone.number}}"),
    string("phone *, telephone *", "{{$phone.number}}"),
    string("phone extension, phone ext, ext, phone number extension", "{{$string.numeric(length=3)}}"),
    string("phone type, telephone type", "{{$helpers.arrayElement(['mobile','home','work','fax'])}}"),
    string("imei", "{{$phone.imei}}"),
    string("imsi", "{{$string.numeric(length=15,allowLeadingZeros=false)}}"),
    string("iccid", "89{{$string.numeric(length=17)}}"),
    // Papers.
    string("social security number, ssn", "{{$helpers.replaceSymbols('9##-##-####')}}"),
    string("passport, passport number, passport no", "{{$helpers.replaceSymbols('?########')}}"),
    string("driver license, driver license number, driving license number, license no",
        "{{$helpers.replaceSymbols('?#######')}}"),
    string("national id, national id number, national identification number, identity number, id number, \
         document number", "{{$string.numeric(length=10,allowLeadingZeros=false)}}"),
    string("nationality, citizenship", "{{$location.country}}"),
];

/// What a person is called by.
pub(super) const PEOPLE: &str = "person user customer author creator owner contact employee member passenger guest patient \
    doctor physician practitioner student teacher driver assignee reviewer reporter editor recipient sender beneficiary \
    payee payer buyer seller shopper subscriber profile participant attendee speaker staff manager admin administrator \
    client holder cardholder applicant candidate lead consumer friend follower sibling parent child spouse guardian \
    signer approver player traveler traveller visitor tenant resident agent operator worker citizen voter donor candidate \
    committer contributor maintainer organizer organiser instructor coach requester requestor submitter assignor \
    collaborator actor director character cashier courier rider";

/// What a company is called by.
pub(super) const COMPANIES: &str = "company organization organisation org business merchant supplier vendor manufacturer employer \
    publisher carrier provider issuer acquirer retailer brand agency enterprise corporation firm institution bank partner \
    sponsor distributor subsidiary franchise charity nonprofit insurer airline studio";
