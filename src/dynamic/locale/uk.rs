//! Ukrainian, of Ukraine.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "uk",
    language: "uk",
    first_names: [
        list!(
            "Олена|Olena, Наталія|Nataliia, Оксана|Oksana, Ірина|Iryna, Тетяна|Tetiana, Світлана|Svitlana, Юлія|Yuliia, \
             Анна|Anna, Марія|Mariia, Катерина|Kateryna, Ольга|Olha, Людмила|Liudmyla, Вікторія|Viktoriia, Галина|Halyna, \
             Анастасія|Anastasiia, Дарина|Daryna, Софія|Sofiia, Соломія|Solomiia, Злата|Zlata, Вероніка|Veronika, \
             Поліна|Polina, Аліна|Alina, Христина|Khrystyna, Надія|Nadiia, Віра|Vira, Любов|Liubov, Лариса|Larysa, \
             Валентина|Valentyna, Ніна|Nina, Зоряна|Zoriana, Богдана|Bohdana, Мирослава|Myroslava, Ярослава|Yaroslava, \
             Уляна|Uliana, Леся|Lesia, Діана|Diana, Єва|Yeva, Емілія|Emiliia, Маргарита|Marharyta, Інна|Inna, Яна|Yana, \
             Роксолана|Roksolana, Мар'яна|Mariana, Стефанія|Stefaniia, Орися|Orysia"
        ),
        list!(
            "Олександр|Oleksandr, Сергій|Serhii, Андрій|Andrii, Володимир|Volodymyr, Микола|Mykola, Іван|Ivan, Дмитро|Dmytro, \
             Олексій|Oleksii, Віктор|Viktor, Юрій|Yurii, Олег|Oleh, Михайло|Mykhailo, Ігор|Ihor, Василь|Vasyl, \
             Тарас|Taras, Богдан|Bohdan, Максим|Maksym, Артем|Artem, Назар|Nazar, Роман|Roman, Петро|Petro, Павло|Pavlo, \
             Ярослав|Yaroslav, Денис|Denys, Кирило|Kyrylo, Матвій|Matvii, Остап|Ostap, Тимофій|Tymofii, Данило|Danylo, \
             Марко|Marko, Степан|Stepan, Григорій|Hryhorii, Анатолій|Anatolii, Євген|Yevhen, Вадим|Vadym, Руслан|Ruslan, \
             Станіслав|Stanislav, Антон|Anton, Віталій|Vitalii, Лев|Lev, Захар|Zakhar, Любомир|Liubomyr, Ростислав|Rostyslav, \
             Святослав|Sviatoslav, Гліб|Hlib"
        ),
    ],
    last_names: list!(
        "Мельник|Melnyk, Шевченко|Shevchenko, Бондаренко|Bondarenko, Коваленко|Kovalenko, Бойко|Boiko, Ткаченко|Tkachenko, \
         Кравченко|Kravchenko, Ковальчук|Kovalchuk, Коваль|Koval, Олійник|Oliinyk, Шевчук|Shevchuk, Поліщук|Polishchuk, \
         Іванов|Ivanov|Іванова|Ivanova, Ткачук|Tkachuk, Савченко|Savchenko, Бондар|Bondar, Марченко|Marchenko, \
         Руденко|Rudenko, Мороз|Moroz, Лисенко|Lysenko, Петренко|Petrenko, Клименко|Klymenko, Павленко|Pavlenko, \
         Кравчук|Kravchuk, Кузьменко|Kuzmenko, Левченко|Levchenko, Пономаренко|Ponomarenko, Василенко|Vasylenko, \
         Волошин|Voloshyn|Волошина|Voloshyna, Харченко|Kharchenko, Сидоренко|Sydorenko, Карпенко|Karpenko, \
         Гаврилюк|Havryliuk, Швець|Shvets, Мельничук|Melnychuk, Попович|Popovych, Романюк|Romaniuk, Панченко|Panchenko, \
         Юрченко|Yurchenko, Мазур|Mazur, Кушнір|Kushnir, Гончаренко|Honcharenko, Костенко|Kostenko, Приходько|Prykhodko, \
         Кравець|Kravets, Литвиненко|Lytvynenko, Гончарук|Honcharuk, Назаренко|Nazarenko, Федоренко|Fedorenko, \
         Яременко|Yaremenko, Дяченко|Diachenko, Гриценко|Hrytsenko, Тимошенко|Tymoshenko, Білоус|Bilous, \
         Зінченко|Zinchenko, Козак|Kozak, Демченко|Demchenko, Ярошенко|Yaroshenko, Степаненко|Stepanenko, \
         Вовк|Vovk, Лук'яненко|Lukianenko, Ільченко|Ilchenko, Нестеренко|Nesterenko, Захарченко|Zakharchenko, \
         Вишневський|Vyshnevskyi|Вишневська|Vyshnevska, Чорний|Chornyi|Чорна|Chorna, \
         Левицький|Levytskyi|Левицька|Levytska, Лозинський|Lozynskyi|Лозинська|Lozynska, \
         Залізняк|Zalizniak, Дорошенко|Doroshenko, Хоменко|Khomenko, Онищенко|Onyshchenko"
    ),
    middle_names: [
        list!(
            "Олександрівна|Oleksandrivna, Сергіївна|Serhiivna, Володимирівна|Volodymyrivna, Миколаївна|Mykolaivna, \
             Іванівна|Ivanivna, Андріївна|Andriivna, Василівна|Vasylivna, Михайлівна|Mykhailivna, Вікторівна|Viktorivna, \
             Петрівна|Petrivna, Юріївна|Yuriivna, Богданівна|Bohdanivna, Ігорівна|Ihorivna, Тарасівна|Tarasivna"
        ),
        list!(
            "Олександрович|Oleksandrovych, Сергійович|Serhiiovych, Володимирович|Volodymyrovych, Миколайович|Mykolaiovych, \
             Іванович|Ivanovych, Андрійович|Andriiovych, Васильович|Vasylovych, Михайлович|Mykhailovych, \
             Вікторович|Viktorovych, Петрович|Petrovych, Юрійович|Yuriiovych, Богданович|Bohdanovych, Ігорович|Ihorovych, \
             Тарасович|Tarasovych"
        ),
    ],
    full_name: "{first} {last}",
    prefixes: [list!("пані, д-р"), list!("пан, д-р")],
    suffixes: list!("к.т.н., к.е.н., PhD, MBA"),
    sexes: ["жіноча", "чоловіча"],
    jobs: list!(
        "Розробник програмного забезпечення, Менеджер з продажу, Головний бухгалтер, Керівник проєкту, Аналітик даних, Маркетолог, \
         Системний адміністратор, Юрист, Лікар, Учитель, Архітектор, Дизайнер, Економіст, Логіст, Директор з розвитку, \
         Фахівець з персоналу, Технічний директор, Інженер з якості, Менеджер із закупівель, Бізнес-аналітик"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "ТОВ «{word}»|{word}-tov, ПрАТ «{word}»|{word}-prat, ТОВ «{word} {last}»|{word}-{last}, ФОП {last}|fop-{last}, \
         ТОВ «{last} і {other}»|{last}-{other}, Група «{word}»|{word}-group, АТ «{word}»|{word}-at, ПП «{word}»|{word}-pp"
    ),
    company_words: list!(
        "Світанок|Svitanok, Карпати|Karpaty, Дніпро|Dnipro, Обрій|Obrii, Промінь|Promin, Джерело|Dzherelo, Калина|Kalyna, \
         Зоря|Zoria, Каштан|Kashtan, Сокіл|Sokil, Меридіан|Merydian, Весна|Vesna, Степ|Step, Водограй|Vodohrai, \
         Вектор|Vektor, Маяк|Maiak, Барвінок|Barvinok"
    ),
    mail_providers: list!("ukr.net, gmail.com, i.ua, meta.ua, outlook.com"),
    domain_suffixes: list!("ua, com.ua, com.ua, com, in.ua, org.ua"),
    countries: list!(
        "Сполучені Штати Америки, Велика Британія, Німеччина, Франція, Іспанія, Італія, Бразилія, Португалія, Нідерланди, Швеція, \
         Польща, Туреччина, Росія, Україна, Саудівська Аравія, Єгипет, Об'єднані Арабські Емірати, Іран, Ізраїль, Індія, \
         Японія, Південна Корея, Китай, Тайвань, В'єтнам, Індонезія, Канада, Австралія, Мексика, Аргентина, \
         Південна Африка, Сінгапур, Нова Зеландія, Ірландія, Швейцарія, Австрія, Бельгія, Данія, Норвегія, Фінляндія"
    ),
};

static UKRAINE: Territory = Territory {
    country: "UA",
    streets: list!(
        "вул. Хрещатик, вул. Тараса Шевченка, вул. Івана Франка, вул. Лесі Українки, вул. Михайла Грушевського, вул. Соборна, \
         вул. Незалежності, вул. Садова, вул. Шкільна, вул. Центральна, просп. Свободи, просп. Перемоги, вул. Миру, \
         вул. Зелена, вул. Лісова, вул. Набережна, вул. Городоцька, вул. Богдана Хмельницького, вул. Польова, вул. Молодіжна, \
         вул. Київська, вул. Січових Стрільців, вул. Степана Бандери, вул. Калинова"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %#а"),
    line: "{street}, {number}",
    secondary: list!("кв. %, кв. %#, кв. %##, офіс %##"),
    address: "{line}, {city}, {postal}",
    trunk: "0",
    phones: list!(
        "(0@) !##-##-##, (050) ###-##-##, (067) ###-##-##, (063) ###-##-##, (097) ###-##-##, 093 ### ## ##"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&UKRAINE, "Europe/Kyiv"), name, region, postal, area, point)
}

static CITIES: &[City] = &[
    city("Київ", ("Київ", "30"), "0%%##", "44", (50.4501, 30.5234)),
    city("Біла Церква", ("Київська область", "32"), "091##", "44", (49.7968, 30.1311)),
    city("Харків", ("Харківська область", "63"), "610##", "57", (49.9935, 36.2304)),
    city("Одеса", ("Одеська область", "51"), "650##", "48", (46.4825, 30.7233)),
    city("Дніпро", ("Дніпропетровська область", "12"), "490##", "56", (48.4647, 35.0462)),
    city("Кривий Ріг", ("Дніпропетровська область", "12"), "500##", "56", (47.9105, 33.3918)),
    city("Запоріжжя", ("Запорізька область", "23"), "690##", "61", (47.8388, 35.1396)),
    city("Львів", ("Львівська область", "46"), "790##", "32", (49.8397, 24.0297)),
    city("Дрогобич", ("Львівська область", "46"), "821##", "32", (49.3498, 23.5058)),
    city("Миколаїв", ("Миколаївська область", "48"), "540##", "51", (46.975, 31.9946)),
    city("Вінниця", ("Вінницька область", "05"), "210##", "43", (49.2331, 28.4682)),
    city("Полтава", ("Полтавська область", "53"), "360##", "53", (49.5883, 34.5514)),
    city("Кременчук", ("Полтавська область", "53"), "396##", "53", (49.063, 33.4037)),
    city("Чернігів", ("Чернігівська область", "74"), "140##", "46", (51.4982, 31.2893)),
    city("Черкаси", ("Черкаська область", "71"), "180##", "47", (49.4444, 32.0598)),
    city("Житомир", ("Житомирська область", "18"), "100##", "41", (50.2547, 28.6587)),
    city("Суми", ("Сумська область", "59"), "400##", "54", (50.9077, 34.7981)),
    city("Хмельницький", ("Хмельницька область", "68"), "290##", "38", (49.4229, 26.9871)),
    city("Чернівці", ("Чернівецька область", "77"), "580##", "37", (48.2921, 25.9358)),
    city("Рівне", ("Рівненська область", "56"), "330##", "36", (50.6199, 26.2516)),
    city("Івано-Франківськ", ("Івано-Франківська область", "26"), "760##", "34", (48.9226, 24.7111)),
    city("Тернопіль", ("Тернопільська область", "61"), "460##", "35", (49.5535, 25.5948)),
    city("Луцьк", ("Волинська область", "07"), "430##", "33", (50.7472, 25.3254)),
    city("Ужгород", ("Закарпатська область", "21"), "880##", "31", (48.6208, 22.2879)),
    city("Кропивницький", ("Кіровоградська область", "35"), "250##", "52", (48.5079, 32.2623)),
    city("Херсон", ("Херсонська область", "65"), "730##", "55", (46.6354, 32.6169)),
];
