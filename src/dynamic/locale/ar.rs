//! Arabic: Saudi Arabia, Egypt and the United Arab Emirates.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "ar",
    language: "ar",
    first_names: [
        list!(
            "فاطمة|Fatima, مريم|Maryam, عائشة|Aisha, نورة|Noura, سارة|Sara, ليلى|Layla, هدى|Huda, أمل|Amal, منى|Mona, ريم|Reem, \
             نور|Nour, زينب|Zainab, خديجة|Khadija, أسماء|Asmaa, سلمى|Salma, دينا|Dina, رانيا|Rania, هند|Hind, لمى|Lama, جواهر|Jawaher, \
             لطيفة|Latifa, شيماء|Shaimaa, إيمان|Iman, نادية|Nadia, سمية|Sumaya, ياسمين|Yasmin, رنا|Rana, دانة|Dana, غادة|Ghada, \
             مها|Maha, وفاء|Wafa, نجلاء|Najla, عبير|Abeer, حنان|Hanan, سعاد|Suad, هالة|Hala, لينا|Lina, جميلة|Jamila, رغد|Raghad, \
             شهد|Shahad, بسمة|Basma, روان|Rawan, ندى|Nada, ملك|Malak, جنى|Jana"
        ),
        list!(
            "محمد|Mohammed, أحمد|Ahmed, علي|Ali, عبد الله|Abdullah, عبد الرحمن|Abdulrahman, خالد|Khalid, عمر|Omar, يوسف|Yousef, \
             إبراهيم|Ibrahim, حسن|Hassan, حسين|Hussein, مصطفى|Mostafa, سعود|Saud, فهد|Fahad, سلطان|Sultan, فيصل|Faisal, ناصر|Nasser, \
             سلمان|Salman, ماجد|Majed, تركي|Turki, بدر|Badr, طارق|Tariq, كريم|Karim, زياد|Ziad, راشد|Rashid, سعيد|Saeed, حمد|Hamad, \
             منصور|Mansour, صالح|Saleh, عادل|Adel, سامي|Sami, هشام|Hisham, وليد|Waleed, ياسر|Yasser, أنس|Anas, إياد|Iyad, \
             رامي|Rami, باسم|Bassem, نواف|Nawaf, مشعل|Mishal, عثمان|Othman, بلال|Bilal, حمزة|Hamza, جاسم|Jassim, محمود|Mahmoud, آدم|Adam"
        ),
    ],
    last_names: list!(
        "الأحمد|Alahmad, العلي|Alali, الحربي|Alharbi, القحطاني|Alqahtani, الغامدي|Alghamdi, الزهراني|Alzahrani, العتيبي|Alotaibi, \
         الشمري|Alshammari, الدوسري|Aldosari, المطيري|Almutairi, العنزي|Alanazi, الشهري|Alshehri, السبيعي|Alsubaie, المالكي|Almalki, \
         البلوي|Albalawi, الجهني|Aljohani, العمري|Alamri, الخالدي|Alkhaldi, السعدي|Alsaadi, الرشيدي|Alrashidi, الهاشمي|Alhashimi, \
         المنصوري|Almansoori, النعيمي|Alnuaimi, المزروعي|Almazrouei, الكعبي|Alkaabi, الشامسي|Alshamsi, الظاهري|Aldhaheri, \
         الكتبي|Alketbi, السويدي|Alsuwaidi, الفلاسي|Alfalasi, البلوشي|Albalushi, الحمادي|Alhammadi, السيد|Elsayed, حسن|Hassan, \
         عبد العزيز|Abdelaziz, إبراهيم|Ibrahim, محمود|Mahmoud, عثمان|Osman, منصور|Mansour, سليمان|Soliman, خليل|Khalil, \
         فاروق|Farouk, شاهين|Shahin, نجيب|Naguib, فهمي|Fahmy, صبري|Sabry, حجازي|Hegazy, الشافعي|Elshafei, المصري|Elmasry, \
         رمضان|Ramadan, عوض|Awad, الشريف|Elsherif, البنا|Elbanna, النجار|Elnaggar, الحداد|Elhaddad, الخطيب|Elkhatib, \
         العطار|Elattar, القاضي|Elkady, زيدان|Zidan, فوزي|Fawzy, كامل|Kamel, لطفي|Lotfy, مراد|Murad, يعقوب|Yacoub, حمدان|Hamdan, \
         الصالح|Alsaleh, العبدالله|Alabdullah, الراشد|Alrashed, الفهد|Alfahad, الناصر|Alnasser"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("السيدة, الآنسة, د., أ.د."), list!("السيد, د., م., أ.د.")],
    suffixes: list!("ماجستير, دكتوراه, PhD, MBA"),
    sexes: ["أنثى", "ذكر"],
    jobs: list!(
        "مهندس برمجيات, مدير مشروع, مدير مبيعات, محاسب, مدير تسويق, محلل بيانات, مصمم جرافيك, مدير موارد بشرية, مهندس مدني, طبيب, \
         معلم, محام, مدير عام, مسؤول خدمة العملاء, مدير مالي, مستشار, مدير مشتريات, مهندس معماري, باحث, مسؤول لوجستي, مدير عمليات"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "شركة {word}|{word}-co, مجموعة {word}|{word}-group, مؤسسة {last}|{last}-est, شركة {last} وأولاده|{last}-sons, \
         شركة {word} المحدودة|{word}-ltd, {word} للتجارة|{word}-trading, {word} للمقاولات|{word}-contracting, \
         شركة {word} القابضة|{word}-holding, شركة {last} و{other}|{last}-{other}"
    ),
    company_words: list!(
        "النور|alnoor, الأمل|alamal, الفجر|alfajr, المستقبل|almustaqbal, الخليج|alkhaleej, النجمة|alnajma, الواحة|alwaha, الريادة|alreyada, \
         الصفوة|alsafwa, البركة|albaraka, الهدى|alhuda, الأفق|alofoq, الشروق|alshorouk, اللؤلؤة|alluluah, الصقر|alsaqr, الإبداع|alibdaa"
    ),
    mail_providers: list!("gmail.com, hotmail.com, yahoo.com, outlook.sa, outlook.com, icloud.com"),
    domain_suffixes: list!("com, com, net, org, sa, com.sa, ae, com.eg"),
    countries: list!(
        "الولايات المتحدة, المملكة المتحدة, ألمانيا, فرنسا, إسبانيا, إيطاليا, البرازيل, البرتغال, هولندا, السويد, بولندا, تركيا, روسيا, أوكرانيا, \
         المملكة العربية السعودية, مصر, الإمارات العربية المتحدة, إيران, إسرائيل, الهند, اليابان, كوريا الجنوبية, الصين, تايوان, فيتنام, \
         إندونيسيا, كندا, أستراليا, المكسيك, الأرجنتين, جنوب أفريقيا, سنغافورة, نيوزيلندا, أيرلندا, سويسرا, النمسا, بلجيكا, الدنمارك, \
         النرويج, فنلندا"
    ),
};

static SAUDI_ARABIA: Territory = Territory {
    country: "SA",
    streets: list!(
        "شارع الملك فهد, شارع العليا, طريق الملك عبد العزيز, شارع التحلية, شارع الأمير سلطان, شارع الستين, طريق الملك عبد الله, شارع فلسطين, \
         شارع الأمير محمد بن عبد العزيز, شارع حراء, طريق المدينة, شارع صاري, شارع الجامعة, شارع الخليج, شارع الملك خالد, شارع الظهران"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%###, !###, %###"),
    line: "{number} {street}",
    secondary: list!("شقة %, شقة %#, الدور %, مكتب %0%"),
    address: "{line}، {city} {postal}",
    trunk: "0",
    phones: list!("0@ ### ####, 050 ### ####, 053 ### ####, 054 ### ####, 055 ### ####, 056 ### ####"),
};

static EGYPT: Territory = Territory {
    country: "EG",
    streets: list!(
        "شارع التحرير, شارع رمسيس, شارع طلعت حرب, شارع قصر النيل, شارع الهرم, شارع فيصل, شارع جامعة الدول العربية, شارع عباس العقاد, \
         شارع مكرم عبيد, شارع الثورة, كورنيش النيل, شارع سعد زغلول, شارع فؤاد, طريق الحرية, شارع الجمهورية, شارع شبرا"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##"),
    line: "{number} {street}",
    secondary: list!("شقة %, شقة %#, الدور %"),
    address: "{line}، {city} {postal}",
    trunk: "0",
    phones: list!("0@ ### ###, 010 #### ####, 011 #### ####, 012 #### ####, 015 #### ####"),
};

static EMIRATES: Territory = Territory {
    country: "AE",
    streets: list!(
        "شارع الشيخ زايد, شارع الوصل, شارع جميرا, شارع الرقة, شارع المكتوم, شارع حمدان, شارع الكورنيش, شارع السلام, شارع المطار, شارع الخليج العربي, \
         شارع الملك فيصل, شارع الاتحاد, شارع الوحدة, شارع النهضة"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %##"),
    line: "{number} {street}",
    secondary: list!("شقة %0%, شقة %#0%, مكتب %0%, الطابق %"),
    address: "{line}، {city}",
    trunk: "0",
    phones: list!("0@ !## ####, 050 ### ####, 052 ### ####, 054 ### ####, 055 ### ####, 056 ### ####"),
};

const fn saudi(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&SAUDI_ARABIA, "Asia/Riyadh"), name, region, postal, area, point)
}

const fn egypt(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&EGYPT, "Africa/Cairo"), name, region, postal, area, point)
}

const fn emirate(name: &'static str, code: &'static str, area: &'static str, point: (f32, f32)) -> City {
    City::new((&EMIRATES, "Asia/Dubai"), name, (name, code), "00000", area, point)
}

static CITIES: &[City] = &[
    saudi("الرياض", ("منطقة الرياض", "01"), "12###", "11 4", (24.7136, 46.6753)),
    saudi("الخرج", ("منطقة الرياض", "01"), "164##", "11 5", (24.1556, 47.312)),
    saudi("جدة", ("منطقة مكة المكرمة", "02"), "23###", "12 6", (21.4858, 39.1925)),
    saudi("مكة المكرمة", ("منطقة مكة المكرمة", "02"), "242##", "12 5", (21.3891, 39.8579)),
    saudi("الطائف", ("منطقة مكة المكرمة", "02"), "265##", "12 7", (21.2703, 40.4158)),
    saudi("المدينة المنورة", ("منطقة المدينة المنورة", "03"), "423##", "14 8", (24.5247, 39.5692)),
    saudi("الدمام", ("المنطقة الشرقية", "04"), "322##", "13 8", (26.4207, 50.0888)),
    saudi("الخبر", ("المنطقة الشرقية", "04"), "344##", "13 8", (26.2172, 50.1971)),
    saudi("بريدة", ("منطقة القصيم", "05"), "523##", "16 3", (26.326, 43.975)),
    saudi("حائل", ("منطقة حائل", "06"), "554##", "16 5", (27.5114, 41.7208)),
    saudi("تبوك", ("منطقة تبوك", "07"), "473##", "14 4", (28.3835, 36.5662)),
    saudi("أبها", ("منطقة عسير", "14"), "625##", "17 2", (18.2465, 42.5117)),
    saudi("جازان", ("منطقة جازان", "09"), "827##", "17 3", (16.8892, 42.5511)),
    saudi("نجران", ("منطقة نجران", "10"), "664##", "17 5", (17.5656, 44.2289)),
    egypt("القاهرة", ("محافظة القاهرة", "C"), "115##", "2 2!##", (30.0444, 31.2357)),
    egypt("الإسكندرية", ("محافظة الإسكندرية", "ALX"), "215##", "3 4", (31.2001, 29.9187)),
    egypt("الجيزة", ("محافظة الجيزة", "GZ"), "125##", "2 3!##", (30.0131, 31.2089)),
    egypt("بورسعيد", ("محافظة بورسعيد", "PTS"), "425##", "66 3", (31.2653, 32.3019)),
    egypt("السويس", ("محافظة السويس", "SUZ"), "435##", "62 3", (29.9668, 32.5498)),
    egypt("المنصورة", ("محافظة الدقهلية", "DK"), "355##", "50 2", (31.0409, 31.3785)),
    egypt("طنطا", ("محافظة الغربية", "GH"), "315##", "40 3", (30.7865, 31.0004)),
    egypt("أسيوط", ("محافظة أسيوط", "AST"), "715##", "88 2", (27.1809, 31.1837)),
    egypt("الأقصر", ("محافظة الأقصر", "LX"), "855##", "95 2", (25.6872, 32.6396)),
    egypt("أسوان", ("محافظة أسوان", "ASN"), "815##", "97 2", (24.0889, 32.8998)),
    emirate("دبي", "DU", "4", (25.2048, 55.2708)),
    emirate("أبو ظبي", "AZ", "2", (24.4539, 54.3773)),
    emirate("الشارقة", "SH", "6", (25.3463, 55.4209)),
    emirate("عجمان", "AJ", "6", (25.4052, 55.5136)),
    emirate("رأس الخيمة", "RK", "7", (25.8007, 55.9762)),
    emirate("الفجيرة", "FU", "9", (25.1288, 56.3265)),
];
