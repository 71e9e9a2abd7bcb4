//! Places: addresses, regions, coordinates.

use crate::rules::rule::{Rule, between, decimal, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Parts of an address.
    string("city, town, locality, municipality, suburb, village, city name, town name, metro",
        "{{$location.city}}"),
    string("sublocality, district, neighborhood, neighbourhood, borough, county, \
         administrative district level", "{{$location.county}}"),
    string("state, province, state province, state or province, region name, prefecture, state name",
        "{{$location.state}}").of(PLACES),
    string("province, state or province, state province, region name, prefecture, federal state, bundesland",
        "{{$location.state}}"),
    string("=state, billing state, shipping state, home state, us state, province name",
        "{{$location.state}}").of(PLACES),
    string("state code, province code, region code, subdivision code, state abbreviation, state abbr",
        "{{$location.state(abbreviated=true)}}"),
    string("region, administrative area, subdivision", "{{$location.state}}").of(PLACES),
    string("country, country name, nation, destination country, country of origin", "{{$location.country}}"),
    string("country code, country iso, iso country, alpha2, country alpha2, country iso code, iso2, =cc",
        "{{$location.countryCode}}"),
    string("country", "{{$location.countryCode}}")
        .of("card bank issuing issuer merchant phone locale account"),
    string("code, iso, iso code", "{{$location.countryCode}}").of("country nation market"),
    string("alpha3, iso3, country alpha3, country code3, iso alpha3",
        "{{$location.countryCode(variant='alpha-3')}}"),
    string("market, available market, geo", "{{$location.countryCode}}"),
    string("name", "{{$location.country}}").of("country nation"),
    string("name", "{{$location.city}}").of("city town municipality locality village"),
    string("name", "{{$location.state}}").of("state province prefecture subdivision"),
    string("name", "{{$location.county}}").of("county district neighborhood borough suburb"),
    string("name", "{{$location.street}}").of("street road avenue"),
    string("name", "{{$location.city}}").of("location place destination venue station stop"),
    string("zipcode, zip, postcode, postal, plz, pincode, pin code, zip5", "{{$location.zipCode}}"),
    string("street, street name, road, road name, avenue, thoroughfare", "{{$location.street}}"),
    string("street address, street line, address line, street address line, addr line, line",
        "{{$location.streetAddress}}").of(PLACES),
    string("street address, address line, address street, street and number, addr, =line, address 1",
        "{{$location.streetAddress}}"),
    string("address line 2, line 2, address 2, street 2, street line 2, address line 3, line 3, address 3",
        "{{$location.secondaryAddress}}"),
    string("house number, building number, street number, house no, street no, premise",
        "{{$location.buildingNumber}}"),
    string("house number or name, house name, building, building name", "{{$location.buildingNumber}}"),
    string("apartment, apt, suite, unit number, apartment number, flat, flat number, secondary address, \
         floor number", "{{$location.secondaryAddress}}"),
    scalar("floor, storey", "{{$number.int(min=0,max=20)}}"),
    scalar("room, room number, room no", "{{$number.int(min=100,max=499)}}"),
    string("address, full address, formatted address, mailing address, postal address, location address",
        "{{$location.address}}"),
    string("home address, work address, billing address, shipping address, delivery address, address text",
        "{{$location.address}}"),
    string("delivery place, pickup location, pickup address, dropoff location, dropoff address",
        "{{$location.address}}"),
    string("delivery instruction, direction to, landmark", "{{$text.sentence}}"),
    one_of!("address type", "home" | "work" | "billing" | "shipping"),
    string("continent, continent name", "{{$location.continent}}"),
    one_of!("continent code", "AF" | "AS" | "EU" | "NA" | "OC" | "SA"),
    string("capital, capital city", "{{$location.city}}"),
    string("=location, location name, venue, birth location, event location, destination, origin city",
        "{{$location.city}}"),
    string("=place, place name, meeting point, destination city, departure city, arrival city",
        "{{$location.city}}"),
    string("=from, =to, =origin, =destination", "{{$location.city}}")
        .of("trip route journey ride travel itinerary shipment"),
    string("dialing code, calling code, phone prefix, phone country code, country calling code, dial code, \
         isd code", "{{$location.phonePrefix}}"),
    string("locale code, =locale, user locale, shopper locale, preferred locale, default locale",
        "{{$helpers.arrayElement(['en-US','en-GB','de-DE','fr-FR','es-ES','pt-BR','ja-JP'])}}"),
    string("locale", "{{$helpers.arrayElement(['en-US','en-GB','de-DE','fr-FR','es-ES','pt-BR','ja-JP'])}}"),
    string("timezone, tz, tzid, timezone name, timezone id, tz name, olson", "{{$location.timeZone}}"),
    string("utc offset, gmt offset, timezone offset, tz offset",
        "{{$helpers.arrayElement(['-08:00','-05:00','+00:00','+01:00','+05:30','+09:00'])}}"),
    number("timezone offset minutes, utc offset minutes", "{{$number.int(min=-720,max=840,multipleOf=60)}}"),
    number("utc offset, gmt offset, timezone offset, tz offset", "{{$number.int(min=-8,max=9)}}"),
    // Coordinates.
    scalar("latitude, lat, geo lat, center lat, latitude deg", "{{$location.latitude}}"),
    scalar("longitude, lon, lng, long, geo lng, center lng, longitude deg", "{{$location.longitude}}"),
    string("lat lng, lat long, latlng, coordinate, geo point, gps coordinate, =ll",
        "{{$location.latitude}},{{$location.longitude}}"),
    string("geohash", "{{$string.fromCharacters(characters='0123456789bcdefghjkmnpqrstuvwxyz',length=9)}}"),
    decimal!("altitude, elevation", 0, 2500, 1),
    between!("altitude, elevation, elevation meter", 0, 2500),
    decimal!("=heading, bearing, azimuth, course", 0, 359, 1),
    between!("=heading, bearing, azimuth", 0, 359),
    string("direction, cardinal direction, wind direction, compass direction, orientation direction",
        "{{$location.cardinalDirection}}"),
    between!("wind direction, wind degree, wind deg", 0, 359),
    string("=store, store name, shop, branch office, outlet, branch name store", "{{$location.city}} Store"),
    // Statistics of places.
    between!("population, inhabitant, population count", 1_200, 2_500_000),
    decimal!("area, land area, surface area", 10, 5000, 1),
    between!("area, land area, surface area", 10, 5000),
];

/// What a place is called by.
const PLACES: &str = "address location place city branch store site venue office warehouse headquarters origin destination \
    billing shipping delivery home residence postal mailing pickup dropoff geo geolocation ship bill customer person \
    merchant bank company hotel restaurant property facility hospital school customer user contact card residential rental \
    return recipient sender seller";
