//! Cities of the world under their English names, with the postal codes and phone numbers of their countries.

use super::list::list;
use super::{City, Territory};

const WHOLE: &[&str] = &["{}"];
const NUMBERS: &[&str] = &["%", "%#", "%#", "%##"];
const FLATS: &[&str] = &["Apt. %", "Apt. %#", "Floor %"];
const NUMBER_FIRST: &str = "{number} {street}";
const NUMBER_LAST: &str = "{street} {number}";
const POSTAL_FIRST: &str = "{line}, {postal} {city}";
const POSTAL_LAST: &str = "{line}, {city} {postal}";

/// A country whose houses have their number behind the street and whose postal codes stand before the city.
const fn country(
    country: &'static str,
    streets: &'static [&'static str],
    trunk: &'static str,
    phones: &'static [&'static str],
) -> Territory {
    Territory {
        country,
        streets,
        street_patterns: WHOLE,
        building_numbers: NUMBERS,
        line: NUMBER_LAST,
        secondary: FLATS,
        address: POSTAL_FIRST,
        trunk,
        phones,
    }
}

/// The same, but the number stands before the street and the postal code behind the city.
const fn anglo(
    code: &'static str,
    streets: &'static [&'static str],
    trunk: &'static str,
    phones: &'static [&'static str],
) -> Territory {
    Territory { line: NUMBER_FIRST, address: POSTAL_LAST, ..country(code, streets, trunk, phones) }
}

macro_rules! cities {
    ($($constant:ident = $territory:expr, $zone:literal, $name:literal, $region:literal $code:literal, $postal:literal,
        $area:literal, $latitude:literal $longitude:literal;)*) => {
        $(pub(super) const $constant: City = {
            static TERRITORY: Territory = $territory;
            City::new((&TERRITORY, $zone), $name, ($region, $code), $postal, $area, ($latitude, $longitude))
        };)*
    };
}

const BRITAIN: Territory = anglo(
    "GB",
    list!(
        "High Street, Station Road, Church Lane, Victoria Road, Park Avenue, King Street, Queen's Road, Mill Lane"
    ),
    "0",
    list!("0@ ####, 077## ######, 078## ######"),
);
const GERMANY: Territory = country(
    "DE",
    list!("Hauptstraße, Bahnhofstraße, Gartenstraße, Schillerstraße, Goethestraße, Lindenstraße, Bergstraße"),
    "0",
    list!("0@ ^#######, 0151 ########, 0176 ########"),
);
const CANADA: Territory = Territory {
    address: "{line}, {city}, {code} {postal}",
    ..anglo(
        "CA",
        list!(
            "King Street West, Queen Street, Yonge Street, Main Street, Maple Avenue, Victoria Avenue, Elm Street"
        ),
        "",
        list!("(@) ^#!-####, (@) 2#!-####, (@) 4#!-####"),
    )
};
const AUSTRALIA: Territory = Territory {
    address: "{line}, {city} {code} {postal}",
    ..anglo(
        "AU",
        list!(
            "George Street, Pitt Street, Collins Street, Bourke Street, Victoria Road, Church Street, Railway Parade"
        ),
        "0",
        list!("(0@) ^### ####, 04!# ### ###"),
    )
};
const SOUTH_AFRICA: Territory = anglo(
    "ZA",
    list!(
        "Church Street, Voortrekker Road, Main Road, Long Street, Oxford Road, Jan Smuts Avenue, Beach Road"
    ),
    "0",
    list!("0@ !## ####, 082 ### ####, 083 ### ####"),
);

cities! {
    LONDON = BRITAIN, "Europe/London", "London", "England" "ENG", "SE% %??", "20 7###", 51.5074 -0.1278;
    MANCHESTER = BRITAIN, "Europe/London", "Manchester", "England" "ENG", "M% %??", "161 2##", 53.4808 -2.2426;
    DUBLIN = anglo("IE", list!("O'Connell Street, Grafton Street, Dame Street, Baggot Street, Pearse Street"), "0",
        list!("(01) !## ####, 087 ### ####, 086 ### ####")), "Europe/Dublin", "Dublin", "Leinster" "L",
        "D0% ?%?%", "1", 53.3498 -6.2603;
    PARIS = Territory { line: NUMBER_FIRST, ..country("FR",
        list!("rue de la Paix, avenue Victor Hugo, rue Pasteur, rue des Lilas, boulevard Voltaire, rue du Moulin"), "0",
        list!("01 4# ## ## ##, 06 ## ## ## ##, 07 ^# ## ## ##")) },
        "Europe/Paris", "Paris", "Île-de-France" "IDF", "7500%", "1", 48.8566 2.3522;
    BERLIN = GERMANY, "Europe/Berlin", "Berlin", "Berlin" "BE", "10%##", "30", 52.52 13.405;
    MUNICH = GERMANY, "Europe/Berlin", "Munich", "Bavaria" "BY", "80%##", "89", 48.1351 11.582;
    MADRID = country("ES", list!("Calle Mayor, Calle de Alcalá, Gran Vía, Calle de Serrano, Calle del Sol"), "",
        list!("91# ### ###, 6## ### ###")), "Europe/Madrid", "Madrid", "Community of Madrid" "MD", "280##", "91",
        40.4168 -3.7038;
    MILAN = country("IT", list!("Via Roma, Via Garibaldi, Corso Italia, Via Dante, Via Mazzini, Via Verdi"), "",
        list!("02 ^### ####, 347 ### ####, 333 ### ####")), "Europe/Rome", "Milan", "Lombardy" "25", "201##", "02",
        45.4642 9.19;
    LISBON = country("PT", list!("Rua Augusta, Avenida da Liberdade, Rua do Ouro, Rua da Prata, Rua Garrett"), "",
        list!("21 3## ## ##, 91# ### ###, 96# ### ###")), "Europe/Lisbon", "Lisbon", "Lisbon" "11", "1%##-%##", "21",
        38.7223 -9.1393;
    AMSTERDAM = country("NL", list!("Prinsengracht, Damrak, Kerkstraat, Dorpsstraat, Molenweg, Overtoom"), "0",
        list!("020 ^## ####, 06 !#######")), "Europe/Amsterdam", "Amsterdam", "North Holland" "NH", "10%# ??", "20",
        52.3676 4.9041;
    BRUSSELS = country("BE", list!("Rue Neuve, Avenue Louise, Rue de la Loi, Rue Haute, Boulevard Anspach"), "0",
        list!("02 ^## ## ##, 0471 ## ## ##, 0486 ## ## ##")), "Europe/Brussels", "Brussels", "Brussels-Capital" "BRU",
        "10%0", "2", 50.8503 4.3517;
    ZURICH = country("CH", list!("Bahnhofstrasse, Langstrasse, Seestrasse, Badenerstrasse, Dorfstrasse"), "0",
        list!("044 ^## ## ##, 079 ### ## ##, 078 ### ## ##")), "Europe/Zurich", "Zurich", "Zurich" "ZH", "800%", "44",
        47.3769 8.5417;
    VIENNA = country("AT", list!("Mariahilfer Straße, Landstraßer Hauptstraße, Ringstraße, Praterstraße"), "0",
        list!("01 ^######, 0664 #######, 0676 #######")), "Europe/Vienna", "Vienna", "Vienna" "9", "10%0", "1",
        48.2082 16.3738;
    STOCKHOLM = country("SE", list!("Storgatan, Drottninggatan, Kungsgatan, Sveavägen, Birger Jarlsgatan"), "0",
        list!("08-^## ## ##, 070-### ## ##, 073-### ## ##")), "Europe/Stockholm", "Stockholm", "Stockholm County" "AB",
        "11% ##", "8", 59.3293 18.0686;
    OSLO = country("NO", list!("Karl Johans gate, Storgata, Kirkegata, Bogstadveien, Skolegata"), "",
        list!("22 ## ## ##, 4## ## ###, 9## ## ###")), "Europe/Oslo", "Oslo", "Oslo" "03", "01##", "22", 59.9139 10.7522;
    COPENHAGEN = country("DK", list!("Vesterbrogade, Nørrebrogade, Østerbrogade, Strandvejen, Kirkevej"), "",
        list!("33 ## ## ##, 20 ## ## ##, 51 ## ## ##")), "Europe/Copenhagen", "Copenhagen", "Capital Region" "84",
        "1%##", "33", 55.6761 12.5683;
    HELSINKI = country("FI", list!("Mannerheimintie, Aleksanterinkatu, Esplanadi, Bulevardi, Koulukatu"), "0",
        list!("09 ^## ####, 040 ### ####, 050 ### ####")), "Europe/Helsinki", "Helsinki", "Uusimaa" "18", "001%0", "9",
        60.1699 24.9384;
    WARSAW = country("PL", list!("ul. Marszałkowska, ul. Puławska, ul. Polna, ul. Leśna, Aleje Jerozolimskie"), "",
        list!("22 ^## ## ##, 501 ### ###, 602 ### ###")), "Europe/Warsaw", "Warsaw", "Masovia" "14", "0%-##%", "22",
        52.2297 21.0122;
    PRAGUE = country("CZ", list!("Národní, Vodičkova, Dlouhá, Školní, Husova, Nádražní"), "",
        list!("224 ### ###, 602 ### ###, 777 ### ###")), "Europe/Prague", "Prague", "Prague" "10", "1%0 00", "2",
        50.0755 14.4378;
    ATHENS = country("GR", list!("Ermou, Stadiou, Panepistimiou, Athinas, Akadimias, Solonos"), "",
        list!("21 0### ####, 694 ### ####, 697 ### ####")), "Europe/Athens", "Athens", "Attica" "I", "10# ##", "21",
        37.9838 23.7275;
    ISTANBUL = country("TR", list!("Bağdat Caddesi, İstiklal Caddesi, Atatürk Caddesi, Cumhuriyet Caddesi"), "0",
        list!("0@ !## ## ##, 0532 ### ## ##, 0542 ### ## ##")), "Europe/Istanbul", "Istanbul", "Istanbul" "34",
        "34%##", "212", 41.0082 28.9784;
    KYIV = country("UA", list!("Khreshchatyk, Volodymyrska Street, Sahaidachnoho Street, Yaroslaviv Val"), "0",
        list!("044 !## ## ##, 067 ### ## ##, 050 ### ## ##")), "Europe/Kyiv", "Kyiv", "Kyiv" "30", "01%##", "44",
        50.4501 30.5234;
    CAIRO = anglo("EG", list!("Tahrir Street, Ramses Street, Talaat Harb Street, Nile Corniche"), "0",
        list!("02 2### ####, 010 #### ####, 012 #### ####")), "Africa/Cairo", "Cairo", "Cairo" "C", "115##", "2",
        30.0444 31.2357;
    DUBAI = Territory { address: "{line}, {city}", ..anglo("AE",
        list!("Sheikh Zayed Road, Al Wasl Road, Jumeirah Beach Road, Al Rigga Road"), "0",
        list!("04 3## ####, 050 ### ####, 055 ### ####")) }, "Asia/Dubai", "Dubai", "Dubai" "DU", "00000", "4",
        25.2048 55.2708;
    TEL_AVIV = Territory { line: NUMBER_FIRST, ..country("IL",
        list!("Rothschild Boulevard, Dizengoff Street, Allenby Street, Ibn Gabirol Street"), "0",
        list!("03-6##-####, 052-###-####, 054-###-####")) }, "Asia/Jerusalem", "Tel Aviv", "Tel Aviv District" "TA",
        "6%#####", "3", 32.0853 34.7818;
    MUMBAI = anglo("IN", list!("Mahatma Gandhi Road, Linking Road, Hill Road, Marine Drive, Station Road"), "0",
        list!("022 2### ####, 98### #####, 97### #####")), "Asia/Kolkata", "Mumbai", "Maharashtra" "MH", "4000%#",
        "22", 19.076 72.8777;
    SINGAPORE = anglo("SG", list!("Orchard Road, Bukit Timah Road, Serangoon Road, River Valley Road"), "",
        list!("6### ####, 8### ####, 9!## ####")), "Asia/Singapore", "Singapore", "Singapore" "01", "0%#%##", "6",
        1.3521 103.8198;
    HONG_KONG = Territory { address: "{line}, {city}", ..anglo("HK",
        list!("Nathan Road, Queen's Road Central, Hennessy Road, Des Voeux Road"), "",
        list!("2### ####, 9### ####, 6### ####")) }, "Asia/Hong_Kong", "Hong Kong", "Hong Kong" "HK", "999077", "2",
        22.3193 114.1694;
    TOKYO = Territory { line: NUMBER_FIRST, address: POSTAL_LAST, building_numbers: &["%-%-%", "%-%#-%", "%-%#-%#"],
        ..country("JP", list!("Ginza, Nihonbashi, Shibuya, Akasaka, Aoyama, Ueno"), "0",
        list!("03-^###-####, 090-####-####, 080-####-####")) }, "Asia/Tokyo", "Tokyo", "Tokyo" "13", "10%-00%#", "3",
        35.6762 139.6503;
    SEOUL = anglo("KR", list!("Teheran-ro, Sejong-daero, Gangnam-daero, Eulji-ro, Jong-ro"), "0",
        list!("02-!###-####, 010-!###-####")), "Asia/Seoul", "Seoul", "Seoul" "11", "04%##", "2", 37.5665 126.978;
    SHANGHAI = anglo("CN", list!("Nanjing Road, Huaihai Road, Yan'an Road, Century Avenue"), "0",
        list!("021-5### ####, 138 #### ####, 139 #### ####")), "Asia/Shanghai", "Shanghai", "Shanghai" "SH", "200%##",
        "21", 31.2304 121.4737;
    TAIPEI = anglo("TW", list!("Zhongxiao East Road, Ren'ai Road, Xinyi Road, Roosevelt Road"), "0",
        list!("02-2###-####, 0912-###-###, 0933-###-###")), "Asia/Taipei", "Taipei", "Taipei" "TPE", "10%", "2",
        25.033 121.5654;
    JAKARTA = country("ID", list!("Jalan Sudirman, Jalan Thamrin, Jalan Merdeka, Jalan Diponegoro"), "0",
        list!("021-5###-####, 0812-####-####, 0813-####-####")), "Asia/Jakarta", "Jakarta", "Jakarta" "JK", "10%%0",
        "21", -6.2088 106.8456;
    SYDNEY = AUSTRALIA, "Australia/Sydney", "Sydney", "New South Wales" "NSW", "20%#", "2", -33.8688 151.2093;
    MELBOURNE = AUSTRALIA, "Australia/Melbourne", "Melbourne", "Victoria" "VIC", "300%", "3", -37.8136 144.9631;
    AUCKLAND = anglo("NZ", list!("Queen Street, Ponsonby Road, Dominion Road, Great North Road"), "0",
        list!("09 3## ####, 021 ### ####, 027 ### ####")), "Pacific/Auckland", "Auckland", "Auckland" "AUK", "10%#",
        "9", -36.8485 174.7633;
    TORONTO = CANADA, "America/Toronto", "Toronto", "Ontario" "ON", "M%? %?%", "416", 43.6532 -79.3832;
    MONTREAL = CANADA, "America/Toronto", "Montreal", "Quebec" "QC", "H%? %?%", "514", 45.5017 -73.5673;
    VANCOUVER = CANADA, "America/Vancouver", "Vancouver", "British Columbia" "BC", "V%? %?%", "604", 49.2827 -123.1207;
    MEXICO_CITY = country("MX", list!("Avenida Insurgentes, Paseo de la Reforma, Calle Madero, Avenida Juárez"), "",
        list!("55 5### ####")), "America/Mexico_City", "Mexico City", "Mexico City" "CMX", "06%#0", "55",
        19.4326 -99.1332;
    SAO_PAULO = country("BR", list!("Avenida Paulista, Rua Augusta, Rua Oscar Freire, Rua da Consolação"), "",
        list!("(11) 3###-####, (11) 9^###-####")), "America/Sao_Paulo", "São Paulo", "São Paulo" "SP", "01%##-0##",
        "11", -23.5505 -46.6333;
    BUENOS_AIRES = country("AR", list!("Avenida Corrientes, Avenida Santa Fe, Calle Florida, Avenida de Mayo"), "",
        list!("11 4###-####, 11 5###-####")), "America/Argentina/Buenos_Aires", "Buenos Aires", "Buenos Aires" "C",
        "C10##", "11", -34.6037 -58.3816;
    JOHANNESBURG = SOUTH_AFRICA, "Africa/Johannesburg", "Johannesburg", "Gauteng" "GP", "20%#", "11", -26.2041 28.0473;
    CAPE_TOWN = SOUTH_AFRICA, "Africa/Johannesburg", "Cape Town", "Western Cape" "WC", "80%#", "21", -33.9249 18.4241;
    NAIROBI = anglo("KE", list!("Kenyatta Avenue, Moi Avenue, Ngong Road, Waiyaki Way, Kimathi Street"), "0",
        list!("020 2######, 0712 ######, 0722 ######")), "Africa/Nairobi", "Nairobi", "Nairobi County" "30", "00%00",
        "20", -1.2921 36.8219;
}
