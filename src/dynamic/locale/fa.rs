//! Persian, of Iran.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "fa",
    language: "fa",
    first_names: [
        list!(
            "فاطمه|Fatemeh, زهرا|Zahra, مریم|Maryam, معصومه|Masoumeh, سکینه|Sakineh, زینب|Zeinab, رقیه|Roghayeh, سمیه|Somayeh, لیلا|Leila, \
             طاهره|Tahereh, نرگس|Narges, سارا|Sara, مهسا|Mahsa, الهام|Elham, مینا|Mina, نازنین|Nazanin, شیرین|Shirin, پریسا|Parisa, \
             نیلوفر|Niloufar, سحر|Sahar, آزاده|Azadeh, بهار|Bahar, ترانه|Taraneh, شبنم|Shabnam, مهناز|Mahnaz, پروانه|Parvaneh, \
             ژاله|Zhaleh, فرزانه|Farzaneh, ندا|Neda, هانیه|Hanieh, یاسمن|Yasaman, سپیده|Sepideh, آیدا|Aida, کیمیا|Kimia, \
             ستایش|Setayesh, نگار|Negar, آناهیتا|Anahita, رویا|Roya, سوگند|Sogand, ریحانه|Reyhaneh, مرجان|Marjan, شهرزاد|Shahrzad, \
             مهتاب|Mahtab, گلناز|Golnaz, هستی|Hasti"
        ),
        list!(
            "محمد|Mohammad, علی|Ali, حسین|Hossein, رضا|Reza, مهدی|Mehdi, حسن|Hassan, احمد|Ahmad, عباس|Abbas, امیر|Amir, ابراهیم|Ebrahim, \
             مصطفی|Mostafa, سعید|Saeed, حمید|Hamid, مجید|Majid, مسعود|Masoud, محسن|Mohsen, بهرام|Bahram, داریوش|Dariush, \
             کوروش|Kourosh, آرش|Arash, سیاوش|Siavash, بابک|Babak, فرهاد|Farhad, کامران|Kamran, پویا|Pouya, سینا|Sina, نیما|Nima, \
             پارسا|Parsa, آرمان|Arman, کیان|Kian, شهریار|Shahriar, بهزاد|Behzad, بهنام|Behnam, فرشید|Farshid, امید|Omid, \
             ایمان|Iman, جواد|Javad, کاوه|Kaveh, منوچهر|Manouchehr, پیمان|Peyman, رامین|Ramin, سامان|Saman, شاهین|Shahin, \
             یوسف|Yousef, میلاد|Milad"
        ),
    ],
    last_names: list!(
        "محمدی|Mohammadi, حسینی|Hosseini, احمدی|Ahmadi, رضایی|Rezaei, مرادی|Moradi, کریمی|Karimi, جعفری|Jafari, حیدری|Heidari, قاسمی|Ghasemi, \
         ابراهیمی|Ebrahimi, موسوی|Mousavi, اکبری|Akbari, رحیمی|Rahimi, صادقی|Sadeghi, هاشمی|Hashemi, اسماعیلی|Esmaeili, نوری|Nouri, \
         باقری|Bagheri, امیری|Amiri, سلطانی|Soltani, شریفی|Sharifi, کاظمی|Kazemi, یوسفی|Yousefi, عباسی|Abbasi, محمودی|Mahmoudi, \
         نظری|Nazari, علیزاده|Alizadeh, فرهادی|Farhadi, طاهری|Taheri, میرزایی|Mirzaei, زارعی|Zarei, عزیزی|Azizi, سلیمی|Salimi, \
         رستمی|Rostami, شجاعی|Shojaei, نجفی|Najafi, صالحی|Salehi, قربانی|Ghorbani, بهرامی|Bahrami, خسروی|Khosravi, \
         تهرانی|Tehrani, شیرازی|Shirazi, اصفهانی|Esfahani, کرمانی|Kermani, یزدانی|Yazdani, دهقان|Dehghan, رنجبر|Ranjbar, \
         شاهی|Shahi, فتحی|Fathi, کیانی|Kiani, مقدم|Moghaddam, نیکو|Nikou, پارسا|Parsa, داودی|Davoudi, امینی|Amini, پناهی|Panahi, \
         راد|Rad, سعیدی|Saeidi, شفیعی|Shafiei, عسگری|Asgari, غلامی|Gholami, ملکی|Maleki, منصوری|Mansouri, نادری|Naderi, \
         همتی|Hemmati, وحیدی|Vahidi, یعقوبی|Yaghoubi, بیات|Bayat"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("خانم, دکتر, مهندس"), list!("آقای, دکتر, مهندس")],
    suffixes: list!("کارشناس ارشد, دکترا, PhD, MBA"),
    sexes: ["زن", "مرد"],
    jobs: list!(
        "مهندس نرم‌افزار, مدیر پروژه, مدیر فروش, حسابدار, مدیر بازاریابی, تحلیلگر داده, طراح گرافیک, مدیر منابع انسانی, مهندس عمران, پزشک, معلم, \
         وکیل, مدیرعامل, کارشناس پشتیبانی, مدیر مالی, مشاور, کارشناس خرید, معمار, پژوهشگر, کارشناس فروش"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "شرکت {word}|{word}-co, گروه {word}|{word}-group, شرکت {word} گستر|{word}-gostar, صنایع {word}|{word}-industries, \
         بازرگانی {last}|{last}-trading, مهندسی {word}|{word}-eng, شرکت {last} و {other}|{last}-{other}, هلدینگ {word}|{word}-holding"
    ),
    company_words: list!(
        "پارس|pars, آریا|aria, ایران|iran, سپهر|sepehr, آینده|ayandeh, مهر|mehr, پویا|pouya, نوین|novin, البرز|alborz, دماوند|damavand, \
         خزر|khazar, کوروش|kourosh, سیمرغ|simorgh, پیشرو|pishro, آسمان|aseman, توسعه|tosee"
    ),
    mail_providers: list!("gmail.com, yahoo.com, outlook.com, chmail.ir, hotmail.com"),
    domain_suffixes: list!("ir, ir, ir, com, co.ir, net"),
    countries: list!(
        "ایالات متحده آمریکا, بریتانیا, آلمان, فرانسه, اسپانیا, ایتالیا, برزیل, پرتغال, هلند, سوئد, لهستان, ترکیه, روسیه, اوکراین, عربستان سعودی, مصر, \
         امارات متحده عربی, ایران, اسرائیل, هند, ژاپن, کره جنوبی, چین, تایوان, ویتنام, اندونزی, کانادا, استرالیا, مکزیک, آرژانتین, آفریقای جنوبی, \
         سنگاپور, نیوزیلند, ایرلند, سوئیس, اتریش, بلژیک, دانمارک, نروژ, فنلاند"
    ),
};

static IRAN: Territory = Territory {
    country: "IR",
    streets: list!(
        "خیابان ولیعصر, خیابان انقلاب, خیابان آزادی, خیابان شریعتی, خیابان فردوسی, خیابان حافظ, خیابان سعدی, خیابان امام خمینی, خیابان طالقانی, \
         خیابان مطهری, خیابان بهشتی, بلوار کشاورز, خیابان جمهوری, خیابان کارگر, خیابان میرداماد, خیابان پاسداران, بلوار چمران, \
         خیابان دانشگاه, خیابان باهنر, خیابان گلستان"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("پلاک %, پلاک %#, پلاک %##"),
    line: "{street}، {number}",
    secondary: list!("واحد %, واحد %#, طبقه %"),
    address: "{city}، {line}، کد پستی {postal}",
    trunk: "0",
    phones: list!("0@-!#######, 0912 ### ####, 0913 ### ####, 0935 ### ####, 0936 ### ####, 0919 ### ####"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&IRAN, "Asia/Tehran"), name, region, postal, area, point)
}

static CITIES: &[City] = &[
    city("تهران", ("استان تهران", "23"), "1%########", "21", (35.6892, 51.389)),
    city("کرج", ("استان البرز", "30"), "31########", "26", (35.84, 50.9391)),
    city("مشهد", ("استان خراسان رضوی", "09"), "91########", "51", (36.2605, 59.6168)),
    city("نیشابور", ("استان خراسان رضوی", "09"), "931#######", "51", (36.2141, 58.7961)),
    city("اصفهان", ("استان اصفهان", "10"), "81########", "31", (32.6546, 51.668)),
    city("کاشان", ("استان اصفهان", "10"), "871#######", "31", (33.985, 51.41)),
    city("شیراز", ("استان فارس", "07"), "71########", "71", (29.5918, 52.5837)),
    city("تبریز", ("استان آذربایجان شرقی", "03"), "51########", "41", (38.0962, 46.2738)),
    city("ارومیه", ("استان آذربایجان غربی", "04"), "571#######", "44", (37.5527, 45.0761)),
    city("قم", ("استان قم", "25"), "371#######", "25", (34.6416, 50.8746)),
    city("اهواز", ("استان خوزستان", "06"), "61########", "61", (31.3183, 48.6706)),
    city("کرمانشاه", ("استان کرمانشاه", "05"), "671#######", "83", (34.3142, 47.065)),
    city("رشت", ("استان گیلان", "01"), "41########", "13", (37.2808, 49.5832)),
    city("کرمان", ("استان کرمان", "08"), "761#######", "34", (30.2839, 57.0834)),
    city("همدان", ("استان همدان", "13"), "651#######", "81", (34.7989, 48.515)),
    city("یزد", ("استان یزد", "21"), "891#######", "35", (31.8974, 54.3569)),
    city("اردبیل", ("استان اردبیل", "24"), "561#######", "45", (38.2498, 48.2933)),
    city("بندرعباس", ("استان هرمزگان", "22"), "791#######", "76", (27.1832, 56.2666)),
    city("زاهدان", ("استان سیستان و بلوچستان", "11"), "981#######", "54", (29.4963, 60.8629)),
    city("ساری", ("استان مازندران", "02"), "481#######", "11", (36.5633, 53.0601)),
    city("گرگان", ("استان گلستان", "27"), "491#######", "17", (36.8456, 54.4393)),
    city("سنندج", ("استان کردستان", "12"), "661#######", "87", (35.3219, 46.9862)),
    city("زنجان", ("استان زنجان", "19"), "451#######", "24", (36.6765, 48.4963)),
    city("قزوین", ("استان قزوین", "26"), "341#######", "28", (36.2688, 50.0041)),
    city("بوشهر", ("استان بوشهر", "18"), "751#######", "77", (28.9234, 50.8203)),
];
