//! English of the United Kingdom.

use super::list::list;
use super::{City, Locale, Territory, en};

pub(super) static LOCALE: Locale = Locale {
    code: "en_GB",
    language: "en",
    first_names: [
        list!(
            "Olivia, Amelia, Isla, Ava, Ivy, Freya, Lily, Florence, Mia, Willow, Rosie, Sophia, Isabella, Grace, Daisy, \
             Sienna, Poppy, Elsie, Emily, Ella, Evelyn, Phoebe, Evie, Charlotte, Harper, Millie, Matilda, Maya, Sophie, \
             Alice, Emma, Isabelle, Ruby, Luna, Maisie, Aria, Penelope, Mila, Bonnie, Eva, Hallie, Eliza, Ada, Violet, \
             Imogen, Georgina, Harriet, Beatrice, Nia, Fiona, Eilidh, Rhiannon, Gemma, Lucy, Chloe, Holly, Zara, Priya"
        ),
        list!(
            "Noah, Oliver, George, Arthur, Muhammad, Leo, Harry, Oscar, Archie, Henry, Theodore, Freddie, Jack, Charlie, \
             Theo, Alfie, Jacob, Thomas, Finley, Arlo, William, Lucas, Roman, Tommy, Isaac, Teddy, Alexander, Luca, \
             Edward, James, Joshua, Albie, Elijah, Max, Mohammed, Reuben, Mason, Sebastian, Rory, Jude, Louie, Benjamin, \
             Ethan, Adam, Hugo, Joseph, Reggie, Ronnie, Harrison, Louis, Callum, Rhys, Owen, Hamish, Alistair, Nigel"
        ),
    ],
    last_names: list!(
        "Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Robinson, Wright, Thompson, Evans, Walker, \
         White, Roberts, Green, Hall, Thomas, Clarke, Jackson, Wood, Harris, Edwards, Turner, Martin, Cooper, Hill, Ward, \
         Hughes, Moore, Clark, King, Harrison, Lewis, Baker, Lee, Allen, Morris, Khan, Scott, Watson, Davis, Parker, \
         James, Bennett, Young, Phillips, Richardson, Mitchell, Bailey, Carter, Cook, Singh, Shaw, Bell, Collins, \
         Morgan, Kelly, Begum, Miller, Cox, Hussain, Marshall, Simpson, Anderson, Price, Ali, Adams, Wilkinson, Foster, \
         Ellis, Murphy, Chapman, Mason, Gray, Campbell, Stewart, MacDonald, Fraser, Pemberton, Ashworth, Whitaker"
    ),
    prefixes: [list!("Mrs, Ms, Miss, Dr"), list!("Mr, Dr")],
    suffixes: list!("OBE, MBE, PhD, FRS, KC, BSc"),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} Ltd|{last}-ltd, {last} & Sons Ltd|{last}-and-sons, {last} and {other}|{last}-{other}, \
         {last} {other} LLP|{last}-{other}, {word} Group plc|{word}-group, {word} {last} Ltd|{word}-{last}, \
         {word} Partners|{word}-partners, {word} Holdings Ltd|{word}-holdings, {last} Brothers|{last}-brothers"
    ),
    mail_providers: list!("gmail.com, hotmail.co.uk, yahoo.co.uk, outlook.com, btinternet.com, icloud.com"),
    domain_suffixes: list!("co.uk, co.uk, co.uk, com, uk, org.uk"),
    ..en::LOCALE
};

static BRITAIN: Territory = Territory {
    country: "GB",
    streets: list!(
        "High Street, Station Road, Church Lane, Victoria Road, Park Avenue, King Street, Queen's Road, Mill Lane, \
         The Green, Manor Road, Church Street, London Road, Green Lane, Albert Road, York Road, The Crescent, \
         Springfield Road, New Street, Grange Road, Highfield Road, North Street, St John's Road, Chapel Lane, \
         Kingsway, Windsor Close, Orchard Way, Priory Gardens, Elm Grove, Meadow View, Castle Street"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##"),
    line: "{number} {street}",
    secondary: list!("Flat %, Flat %#, Floor %, Unit %"),
    address: "{line}, {city}, {postal}",
    trunk: "0",
    phones: list!("0@ ####, 074## ######, 075## ######, 077## ######, 078## ######, 079## ######"),
};

const ENGLAND: (&str, &str) = ("England", "ENG");
const SCOTLAND: (&str, &str) = ("Scotland", "SCT");
const WALES: (&str, &str) = ("Wales", "WLS");

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    county: &'static str,
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&BRITAIN, "Europe/London"), name, region, postal, area, point).county(county)
}

static CITIES: &[City] = &[
    city("London", ENGLAND, "Greater London", "SE% %??", "20 7###", (51.5074, -0.1278)),
    city("Birmingham", ENGLAND, "West Midlands", "B% %??", "121 4##", (52.4862, -1.8904)),
    city("Manchester", ENGLAND, "Greater Manchester", "M% %??", "161 2##", (53.4808, -2.2426)),
    city("Leeds", ENGLAND, "West Yorkshire", "LS% %??", "113 2##", (53.8008, -1.5491)),
    city("Liverpool", ENGLAND, "Merseyside", "L% %??", "151 7##", (53.4084, -2.9916)),
    city("Sheffield", ENGLAND, "South Yorkshire", "S% %??", "114 2##", (53.3811, -1.4701)),
    city("Bristol", ENGLAND, "Bristol", "BS% %??", "117 9##", (51.4545, -2.5879)),
    city("Newcastle upon Tyne", ENGLAND, "Tyne and Wear", "NE% %??", "191 2##", (54.9783, -1.6178)),
    city("Nottingham", ENGLAND, "Nottinghamshire", "NG% %??", "115 9##", (52.9548, -1.1581)),
    city("Leicester", ENGLAND, "Leicestershire", "LE% %??", "116 2##", (52.6369, -1.1398)),
    city("Southampton", ENGLAND, "Hampshire", "SO1% %??", "23 80##", (50.9097, -1.4044)),
    city("Brighton", ENGLAND, "East Sussex", "BN% %??", "1273 ##", (50.8225, -0.1372)),
    city("Cambridge", ENGLAND, "Cambridgeshire", "CB% %??", "1223 ##", (52.2053, 0.1218)),
    city("Oxford", ENGLAND, "Oxfordshire", "OX% %??", "1865 ##", (51.752, -1.2577)),
    city("York", ENGLAND, "North Yorkshire", "YO1# %??", "1904 ##", (53.96, -1.0873)),
    city("Norwich", ENGLAND, "Norfolk", "NR% %??", "1603 ##", (52.6309, 1.2974)),
    city("Exeter", ENGLAND, "Devon", "EX% %??", "1392 ##", (50.7184, -3.5339)),
    city("Plymouth", ENGLAND, "Devon", "PL% %??", "1752 ##", (50.3755, -4.1427)),
    city("Bath", ENGLAND, "Somerset", "BA1 %??", "1225 ##", (51.3811, -2.359)),
    city("Coventry", ENGLAND, "West Midlands", "CV% %??", "24 76##", (52.4068, -1.5197)),
    city("Glasgow", SCOTLAND, "Glasgow City", "G% %??", "141 3##", (55.8642, -4.2518)),
    city("Edinburgh", SCOTLAND, "City of Edinburgh", "EH% %??", "131 5##", (55.9533, -3.1883)),
    city("Aberdeen", SCOTLAND, "Aberdeen City", "AB10 %??", "1224 ##", (57.1497, -2.0943)),
    city("Cardiff", WALES, "South Glamorgan", "CF1# %??", "29 20##", (51.4816, -3.1791)),
    city("Swansea", WALES, "West Glamorgan", "SA% %??", "1792 ##", (51.6214, -3.9436)),
    city("Belfast", ("Northern Ireland", "NIR"), "County Antrim", "BT% %??", "28 90##", (54.5973, -5.9301)),
];
