//! English: mostly the United States, and cities of the world (`world.rs`).

use super::list::list;
use super::{City, Locale, Territory, world};

pub(super) static LOCALE: Locale = Locale {
    code: "en",
    language: "en",
    first_names: [FEMALE, MALE],
    last_names: LAST,
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Mrs., Ms., Miss, Dr."), list!("Mr., Dr.")],
    suffixes: list!("Jr., Sr., II, III, IV, MD, PhD, DDS, DVM"),
    sexes: ["female", "male"],
    jobs: list!(
        "Software Engineer, Senior Software Engineer, Product Manager, Marketing Manager, Sales Representative, \
         Account Executive, Data Analyst, Data Scientist, UX Designer, Project Manager, Operations Manager, \
         Human Resources Manager, Financial Analyst, Accountant, Customer Success Manager, Registered Nurse, \
         Business Analyst, Quality Assurance Engineer, DevOps Engineer, Graphic Designer, Office Manager, \
         Executive Assistant, Chief Technology Officer, Chief Financial Officer, Vice President of Sales, \
         Content Strategist, Legal Counsel, Logistics Coordinator, Research Associate, Mechanical Engineer"
    ),
    cities: CITIES,
    abroad: WORLD,
    companies: list!(
        "{last} Inc|{last}-inc, {last} LLC|{last}-llc, {last} Group|{last}-group, {last} & Sons|{last}-and-sons, \
         {last} and {other}|{last}-{other}, {last}-{other}|{last}-{other}, {word} {last}|{word}-{last}, \
         {word} Systems|{word}-systems, {word} Labs|{word}-labs, {last} {word} Inc|{last}-{word}, \
         {word} Partners LLC|{word}-partners, {last} Holdings|{last}-holdings"
    ),
    company_words: list!(
        "Summit, Pioneer, Evergreen, Cascade, Bluebird, Lakeside, Northwind, Ironwood, Redwood, Silverline, Keystone, \
         Horizon, Beacon, Granite, Harbor, Meridian, Atlas, Sunrise, Cobalt, Maple, Sterling, Vertex, Compass, \
         Crescent, Foundry, Juniper, Liberty, Prairie, Quarry, Timberline"
    ),
    mail_providers: list!("gmail.com, yahoo.com, hotmail.com, outlook.com, icloud.com"),
    domain_suffixes: list!("com, com, com, net, org, io, co, biz, info"),
    countries: &[],
};

/// The United States alone.
pub(super) static UNITED: Locale = Locale { code: "en_US", abroad: &[], ..LOCALE };

pub(super) const FEMALE: &[&str] = list!(
    "Mary, Patricia, Jennifer, Linda, Elizabeth, Barbara, Susan, Jessica, Sarah, Karen, Lisa, Nancy, Betty, Sandra, \
     Margaret, Ashley, Kimberly, Emily, Donna, Michelle, Carol, Amanda, Melissa, Deborah, Stephanie, Rebecca, Laura, \
     Helen, Sharon, Cynthia, Kathleen, Amy, Angela, Shirley, Anna, Ruth, Brenda, Pamela, Nicole, Katherine, Samantha, \
     Christine, Emma, Catherine, Virginia, Rachel, Carolyn, Janet, Maria, Heather, Diane, Olivia, Julie, Joyce, \
     Victoria, Ava, Sophia, Isabella, Mia, Charlotte, Amelia, Harper, Abigail, Grace, Chloe, Hannah, Natalie, Zoe"
);

pub(super) const MALE: &[&str] = list!(
    "James, Robert, John, Michael, David, William, Richard, Joseph, Thomas, Christopher, Charles, Daniel, Matthew, \
     Anthony, Mark, Donald, Steven, Andrew, Paul, Joshua, Kenneth, Kevin, Brian, George, Timothy, Ronald, Jason, \
     Edward, Jeffrey, Ryan, Jacob, Gary, Nicholas, Eric, Jonathan, Stephen, Larry, Justin, Scott, Brandon, Benjamin, \
     Samuel, Gregory, Alexander, Patrick, Frank, Raymond, Jack, Dennis, Jerry, Tyler, Aaron, Jose, Adam, Nathan, \
     Henry, Zachary, Douglas, Peter, Kyle, Noah, Ethan, Liam, Mason, Logan, Lucas, Oliver, Elijah, Owen, Caleb"
);

const LAST: &[&str] = list!(
    "Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Hernandez, Lopez, Gonzalez, \
     Wilson, Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee, Perez, Thompson, White, Harris, Sanchez, Clark, \
     Ramirez, Lewis, Robinson, Walker, Young, Allen, King, Wright, Scott, Torres, Nguyen, Hill, Flores, Green, Adams, \
     Nelson, Baker, Hall, Rivera, Campbell, Mitchell, Carter, Roberts, Gomez, Phillips, Evans, Turner, Diaz, Parker, \
     Cruz, Edwards, Collins, Reyes, Stewart, Morris, Morales, Murphy, Cook, Rogers, Gutierrez, Ortiz, Morgan, Cooper, \
     Peterson, Bailey, Reed, Kelly, Howard, Ramos, Kim, Cox, Ward, Richardson, Watson, Brooks, Chavez, Wood, Bennett, \
     Gray, Mendoza, Ruiz, Hughes, Price, Alvarez, Castillo, Sanders, Patel, Myers, Long, Ross, Foster, O'Connor"
);

pub(super) static UNITED_STATES: Territory = Territory {
    country: "US",
    streets: list!(
        "Main, Oak, Maple, Cedar, Pine, Elm, Washington, Lake, Hill, Walnut, Spring, Park, Ridge, Church, Willow, Mill, \
         Sunset, Railroad, Jackson, Cherry, Highland, Dogwood, Center, Chestnut, Lincoln, River, Meadow, Franklin, \
         Forest, Jefferson, Madison, Locust, Spruce, Magnolia, Hickory, Laurel, Valley, Adams, Birch, Sycamore"
    ),
    street_patterns: list!(
        "{} Street, {} Street, {} Avenue, {} Avenue, {} Road, {} Drive, {} Lane, {} Court, {} Boulevard, {} Way, {} Place"
    ),
    building_numbers: list!("%##, %##, %###, %###, %####, %#"),
    line: "{number} {street}",
    secondary: list!("Apt. %##, Apt. %#, Suite %##, Suite %#0, Unit %#, Floor %"),
    address: "{line}, {city}, {code} {postal}",
    trunk: "",
    phones: list!("(@) ^#!-####, (@) ^#!-####, (@) 2#!-####, (@) 3#!-####, (@) 4#!-####"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    county: &'static str,
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&UNITED_STATES, "America/New_York"), name, region, postal, area, point).county(county)
}

const CENTRAL: &str = "America/Chicago";
const MOUNTAIN: &str = "America/Denver";
const PACIFIC: &str = "America/Los_Angeles";

const CALIFORNIA: (&str, &str) = ("California", "CA");
const FLORIDA: (&str, &str) = ("Florida", "FL");
const TEXAS: (&str, &str) = ("Texas", "TX");
const OHIO: (&str, &str) = ("Ohio", "OH");
const WASHINGTON: (&str, &str) = ("Washington", "WA");

use world::{
    AMSTERDAM, ATHENS, AUCKLAND, BERLIN, BRUSSELS, BUENOS_AIRES, CAIRO, CAPE_TOWN, COPENHAGEN, DUBAI, DUBLIN,
    HELSINKI, HONG_KONG, ISTANBUL, JAKARTA, JOHANNESBURG, KYIV, LISBON, LONDON, MADRID, MANCHESTER,
    MELBOURNE, MEXICO_CITY, MILAN, MONTREAL, MUMBAI, MUNICH, NAIROBI, OSLO, PARIS, PRAGUE, SAO_PAULO, SEOUL,
    SHANGHAI, SINGAPORE, STOCKHOLM, SYDNEY, TAIPEI, TEL_AVIV, TOKYO, TORONTO, VANCOUVER, VIENNA, WARSAW,
    ZURICH,
};

static CITIES: &[City] = &[
    city("New York", ("New York", "NY"), "New York County", "100##", "212", (40.7128, -74.006)),
    city("Brooklyn", ("New York", "NY"), "Kings County", "112##", "718", (40.6782, -73.9442)),
    city("Buffalo", ("New York", "NY"), "Erie County", "142##", "716", (42.8864, -78.8784)),
    city("Los Angeles", CALIFORNIA, "Los Angeles County", "900##", "213", (34.0522, -118.2437)).zone(PACIFIC),
    city("San Diego", CALIFORNIA, "San Diego County", "921##", "619", (32.7157, -117.1611)).zone(PACIFIC),
    city("San Jose", CALIFORNIA, "Santa Clara County", "951##", "408", (37.3382, -121.8863)).zone(PACIFIC),
    city("San Francisco", CALIFORNIA, "San Francisco County", "941##", "415", (37.7749, -122.4194))
        .zone(PACIFIC),
    city("Sacramento", CALIFORNIA, "Sacramento County", "958##", "916", (38.5816, -121.4944)).zone(PACIFIC),
    city("Fresno", CALIFORNIA, "Fresno County", "937##", "559", (36.7378, -119.7871)).zone(PACIFIC),
    city("Chicago", ("Illinois", "IL"), "Cook County", "606##", "312", (41.8781, -87.6298)).zone(CENTRAL),
    city("Houston", TEXAS, "Harris County", "770##", "713", (29.7604, -95.3698)).zone(CENTRAL),
    city("Dallas", TEXAS, "Dallas County", "752##", "214", (32.7767, -96.797)).zone(CENTRAL),
    city("Austin", TEXAS, "Travis County", "787##", "512", (30.2672, -97.7431)).zone(CENTRAL),
    city("San Antonio", TEXAS, "Bexar County", "782##", "210", (29.4241, -98.4936)).zone(CENTRAL),
    city("El Paso", TEXAS, "El Paso County", "799##", "915", (31.7619, -106.485)).zone(MOUNTAIN),
    city("Phoenix", ("Arizona", "AZ"), "Maricopa County", "850##", "602", (33.4484, -112.074))
        .zone("America/Phoenix"),
    city("Tucson", ("Arizona", "AZ"), "Pima County", "857##", "520", (32.2226, -110.9747))
        .zone("America/Phoenix"),
    city("Philadelphia", ("Pennsylvania", "PA"), "Philadelphia County", "191##", "215", (39.9526, -75.1652)),
    city("Pittsburgh", ("Pennsylvania", "PA"), "Allegheny County", "152##", "412", (40.4406, -79.9959)),
    city("Jacksonville", FLORIDA, "Duval County", "322##", "904", (30.3322, -81.6557)),
    city("Miami", FLORIDA, "Miami-Dade County", "331##", "305", (25.7617, -80.1918)),
    city("Orlando", FLORIDA, "Orange County", "328##", "407", (28.5383, -81.3792)),
    city("Tampa", FLORIDA, "Hillsborough County", "336##", "813", (27.9506, -82.4572)),
    city("Columbus", OHIO, "Franklin County", "432##", "614", (39.9612, -82.9988)),
    city("Cleveland", OHIO, "Cuyahoga County", "441##", "216", (41.4993, -81.6944)),
    city("Cincinnati", OHIO, "Hamilton County", "452##", "513", (39.1031, -84.512)),
    city("Charlotte", ("North Carolina", "NC"), "Mecklenburg County", "282##", "704", (35.2271, -80.8431)),
    city("Raleigh", ("North Carolina", "NC"), "Wake County", "276##", "919", (35.7796, -78.6382)),
    city("Indianapolis", ("Indiana", "IN"), "Marion County", "462##", "317", (39.7684, -86.1581))
        .zone("America/Indiana/Indianapolis"),
    city("Seattle", WASHINGTON, "King County", "981##", "206", (47.6062, -122.3321)).zone(PACIFIC),
    city("Spokane", WASHINGTON, "Spokane County", "992##", "509", (47.6588, -117.426)).zone(PACIFIC),
    city("Denver", ("Colorado", "CO"), "Denver County", "802##", "303", (39.7392, -104.9903)).zone(MOUNTAIN),
    city(
        "Washington",
        ("District of Columbia", "DC"),
        "District of Columbia",
        "200##",
        "202",
        (38.9072, -77.0369),
    ),
    city("Nashville", ("Tennessee", "TN"), "Davidson County", "372##", "615", (36.1627, -86.7816))
        .zone(CENTRAL),
    city("Memphis", ("Tennessee", "TN"), "Shelby County", "381##", "901", (35.1495, -90.049)).zone(CENTRAL),
    city("Oklahoma City", ("Oklahoma", "OK"), "Oklahoma County", "731##", "405", (35.4676, -97.5164))
        .zone(CENTRAL),
    city("Boston", ("Massachusetts", "MA"), "Suffolk County", "021##", "617", (42.3601, -71.0589)),
    city("Portland", ("Oregon", "OR"), "Multnomah County", "972##", "503", (45.5152, -122.6784))
        .zone(PACIFIC),
    city("Las Vegas", ("Nevada", "NV"), "Clark County", "891##", "702", (36.1699, -115.1398)).zone(PACIFIC),
    city("Detroit", ("Michigan", "MI"), "Wayne County", "482##", "313", (42.3314, -83.0458))
        .zone("America/Detroit"),
    city("Louisville", ("Kentucky", "KY"), "Jefferson County", "402##", "502", (38.2527, -85.7585))
        .zone("America/Kentucky/Louisville"),
    city("Baltimore", ("Maryland", "MD"), "Baltimore City", "212##", "410", (39.2904, -76.6122)),
    city("Milwaukee", ("Wisconsin", "WI"), "Milwaukee County", "532##", "414", (43.0389, -87.9065))
        .zone(CENTRAL),
    city("Albuquerque", ("New Mexico", "NM"), "Bernalillo County", "871##", "505", (35.0844, -106.6504))
        .zone(MOUNTAIN),
    city("Kansas City", ("Missouri", "MO"), "Jackson County", "641##", "816", (39.0997, -94.5786))
        .zone(CENTRAL),
    city("St. Louis", ("Missouri", "MO"), "St. Louis City", "631##", "314", (38.627, -90.1994)).zone(CENTRAL),
    city("Atlanta", ("Georgia", "GA"), "Fulton County", "303##", "404", (33.749, -84.388)),
    city("Omaha", ("Nebraska", "NE"), "Douglas County", "681##", "402", (41.2565, -95.9345)).zone(CENTRAL),
    city("Minneapolis", ("Minnesota", "MN"), "Hennepin County", "554##", "612", (44.9778, -93.265))
        .zone(CENTRAL),
    city("New Orleans", ("Louisiana", "LA"), "Orleans Parish", "701##", "504", (29.9511, -90.0715))
        .zone(CENTRAL),
    city("Salt Lake City", ("Utah", "UT"), "Salt Lake County", "841##", "801", (40.7608, -111.891))
        .zone(MOUNTAIN),
    city("Honolulu", ("Hawaii", "HI"), "Honolulu County", "968##", "808", (21.3069, -157.8583))
        .zone("Pacific/Honolulu"),
    city("Anchorage", ("Alaska", "AK"), "Anchorage Municipality", "995##", "907", (61.2181, -149.9003))
        .zone("America/Anchorage"),
    city("Richmond", ("Virginia", "VA"), "Richmond City", "232##", "804", (37.5407, -77.436)),
    city("Boise", ("Idaho", "ID"), "Ada County", "837##", "208", (43.615, -116.2023)).zone("America/Boise"),
    city("Des Moines", ("Iowa", "IA"), "Polk County", "503##", "515", (41.5868, -93.625)).zone(CENTRAL),
    city("Birmingham", ("Alabama", "AL"), "Jefferson County", "352##", "205", (33.5186, -86.8104))
        .zone(CENTRAL),
    city("Charleston", ("South Carolina", "SC"), "Charleston County", "294##", "843", (32.7765, -79.9311)),
    city("Hartford", ("Connecticut", "CT"), "Hartford County", "061##", "860", (41.7658, -72.6734)),
    city("Newark", ("New Jersey", "NJ"), "Essex County", "071##", "973", (40.7357, -74.1724)),
];

static WORLD: &[City] = &[
    LONDON,
    MANCHESTER,
    DUBLIN,
    PARIS,
    BERLIN,
    MUNICH,
    MADRID,
    MILAN,
    LISBON,
    AMSTERDAM,
    BRUSSELS,
    ZURICH,
    VIENNA,
    STOCKHOLM,
    OSLO,
    COPENHAGEN,
    HELSINKI,
    WARSAW,
    PRAGUE,
    ATHENS,
    ISTANBUL,
    KYIV,
    CAIRO,
    DUBAI,
    TEL_AVIV,
    MUMBAI,
    SINGAPORE,
    HONG_KONG,
    TOKYO,
    SEOUL,
    SHANGHAI,
    TAIPEI,
    JAKARTA,
    SYDNEY,
    MELBOURNE,
    AUCKLAND,
    TORONTO,
    MONTREAL,
    VANCOUVER,
    MEXICO_CITY,
    SAO_PAULO,
    BUENOS_AIRES,
    JOHANNESBURG,
    CAPE_TOWN,
    NAIROBI,
];
