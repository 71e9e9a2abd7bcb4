//! Turkish, of Turkey.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "tr",
    language: "tr",
    first_names: [
        list!(
            "Fatma, Ayşe, Emine, Hatice, Zeynep, Elif, Meryem, Şerife, Zehra, Sultan, Hanife, Merve, Havva, Zeliha, Esra, \
             Fadime, Özlem, Hacer, Melek, Yasemin, Tuğba, Sevim, Büşra, Kübra, Rabia, Dilek, Songül, Gülsüm, Aysel, Derya, \
             Ebru, Hülya, Sibel, Gamze, Pınar, Selin, Defne, Asel, Nehir, Azra, Eylül, Ecrin, Öykü, İrem, Ceren, Buse, Gizem, \
             Seda, Burcu, Çiğdem, Nur, Ece"
        ),
        list!(
            "Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, İsmail, Osman, Yusuf, Murat, Ömer, Ramazan, Halil, \
             Süleyman, Abdullah, Mahmut, Recep, Salih, Fatih, Kadir, Emre, Hakan, Adem, Kemal, Yaşar, Bekir, Orhan, Serkan, \
             Gökhan, Uğur, Yasin, Burak, Onur, Can, Eren, Kerem, Alparslan, Göktuğ, Çınar, Aras, Miraç, Deniz, Barış, Volkan, \
             Tolga, Cem, Erdem, Selim, Oğuz, Tuncay, Şahin"
        ),
    ],
    last_names: list!(
        "Yılmaz, Kaya, Demir, Çelik, Şahin, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, \
         Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Özcan, Çakır, Erdoğan, Yavuz, Can, Acar, Şen, Aktaş, Güler, Yalçın, \
         Güneş, Bozkurt, Bulut, Keskin, Ünal, Turan, Gül, Özer, Işık, Kaplan, Avcı, Sarı, Tekin, Taş, Köse, Yüksel, Ateş, \
         Aksoy, Uçar, Deniz, Altun, Toprak, Durmuş, Karaca, Uzun, Kılınç, Çoban, Tunç, Sönmez, Bayram, Ekinci, Başaran, \
         Erol, Güven, Karataş, Bilgin, Soylu, Akın, Ergün, Kahraman, Demirtaş, Türkmen, Önal"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Bayan, Dr., Prof. Dr."), list!("Bay, Dr., Prof. Dr.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["kadın", "erkek"],
    jobs: list!(
        "Yazılım Mühendisi, Proje Yöneticisi, Satış Müdürü, Pazarlama Uzmanı, Muhasebeci, Veri Analisti, İnsan Kaynakları Uzmanı, \
         Mimar, Avukat, Öğretmen, Hemşire, Grafik Tasarımcı, Makine Mühendisi, Müşteri Temsilcisi, Genel Müdür, \
         Finans Uzmanı, Sistem Yöneticisi, Satın Alma Uzmanı, Lojistik Sorumlusu, Ürün Yöneticisi, Danışman"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} A.Ş.|{last}-as, {last} Ltd. Şti.|{last}-ltd, {last} ve Oğulları|{last}-ve-ogullari, {last} Holding|{last}-holding, \
         {last} {other} Ortaklığı|{last}-{other}, {word} {last} A.Ş.|{word}-{last}, {last} Grup|{last}-grup, \
         {last} Ticaret|{last}-ticaret, {word} Sanayi {last}|{word}-{last}"
    ),
    company_words: list!(
        "Anadolu, Ege, Marmara, Yıldız, Güneş, Boğaz, Toros, Akdeniz, Doğa, Ufuk, Zirve, Işık"
    ),
    mail_providers: list!("gmail.com, hotmail.com, yahoo.com.tr, outlook.com, mynet.com, icloud.com"),
    domain_suffixes: list!("com.tr, com.tr, com, com, net, org.tr"),
    countries: list!(
        "Amerika Birleşik Devletleri, Birleşik Krallık, Almanya, Fransa, İspanya, İtalya, Brezilya, Portekiz, Hollanda, İsveç, \
         Polonya, Türkiye, Rusya, Ukrayna, Suudi Arabistan, Mısır, Birleşik Arap Emirlikleri, İran, İsrail, Hindistan, \
         Japonya, Güney Kore, Çin, Tayvan, Vietnam, Endonezya, Kanada, Avustralya, Meksika, Arjantin, Güney Afrika, \
         Singapur, Yeni Zelanda, İrlanda, İsviçre, Avusturya, Belçika, Danimarka, Norveç, Finlandiya"
    ),
};

static TURKEY: Territory = Territory {
    country: "TR",
    streets: list!(
        "Atatürk Caddesi, Cumhuriyet Caddesi, İstiklal Caddesi, Gazi Bulvarı, Bağdat Caddesi, İnönü Caddesi, Lale Sokak, \
         Gül Sokak, Çiçek Sokak, Menekşe Sokak, Okul Sokak, Çınar Sokak, Fatih Caddesi, Mimar Sinan Caddesi, \
         Yunus Emre Caddesi, Barbaros Bulvarı, Mevlana Caddesi, Zafer Sokak, Hürriyet Caddesi, Kültür Sokak, \
         Namık Kemal Caddesi, Ziya Gökalp Caddesi, Sevgi Sokak, Papatya Sokak"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("No: %, No: %#, No: %#, No: %##"),
    line: "{street} {number}",
    secondary: list!("Daire %, Daire %#, Kat %"),
    address: "{line}, {postal} {city}",
    trunk: "0",
    phones: list!(
        "0@ !## ## ##, (0@) !## ## ##, 0532 ### ## ##, 0535 ### ## ##, 0542 ### ## ##, 0505 ### ## ##"
    ),
};

/// In Turkey a city is its province.
const fn city(
    name: &'static str,
    code: &'static str,
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&TURKEY, "Europe/Istanbul"), name, (name, code), postal, area, point)
}

static CITIES: &[City] = &[
    city("İstanbul", "34", "34%##", "212", (41.0082, 28.9784)),
    city("Ankara", "06", "06%##", "312", (39.9334, 32.8597)),
    city("İzmir", "35", "35%##", "232", (38.4237, 27.1428)),
    city("Bursa", "16", "16%##", "224", (40.1885, 29.061)),
    city("Antalya", "07", "07%##", "242", (36.8969, 30.7133)),
    city("Adana", "01", "01%##", "322", (37.0, 35.3213)),
    city("Konya", "42", "42%##", "332", (37.8746, 32.4932)),
    city("Gaziantep", "27", "27%##", "342", (37.0662, 37.3833)),
    city("Şanlıurfa", "63", "63%##", "414", (37.1674, 38.7955)),
    city("Kayseri", "38", "38%##", "352", (38.7205, 35.4826)),
    city("Mersin", "33", "33%##", "324", (36.8121, 34.6415)),
    city("Eskişehir", "26", "26%##", "222", (39.7767, 30.5206)),
    city("Diyarbakır", "21", "21%##", "412", (37.9144, 40.2306)),
    city("Samsun", "55", "55%##", "362", (41.2867, 36.33)),
    city("Denizli", "20", "20%##", "258", (37.7765, 29.0864)),
    city("Trabzon", "61", "61%##", "462", (41.0027, 39.7168)),
    city("Erzurum", "25", "25%##", "442", (39.9055, 41.2658)),
    city("Malatya", "44", "44%##", "422", (38.3552, 38.3095)),
    city("Van", "65", "65%##", "432", (38.5012, 43.373)),
    city("Balıkesir", "10", "10%##", "266", (39.6484, 27.8826)),
    city("Muğla", "48", "48%##", "252", (37.2153, 28.3636)),
    city("Çanakkale", "17", "17%##", "286", (40.1553, 26.4142)),
    city("Edirne", "22", "22%##", "284", (41.6771, 26.5557)),
    city("Sivas", "58", "58%##", "346", (39.7477, 37.0179)),
    city("Rize", "53", "53%##", "464", (41.0201, 40.5234)),
];
