//! Swedish, of Sweden.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "sv",
    language: "sv",
    first_names: [
        list!(
            "Anna, Maria, Eva, Karin, Kristina, Lena, Sara, Kerstin, Emma, Ingrid, Malin, Linnea, Elin, Marie, Sofia, Jenny, \
             Johanna, Susanne, Hanna, Annika, Åsa, Birgitta, Ulla, Gunilla, Elsa, Alice, Maja, Ebba, Wilma, Astrid, Freja, \
             Saga, Klara, Vera, Ella, Agnes, Alva, Signe, Märta, Stina, Frida, Ida, Amanda, Moa, Josefin, Katarina, Helena, \
             Ulrika, Cecilia, Margareta, Siv, Gun, Lovisa, Tuva"
        ),
        list!(
            "Lars, Mikael, Anders, Johan, Erik, Per, Peter, Karl, Jan, Thomas, Daniel, Fredrik, Andreas, Hans, Stefan, Magnus, \
             Mats, Jonas, Bengt, Bo, Nils, Björn, Marcus, Mattias, Ulf, Leif, Henrik, Niklas, Gustav, Oskar, William, Liam, \
             Noah, Hugo, Lucas, Axel, Elias, Viktor, Ludvig, Emil, Filip, Anton, Simon, Joel, Göran, Håkan, Östen, Kjell, \
             Sven, Åke, Olof, Rolf, Gösta, Albin"
        ),
    ],
    last_names: list!(
        "Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Gustafsson, Pettersson, \
         Jonsson, Jansson, Hansson, Bengtsson, Jönsson, Lindberg, Jakobsson, Magnusson, Olofsson, Lindström, Lindqvist, \
         Lindgren, Axelsson, Berg, Bergström, Lundberg, Lind, Lundgren, Lundqvist, Mattsson, Berglund, Fredriksson, \
         Sandberg, Henriksson, Forsberg, Sjöberg, Wallin, Engström, Eklund, Danielsson, Lundin, Håkansson, Björk, \
         Bergman, Gunnarsson, Holm, Wikström, Samuelsson, Isaksson, Fransson, Bergqvist, Nyström, Holmberg, Arvidsson, \
         Löfgren, Söderberg, Nyberg, Blomqvist, Claesson, Nordström, Mårtensson, Lundström, Viklund, Björklund, Eliasson, \
         Berggren, Sandström, Nordin, Ström, Åberg, Hermansson, Ekström, Falk, Holmgren, Hellström, Dahlberg, Sundberg"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Fru, Dr., Prof."), list!("Herr, Dr., Prof.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["kvinna", "man"],
    jobs: list!(
        "Systemutvecklare, Projektledare, Säljare, Ekonom, Redovisningskonsult, Marknadschef, Produktchef, Dataanalytiker, \
         Sjuksköterska, Lärare, Civilingenjör, Arkitekt, Jurist, Personalchef, Inköpare, Verkställande direktör, \
         Grafisk formgivare, Kundtjänstmedarbetare, Logistiker, Byggledare, Konsult"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} AB|{last}-ab, {last} & {other} AB|{last}-{other}, {last} och Söner AB|{last}-soner, Bröderna {last}|broderna-{last}, \
         {word} {last} AB|{word}-{last}, {last} Konsult AB|{last}-konsult, {last} Bygg AB|{last}-bygg, \
         {last} Gruppen|{last}-gruppen"
    ),
    company_words: list!("Nord, Fjäll, Svea, Björk, Malm, Kust, Skog, Havs, Norrsken, Sol, Vinter, Ek"),
    mail_providers: list!("gmail.com, hotmail.se, telia.com, outlook.com, live.se, icloud.com"),
    domain_suffixes: list!("se, se, se, com, nu, net"),
    countries: list!(
        "USA, Storbritannien, Tyskland, Frankrike, Spanien, Italien, Brasilien, Portugal, Nederländerna, Sverige, Polen, \
         Turkiet, Ryssland, Ukraina, Saudiarabien, Egypten, Förenade Arabemiraten, Iran, Israel, Indien, Japan, Sydkorea, \
         Kina, Taiwan, Vietnam, Indonesien, Kanada, Australien, Mexiko, Argentina, Sydafrika, Singapore, Nya Zeeland, \
         Irland, Schweiz, Österrike, Belgien, Danmark, Norge, Finland"
    ),
};

static SWEDEN: Territory = Territory {
    country: "SE",
    streets: list!(
        "Storgatan, Drottninggatan, Kungsgatan, Skolgatan, Kyrkogatan, Järnvägsgatan, Vasagatan, Nygatan, Köpmangatan, \
         Ringvägen, Björkvägen, Granvägen, Parkvägen, Industrigatan, Skogsvägen, Lindvägen, Backvägen, Strandvägen, \
         Norra vägen, Stationsgatan, Trädgårdsgatan, Bergsvägen, Åsgatan, Ängsvägen, Idrottsvägen, Tallvägen"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %A, %#B"),
    line: "{street} {number}",
    secondary: list!("lgh 1%0%, lgh 1#0%, %tr"),
    address: "{line}, {postal} {city}",
    trunk: "0",
    phones: list!("0@ ## ##, 0@ ## ##, 070-### ## ##, 072-### ## ##, 073-### ## ##, 076-### ## ##"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&SWEDEN, "Europe/Stockholm"), name, region, postal, area, point)
}

const SKANE: (&str, &str) = ("Skåne län", "M");
const GOTALAND: (&str, &str) = ("Västra Götalands län", "O");

static CITIES: &[City] = &[
    city("Stockholm", ("Stockholms län", "AB"), "11% ##", "8-^##", (59.3293, 18.0686)),
    city("Solna", ("Stockholms län", "AB"), "17% ##", "8-^##", (59.36, 18.0009)),
    city("Södertälje", ("Stockholms län", "AB"), "151 ##", "8-55#", (59.1955, 17.6253)),
    city("Göteborg", GOTALAND, "41% ##", "31-^#", (57.7089, 11.9746)),
    city("Borås", GOTALAND, "50% ##", "33-!#", (57.721, 12.9401)),
    city("Skövde", GOTALAND, "541 ##", "500-!#", (58.3912, 13.8451)),
    city("Malmö", SKANE, "21% ##", "40-^#", (55.605, 13.0038)),
    city("Helsingborg", SKANE, "25% ##", "42-!#", (56.0465, 12.6945)),
    city("Lund", SKANE, "22% ##", "46-!#", (55.7047, 13.191)),
    city("Kristianstad", SKANE, "291 ##", "44-!#", (56.0294, 14.1567)),
    city("Uppsala", ("Uppsala län", "C"), "75% ##", "18-!#", (59.8586, 17.6389)),
    city("Västerås", ("Västmanlands län", "U"), "72% ##", "21-!#", (59.6099, 16.5448)),
    city("Örebro", ("Örebro län", "T"), "70% ##", "19-!#", (59.2741, 15.2066)),
    city("Linköping", ("Östergötlands län", "E"), "58% ##", "13-!#", (58.4108, 15.6214)),
    city("Norrköping", ("Östergötlands län", "E"), "60% ##", "11-!#", (58.5877, 16.1924)),
    city("Jönköping", ("Jönköpings län", "F"), "55% ##", "36-!#", (57.7826, 14.1618)),
    city("Umeå", ("Västerbottens län", "AC"), "90% ##", "90-!#", (63.8258, 20.263)),
    city("Gävle", ("Gävleborgs län", "X"), "80% ##", "26-!#", (60.6749, 17.1413)),
    city("Sundsvall", ("Västernorrlands län", "Y"), "85% ##", "60-!#", (62.3908, 17.3069)),
    city("Karlstad", ("Värmlands län", "S"), "65% ##", "54-!#", (59.3793, 13.5036)),
    city("Växjö", ("Kronobergs län", "G"), "35% ##", "470-!#", (56.8777, 14.8091)),
    city("Halmstad", ("Hallands län", "N"), "30% ##", "35-!#", (56.6745, 12.8578)),
    city("Luleå", ("Norrbottens län", "BD"), "97% ##", "920-!#", (65.5848, 22.1547)),
    city("Kiruna", ("Norrbottens län", "BD"), "981 ##", "980-!#", (67.8558, 20.2253)),
    city("Kalmar", ("Kalmar län", "H"), "39% ##", "480-!#", (56.6634, 16.3567)),
    city("Visby", ("Gotlands län", "I"), "621 ##", "498-!#", (57.6348, 18.2948)),
    city("Falun", ("Dalarnas län", "W"), "791 ##", "23-!#", (60.6065, 15.6355)),
];
