//! Hebrew, of Israel.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "he",
    language: "he",
    first_names: [
        list!(
            "נועה|Noa, תמר|Tamar, שירה|Shira, מאיה|Maya, יעל|Yael, עדי|Adi, טליה|Talia, אביגיל|Avigail, שרה|Sarah, אסתר|Esther, רחל|Rachel, \
             חנה|Hannah, מרים|Miriam, רבקה|Rivka, לאה|Leah, דנה|Dana, מיכל|Michal, רותם|Rotem, הילה|Hila, ליאור|Lior, אורית|Orit, גלית|Galit, \
             ענת|Anat, רונית|Ronit, איילת|Ayelet, אפרת|Efrat, קרן|Keren, שני|Shani, מור|Mor, ליטל|Lital, נטע|Neta, אלה|Ella, הדר|Hadar, \
             סיון|Sivan, אורלי|Orly, דבורה|Devora, נעמי|Naomi, רות|Ruth, יהודית|Yehudit, ציפורה|Tzipora, אילנה|Ilana, דליה|Dalia, \
             ורד|Vered, לימור|Limor, אגם|Agam, רוני|Roni"
        ),
        list!(
            "דוד|David, יוסף|Yosef, אריאל|Ariel, נועם|Noam, איתי|Itay, יהונתן|Yehonatan, דניאל|Daniel, משה|Moshe, אברהם|Avraham, יעקב|Yaakov, \
             יצחק|Yitzhak, שמואל|Shmuel, חיים|Chaim, אליהו|Eliyahu, מיכאל|Michael, רון|Ron, גיל|Gil, עומר|Omer, אורי|Uri, יואב|Yoav, \
             עידו|Ido, גיא|Guy, רועי|Roi, אמיר|Amir, אייל|Eyal, אלון|Alon, ניר|Nir, עמית|Amit, שי|Shai, טל|Tal, אסף|Asaf, בן|Ben, \
             איתן|Eitan, לביא|Lavi, הראל|Harel, רפאל|Rafael, נדב|Nadav, אור|Or, יונתן|Yonatan, צבי|Zvi, שלמה|Shlomo, מנחם|Menachem, \
             יגאל|Yigal, אבי|Avi, ירון|Yaron, עמוס|Amos"
        ),
    ],
    last_names: list!(
        "כהן|Cohen, לוי|Levi, מזרחי|Mizrahi, פרץ|Peretz, ביטון|Biton, דהן|Dahan, אברהם|Avraham, פרידמן|Friedman, מלכה|Malka, אזולאי|Azoulay, \
         כץ|Katz, יוסף|Yosef, דוד|David, עמר|Amar, אוחיון|Ohayon, חדד|Hadad, גבאי|Gabay, בן דוד|BenDavid, אדרי|Adri, לוין|Levin, \
         טל|Tal, קליין|Klein, חן|Chen, שפירא|Shapira, חזן|Hazan, משה|Moshe, אשכנזי|Ashkenazi, אוחנה|Ohana, סגל|Segal, סויסה|Suissa, \
         גולן|Golan, יצחק|Yitzhak, בר|Bar, מור|Mor, רוזנברג|Rosenberg, גולדברג|Goldberg, שטרן|Stern, ברק|Barak, שושן|Shoshan, \
         אלון|Alon, גרינברג|Greenberg, וקנין|Vaknin, נחום|Nahum, סבג|Sabag, הרוש|Harush, יעקב|Yaakov, אהרון|Aharon, רוזן|Rosen, \
         הלוי|Halevi, שרעבי|Sharabi, ברוך|Baruch, טולדנו|Toledano, וייס|Weiss, אלבז|Elbaz, דיין|Dayan, קפלן|Kaplan, בלום|Bloom, \
         שגיא|Sagi, ארד|Arad, נאמן|Neeman, ירושלמי|Yerushalmi, עזרא|Ezra, צור|Tzur, גל|Gal, הורוביץ|Horowitz, רביב|Raviv, שרון|Sharon, \
         נווה|Nave, אורן|Oren, פלד|Peled"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("גב', ד״ר, פרופ'"), list!("מר, ד״ר, פרופ'")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["נקבה", "זכר"],
    jobs: list!(
        "מהנדס תוכנה|מהנדסת תוכנה, מנהל פרויקטים|מנהלת פרויקטים, מנהל מכירות|מנהלת מכירות, \
         רואה חשבון|רואת חשבון, מנהל שיווק|מנהלת שיווק, אנליסט נתונים|אנליסטית נתונים, \
         מעצב גרפי|מעצבת גרפית, מנהל משאבי אנוש|מנהלת משאבי אנוש, מהנדס אזרחי|מהנדסת אזרחית, רופא|רופאה, \
         מורה, עורך דין|עורכת דין, מנכ״ל|מנכ״לית, נציג שירות לקוחות|נציגת שירות לקוחות, \
         מנהל כספים|מנהלת כספים, יועץ|יועצת, קניין|קניינית, אדריכל|אדריכלית, חוקר|חוקרת, \
         מנהל מוצר|מנהלת מוצר, מנהל תפעול|מנהלת תפעול"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{word} בע״מ|{word}-ltd, קבוצת {word}|{word}-group, {last} ובניו|{last}-sons, {last} את {other}|{last}-{other}, \
         {word} טכנולוגיות|{word}-tech, {word} תעשיות|{word}-industries, {word} שיווק|{word}-marketing, {last} אחזקות|{last}-holdings, \
         {last} יזמות|{last}-ventures"
    ),
    company_words: list!(
        "אופק|ofek, שחר|shachar, ברקת|bareket, גליל|galil, כרמל|carmel, ארז|erez, תבור|tavor, נגב|negev, אלומה|aluma, מגדל|migdal, שקד|shaked, \
         רקיע|rakia, צפון|tzafon, דקל|dekel, מעיין|maayan, קשת|keshet"
    ),
    mail_providers: list!("gmail.com, walla.co.il, hotmail.com, yahoo.com, netvision.net.il, outlook.com"),
    domain_suffixes: list!("co.il, co.il, co.il, com, org.il, net"),
    countries: list!(
        "ארצות הברית, בריטניה, גרמניה, צרפת, ספרד, איטליה, ברזיל, פורטוגל, הולנד, שוודיה, פולין, טורקיה, רוסיה, אוקראינה, ערב הסעודית, מצרים, \
         איחוד האמירויות הערביות, איראן, ישראל, הודו, יפן, קוריאה הדרומית, סין, טאיוואן, וייטנאם, אינדונזיה, קנדה, אוסטרליה, מקסיקו, \
         ארגנטינה, דרום אפריקה, סינגפור, ניו זילנד, אירלנד, שווייץ, אוסטריה, בלגיה, דנמרק, נורווגיה, פינלנד"
    ),
};

static ISRAEL: Territory = Territory {
    country: "IL",
    streets: list!(
        "הרצל, ז'בוטינסקי, ויצמן, בן גוריון, אלנבי, דיזנגוף, רוטשילד, בן יהודה, ביאליק, סוקולוב, הנשיא, העצמאות, ירושלים, המלך ג'ורג', יפו, אחד העם, \
         ארלוזורוב, בלפור, רמב״ם, הזית, הגפן, התמר, האלון, הרקפת, שדרות ירושלים"
    ),
    street_patterns: list!("רחוב {}, רחוב {}, {}"),
    building_numbers: list!("%, %#, %#, %##"),
    line: "{street} {number}",
    secondary: list!("דירה %, דירה %#, קומה %, כניסה א'"),
    address: "{line}, {city} {postal}",
    trunk: "0",
    phones: list!("0@-^##-####, 050-###-####, 052-###-####, 053-###-####, 054-###-####, 058-###-####"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&ISRAEL, "Asia/Jerusalem"), name, region, postal, area, point)
}

const CENTER: (&str, &str) = ("מחוז המרכז", "M");
const TEL_AVIV: (&str, &str) = ("מחוז תל אביב", "TA");
const NORTH: (&str, &str) = ("מחוז הצפון", "Z");
const SOUTH: (&str, &str) = ("מחוז הדרום", "D");
const HAIFA: (&str, &str) = ("מחוז חיפה", "HA");

static CITIES: &[City] = &[
    city("ירושלים", ("מחוז ירושלים", "JM"), "9%#####", "2", (31.7683, 35.2137)),
    city("בית שמש", ("מחוז ירושלים", "JM"), "990####", "2", (31.747, 34.9881)),
    city("תל אביב-יפו", TEL_AVIV, "6%#####", "3", (32.0853, 34.7818)),
    city("רמת גן", TEL_AVIV, "52#####", "3", (32.0684, 34.8248)),
    city("חולון", TEL_AVIV, "58#####", "3", (32.0158, 34.7874)),
    city("בת ים", TEL_AVIV, "59#####", "3", (32.0171, 34.745)),
    city("הרצליה", TEL_AVIV, "46#####", "9", (32.1663, 34.8436)),
    city("חיפה", HAIFA, "3%#####", "4", (32.794, 34.9896)),
    city("חדרה", HAIFA, "38#####", "4", (32.434, 34.9197)),
    city("ראשון לציון", CENTER, "75#####", "3", (31.973, 34.7925)),
    city("פתח תקווה", CENTER, "49#####", "3", (32.084, 34.8878)),
    city("נתניה", CENTER, "42#####", "9", (32.3215, 34.8532)),
    city("רחובות", CENTER, "76#####", "8", (31.8928, 34.8113)),
    city("כפר סבא", CENTER, "44#####", "9", (32.175, 34.9069)),
    city("רעננה", CENTER, "43#####", "9", (32.1848, 34.8713)),
    city("לוד", CENTER, "71#####", "8", (31.951, 34.8881)),
    city("מודיעין", CENTER, "717####", "8", (31.8903, 35.0104)),
    city("באר שבע", SOUTH, "84#####", "8", (31.253, 34.7915)),
    city("אשדוד", SOUTH, "77#####", "8", (31.8044, 34.6553)),
    city("אשקלון", SOUTH, "78#####", "8", (31.6688, 34.5743)),
    city("אילת", SOUTH, "88#####", "8", (29.5577, 34.9519)),
    city("נצרת", NORTH, "16#####", "4", (32.6996, 35.3035)),
    city("טבריה", NORTH, "14#####", "4", (32.7959, 35.531)),
    city("עכו", NORTH, "24#####", "4", (32.9281, 35.0765)),
    city("נהריה", NORTH, "22#####", "4", (33.0085, 35.0981)),
    city("עפולה", NORTH, "18#####", "4", (32.6078, 35.2897)),
];
