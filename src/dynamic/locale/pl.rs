//! Polish, of Poland.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "pl",
    language: "pl",
    first_names: [
        list!(
            "Anna, Maria, Katarzyna, Małgorzata, Agnieszka, Barbara, Ewa, Krystyna, Magdalena, Elżbieta, Joanna, Aleksandra, \
             Monika, Zofia, Teresa, Danuta, Natalia, Karolina, Marta, Julia, Beata, Dorota, Janina, Alicja, Jadwiga, Irena, \
             Halina, Jolanta, Iwona, Grażyna, Paulina, Justyna, Zuzanna, Bożena, Wiktoria, Urszula, Renata, Sylwia, Hanna, \
             Patrycja, Aneta, Emilia, Oliwia, Weronika, Maja, Lena, Łucja, Gabriela, Izabela, Kinga, Nikola, Marzena"
        ),
        list!(
            "Piotr, Krzysztof, Andrzej, Tomasz, Jan, Paweł, Michał, Marcin, Stanisław, Jakub, Adam, Marek, Łukasz, Grzegorz, \
             Mateusz, Wojciech, Mariusz, Dariusz, Zbigniew, Rafał, Robert, Maciej, Jerzy, Kamil, Jacek, Józef, Dawid, \
             Ryszard, Tadeusz, Szymon, Kacper, Bartosz, Artur, Sławomir, Jarosław, Sebastian, Patryk, Henryk, Damian, Daniel, \
             Przemysław, Kazimierz, Filip, Wiesław, Antoni, Aleksander, Franciszek, Mikołaj, Adrian, Dominik, Bartłomiej, \
             Leszek, Ignacy"
        ),
    ],
    last_names: list!(
        "Nowak, Kowalski||Kowalska, Wiśniewski||Wiśniewska, Wójcik, Kowalczyk, Kamiński||Kamińska, Lewandowski||Lewandowska, \
         Zieliński||Zielińska, Szymański||Szymańska, Woźniak, Dąbrowski||Dąbrowska, Kozłowski||Kozłowska, Mazur, \
         Jankowski||Jankowska, Kwiatkowski||Kwiatkowska, Wojciechowski||Wojciechowska, Krawczyk, Kaczmarek, \
         Piotrowski||Piotrowska, Grabowski||Grabowska, Zając, Pawłowski||Pawłowska, Michalski||Michalska, Król, Wieczorek, \
         Jabłoński||Jabłońska, Wróbel, Nowakowski||Nowakowska, Majewski||Majewska, Olszewski||Olszewska, Stępień, \
         Jaworski||Jaworska, Malinowski||Malinowska, Adamczyk, Dudek, Nowicki||Nowicka, Pawlak, Górski||Górska, \
         Witkowski||Witkowska, Sikora, Walczak, Rutkowski||Rutkowska, Baran, Michalak, Szewczyk, Ostrowski||Ostrowska, \
         Tomaszewski||Tomaszewska, Zalewski||Zalewska, Wróblewski||Wróblewska, Pietrzak, Jasiński||Jasińska, \
         Marciniak, Sadowski||Sadowska, Bąk, Zawadzki||Zawadzka, Duda, Jakubowski||Jakubowska, Wilk, Włodarczyk, \
         Chmielewski||Chmielewska, Borkowski||Borkowska, Sokołowski||Sokołowska, Szczepański||Szczepańska, Sawicki||Sawicka, \
         Kucharski||Kucharska, Lis, Kubiak, Kalinowski||Kalinowska, Wysocki||Wysocka, Mazurek, Maciejewski||Maciejewska, \
         Kołodziej, Czarnecki||Czarnecka, Kaźmierczak, Urban, Głowacki||Głowacka"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Pani, dr, mgr"), list!("Pan, dr, mgr inż.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["kobieta", "mężczyzna"],
    jobs: list!(
        "Programista, Kierownik projektu, Księgowy, Specjalista ds. marketingu, Przedstawiciel handlowy, Analityk danych, \
         Inżynier budowy, Architekt, Grafik komputerowy, Radca prawny, Nauczyciel, Administrator systemów, \
         Specjalista ds. kadr, Dyrektor sprzedaży, Asystent zarządu, Kierownik produkcji, Doradca klienta, Tester oprogramowania, \
         Logistyk, Technik, Prezes zarządu"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} Sp. z o.o.|{last}-spzoo, {last} S.A.|{last}-sa, {last} i Synowie|{last}-i-synowie, {last} i {other} S.C.|{last}-{other}, \
         Grupa {last}|grupa-{last}, {word} {last} Sp. z o.o.|{word}-{last}, Zakłady {last}|zaklady-{last}, \
         {last} Consulting|{last}-consulting"
    ),
    company_words: list!(
        "Wisła, Bałtyk, Orzeł, Polbud, Tatry, Bursztyn, Zorza, Mazowia, Sokół, Dąb, Nova, Odra"
    ),
    mail_providers: list!("gmail.com, wp.pl, onet.pl, o2.pl, interia.pl, outlook.com"),
    domain_suffixes: list!("pl, pl, pl, com.pl, com, eu"),
    countries: list!(
        "Stany Zjednoczone, Wielka Brytania, Niemcy, Francja, Hiszpania, Włochy, Brazylia, Portugalia, Holandia, Szwecja, \
         Polska, Turcja, Rosja, Ukraina, Arabia Saudyjska, Egipt, Zjednoczone Emiraty Arabskie, Iran, Izrael, Indie, \
         Japonia, Korea Południowa, Chiny, Tajwan, Wietnam, Indonezja, Kanada, Australia, Meksyk, Argentyna, \
         Republika Południowej Afryki, Singapur, Nowa Zelandia, Irlandia, Szwajcaria, Austria, Belgia, Dania, Norwegia, \
         Finlandia"
    ),
};

static POLAND: Territory = Territory {
    country: "PL",
    streets: list!(
        "ul. Polna, ul. Leśna, ul. Słoneczna, ul. Krótka, ul. Szkolna, ul. Ogrodowa, ul. Lipowa, ul. Łąkowa, ul. Brzozowa, \
         ul. Kwiatowa, ul. Kościelna, ul. Sosnowa, ul. Zielona, ul. Parkowa, ul. Akacjowa, ul. Kolejowa, \
         ul. Tadeusza Kościuszki, ul. Adama Mickiewicza, ul. Henryka Sienkiewicza, ul. Fryderyka Chopina, \
         ul. Mikołaja Kopernika, ul. Długa, ul. Piękna, al. Jana Pawła II, ul. 3 Maja, al. Niepodległości, \
         ul. Marszałkowska, ul. Spokojna"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %#/%, %#/%#"),
    line: "{street} {number}",
    secondary: list!("m. %, m. %#, lok. %"),
    address: "{line}, {postal} {city}",
    trunk: "",
    phones: list!(
        "@ ### ## ##, 50# ### ###, 60# ### ###, 66# ### ###, 69# ### ###, 79# ### ###, 88# ### ###"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&POLAND, "Europe/Warsaw"), name, region, postal, area, point)
}

const SLASKIE: (&str, &str) = ("śląskie", "24");
const POMORSKIE: (&str, &str) = ("pomorskie", "22");
const KUJAWSKIE: (&str, &str) = ("kujawsko-pomorskie", "04");
const MAZOWIECKIE: (&str, &str) = ("mazowieckie", "14");

static CITIES: &[City] = &[
    city("Warszawa", MAZOWIECKIE, "0%-##%", "22", (52.2297, 21.0122)),
    city("Radom", MAZOWIECKIE, "26-6##", "48", (51.4027, 21.1471)),
    city("Płock", MAZOWIECKIE, "09-4##", "24", (52.5463, 19.7065)),
    city("Kraków", ("małopolskie", "12"), "3%-##%", "12", (50.0647, 19.945)),
    city("Tarnów", ("małopolskie", "12"), "33-1##", "14", (50.0121, 20.9858)),
    city("Łódź", ("łódzkie", "10"), "9%-##%", "42", (51.7592, 19.456)),
    city("Wrocław", ("dolnośląskie", "02"), "5%-##%", "71", (51.1079, 17.0385)),
    city("Poznań", ("wielkopolskie", "30"), "6%-##%", "61", (52.4064, 16.9252)),
    city("Kalisz", ("wielkopolskie", "30"), "62-8##", "62", (51.7611, 18.091)),
    city("Gdańsk", POMORSKIE, "80-##%", "58", (54.352, 18.6466)),
    city("Gdynia", POMORSKIE, "81-##%", "58", (54.5189, 18.5305)),
    city("Sopot", POMORSKIE, "81-7##", "58", (54.4418, 18.5601)),
    city("Szczecin", ("zachodniopomorskie", "32"), "7%-##%", "91", (53.4285, 14.5528)),
    city("Koszalin", ("zachodniopomorskie", "32"), "75-##%", "94", (54.1943, 16.1714)),
    city("Bydgoszcz", KUJAWSKIE, "85-##%", "52", (53.1235, 18.0084)),
    city("Toruń", KUJAWSKIE, "87-1##", "56", (53.0138, 18.5984)),
    city("Lublin", ("lubelskie", "06"), "20-##%", "81", (51.2465, 22.5684)),
    city("Białystok", ("podlaskie", "20"), "15-##%", "85", (53.1325, 23.1688)),
    city("Katowice", SLASKIE, "40-##%", "32", (50.2649, 19.0238)),
    city("Częstochowa", SLASKIE, "42-2##", "34", (50.8118, 19.1203)),
    city("Gliwice", SLASKIE, "44-1##", "32", (50.2945, 18.6714)),
    city("Bielsko-Biała", SLASKIE, "43-3##", "33", (49.8224, 19.0584)),
    city("Kielce", ("świętokrzyskie", "26"), "25-##%", "41", (50.8661, 20.6286)),
    city("Rzeszów", ("podkarpackie", "18"), "35-##%", "17", (50.0412, 21.9991)),
    city("Olsztyn", ("warmińsko-mazurskie", "28"), "10-##%", "89", (53.7784, 20.4801)),
    city("Opole", ("opolskie", "16"), "45-##%", "77", (50.6751, 17.9213)),
    city("Zielona Góra", ("lubuskie", "08"), "65-##%", "68", (51.9356, 15.5062)),
];
