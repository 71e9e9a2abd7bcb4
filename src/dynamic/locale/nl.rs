//! Dutch, of the Netherlands.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "nl",
    language: "nl",
    first_names: [
        list!(
            "Emma, Julia, Mila, Tess, Sophie, Zoë, Sara, Nora, Yara, Eva, Lotte, Noor, Saar, Anna, Lisa, Fleur, Sanne, Maud, \
             Roos, Femke, Anouk, Iris, Esmée, Isa, Lieke, Marieke, Annemarie, Johanna, Wilhelmina, Elisabeth, Cornelia, \
             Margriet, Ingrid, Monique, Petra, Saskia, Marloes, Inge, Hanneke, Wendy, Linda, Daphne, Merel, Floor, Liv, \
             Evi, Olivia, Fenna, Jasmijn, Naomi, Fatima"
        ),
        list!(
            "Noah, Sem, Lucas, Finn, Daan, Levi, Milan, Bram, Liam, Mees, Thijs, Luuk, Jesse, Tim, Lars, Thomas, Ruben, Sven, \
             Jan, Johannes, Pieter, Kees, Hendrik, Willem, Gerrit, Cornelis, Jeroen, Mark, Bas, Sander, Joost, Niels, Dennis, \
             Erik, Martijn, Wouter, Maarten, Koen, Stijn, Gijs, Jasper, Tijn, Teun, Hugo, Floris, Olivier, Dirk, Mohammed, \
             Rick, Roel, Wim, Bart"
        ),
    ],
    last_names: list!(
        "de Jong, Jansen, de Vries, van den Berg, Bakker, van Dijk, Visser, Janssen, Smit, Meijer, de Boer, Mulder, de Groot, \
         Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf, van der Meer, \
         van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel, van der Veen, van den Broek, de Bruin, de Bruijn, \
         van der Heijden, Schouten, van Beek, Willems, van Vliet, Hoekstra, Maas, Verhoeven, Koster, van Dam, \
         van der Wal, Prins, Blom, Huisman, Peeters, de Leeuw, Kuipers, van Veen, Gerritsen, Veenstra, Kramer, \
         van den Brink, Mol, Postma, van Wijk, Martens, Sanders, Scholten, Timmermans, Willemsen, Bosch, van der Velden, \
         van Es, Kuiper, de Lange, Hermans, Driessen, Wolters, van Loon, Bosman, Evers, Groen, Cornelissen, Gerrits"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Mevr., Dr., Drs., Ir."), list!("Dhr., Dr., Drs., Ir.")],
    suffixes: list!("PhD, MSc, BSc, MBA"),
    sexes: ["vrouw", "man"],
    jobs: list!(
        "Softwareontwikkelaar, Projectleider, Accountmanager, Marketingmanager, Boekhouder, Data-analist, Productmanager, \
         Verpleegkundige, Docent, Architect, Jurist, Systeembeheerder, Verkoopmedewerker, Directeur, Inkoper, \
         HR-adviseur, Grafisch ontwerper, Logistiek medewerker, Financieel controller, Bedrijfsadviseur, Werkvoorbereider"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} B.V.|{last}-bv, {last} N.V.|{last}-nv, {last} en Zonen|{last}-en-zonen, {last} & {other} V.O.F.|{last}-{other}, \
         {last} Groep|{last}-groep, Gebroeders {last}|gebroeders-{last}, {word} {last} B.V.|{word}-{last}, \
         {last} Holding|{last}-holding, {word} Techniek {last}|{word}-{last}"
    ),
    company_words: list!(
        "Polder, Molen, Noordzee, Waal, Tulp, Dijk, Haven, Oranje, Veluwe, Duin, Amstel, Maas"
    ),
    mail_providers: list!("gmail.com, hotmail.nl, ziggo.nl, kpnmail.nl, outlook.com, live.nl"),
    domain_suffixes: list!("nl, nl, nl, com, eu, net"),
    countries: list!(
        "Verenigde Staten, Verenigd Koninkrijk, Duitsland, Frankrijk, Spanje, Italië, Brazilië, Portugal, Nederland, Zweden, \
         Polen, Turkije, Rusland, Oekraïne, Saoedi-Arabië, Egypte, Verenigde Arabische Emiraten, Iran, Israël, India, Japan, \
         Zuid-Korea, China, Taiwan, Vietnam, Indonesië, Canada, Australië, Mexico, Argentinië, Zuid-Afrika, Singapore, \
         Nieuw-Zeeland, Ierland, Zwitserland, Oostenrijk, België, Denemarken, Noorwegen, Finland"
    ),
};

static NETHERLANDS: Territory = Territory {
    country: "NL",
    streets: list!(
        "Kerkstraat, Dorpsstraat, Schoolstraat, Molenweg, Hoofdstraat, Stationsweg, Julianastraat, Wilhelminastraat, \
         Beatrixstraat, Nieuwstraat, Parallelweg, Kastanjelaan, Beukenlaan, Lindelaan, Eikenlaan, Prinsengracht, Markt, \
         Oranjestraat, Irenestraat, Burgemeester de Vlugtlaan, Sportlaan, Industrieweg, Meidoornstraat, Raadhuisplein, \
         Wilgenstraat, Vondelstraat, Rembrandtlaan, Achterweg"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %#a, %#b"),
    line: "{street} {number}",
    secondary: list!("Appartement %, %-hoog, Bus %#"),
    address: "{line}, {postal} {city}",
    trunk: "0",
    phones: list!("0@ ####, 0@ ####, 06 !#######, 06 !#######, 06-!#######"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&NETHERLANDS, "Europe/Amsterdam"), name, region, postal, area, point)
}

const HOLLAND: (&str, &str) = ("Zuid-Holland", "ZH");
const NORTH: (&str, &str) = ("Noord-Holland", "NH");
const BRABANT: (&str, &str) = ("Noord-Brabant", "NB");
const GELDERLAND: (&str, &str) = ("Gelderland", "GE");

static CITIES: &[City] = &[
    city("Amsterdam", NORTH, "10%# ??", "20 ^##", (52.3676, 4.9041)),
    city("Haarlem", NORTH, "20%# ??", "23 ^##", (52.3874, 4.6462)),
    city("Alkmaar", NORTH, "18%# ??", "72 ^##", (52.6324, 4.7534)),
    city("Rotterdam", HOLLAND, "30%# ??", "10 ^##", (51.9244, 4.4777)),
    city("Den Haag", HOLLAND, "25%# ??", "70 ^##", (52.0705, 4.3007)),
    city("Leiden", HOLLAND, "23%# ??", "71 ^##", (52.1601, 4.497)),
    city("Delft", HOLLAND, "26%# ??", "15 ^##", (52.0116, 4.3571)),
    city("Dordrecht", HOLLAND, "33%# ??", "78 ^##", (51.8133, 4.6901)),
    city("Utrecht", ("Utrecht", "UT"), "35%# ??", "30 ^##", (52.0907, 5.1214)),
    city("Amersfoort", ("Utrecht", "UT"), "38%# ??", "33 ^##", (52.1561, 5.3878)),
    city("Eindhoven", BRABANT, "56%# ??", "40 ^##", (51.4416, 5.4697)),
    city("Tilburg", BRABANT, "50%# ??", "13 ^##", (51.5555, 5.0913)),
    city("Breda", BRABANT, "48%# ??", "76 ^##", (51.5719, 4.7683)),
    city("'s-Hertogenbosch", BRABANT, "52%# ??", "73 ^##", (51.6978, 5.3037)),
    city("Groningen", ("Groningen", "GR"), "97%# ??", "50 ^##", (53.2194, 6.5665)),
    city("Almere", ("Flevoland", "FL"), "13%# ??", "36 ^##", (52.3508, 5.2647)),
    city("Nijmegen", GELDERLAND, "65%# ??", "24 ^##", (51.8126, 5.8372)),
    city("Arnhem", GELDERLAND, "68%# ??", "26 ^##", (51.9851, 5.8987)),
    city("Apeldoorn", GELDERLAND, "73%# ??", "55 ^##", (52.2112, 5.9699)),
    city("Enschede", ("Overijssel", "OV"), "75%# ??", "53 ^##", (52.2215, 6.8937)),
    city("Zwolle", ("Overijssel", "OV"), "80%# ??", "38 ^##", (52.5168, 6.083)),
    city("Maastricht", ("Limburg", "LI"), "62%# ??", "43 ^##", (50.8514, 5.691)),
    city("Venlo", ("Limburg", "LI"), "59%# ??", "77 ^##", (51.3704, 6.1724)),
    city("Leeuwarden", ("Fryslân", "FR"), "89%# ??", "58 ^##", (53.2012, 5.7999)),
    city("Assen", ("Drenthe", "DR"), "94%# ??", "592 ^#", (52.9925, 6.5649)),
    city("Middelburg", ("Zeeland", "ZE"), "43%# ??", "118 ^#", (51.4988, 3.611)),
];
