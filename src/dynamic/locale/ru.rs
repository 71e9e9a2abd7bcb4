//! Russian, of Russia.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "ru",
    language: "ru",
    first_names: [
        list!(
            "Анна|Anna, Мария|Mariya, Елена|Elena, Ольга|Olga, Наталья|Natalya, Екатерина|Ekaterina, Татьяна|Tatyana, \
             Ирина|Irina, Светлана|Svetlana, Юлия|Yuliya, Анастасия|Anastasiya, Дарья|Darya, Ксения|Kseniya, Марина|Marina, \
             Виктория|Viktoriya, Полина|Polina, Александра|Aleksandra, Софья|Sofya, Алина|Alina, Людмила|Lyudmila, \
             Галина|Galina, Надежда|Nadezhda, Валентина|Valentina, Вера|Vera, Любовь|Lyubov, Оксана|Oksana, \
             Евгения|Evgeniya, Кристина|Kristina, Вероника|Veronika, Валерия|Valeriya, Алёна|Alyona, Лариса|Larisa, \
             Нина|Nina, Инна|Inna, Диана|Diana, Варвара|Varvara, Елизавета|Elizaveta, Арина|Arina, Милана|Milana, Яна|Yana, \
             Маргарита|Margarita, Алиса|Alisa, Жанна|Zhanna, Тамара|Tamara, Раиса|Raisa, Ульяна|Ulyana"
        ),
        list!(
            "Александр|Aleksandr, Дмитрий|Dmitriy, Максим|Maksim, Сергей|Sergey, Андрей|Andrey, Алексей|Aleksey, \
             Артём|Artyom, Илья|Ilya, Кирилл|Kirill, Михаил|Mikhail, Никита|Nikita, Матвей|Matvey, Роман|Roman, Егор|Egor, \
             Арсений|Arseniy, Иван|Ivan, Денис|Denis, Евгений|Evgeniy, Даниил|Daniil, Тимофей|Timofey, Владислав|Vladislav, \
             Игорь|Igor, Владимир|Vladimir, Павел|Pavel, Руслан|Ruslan, Марк|Mark, Константин|Konstantin, Тимур|Timur, \
             Олег|Oleg, Ярослав|Yaroslav, Антон|Anton, Николай|Nikolay, Глеб|Gleb, Данил|Danil, Савелий|Saveliy, Вадим|Vadim, \
             Степан|Stepan, Юрий|Yuriy, Богдан|Bogdan, Артур|Artur, Виктор|Viktor, Пётр|Pyotr, Георгий|Georgiy, \
             Анатолий|Anatoliy, Борис|Boris, Василий|Vasiliy, Фёдор|Fyodor, Леонид|Leonid"
        ),
    ],
    last_names: list!(
        "Иванов|Ivanov|Иванова|Ivanova, Смирнов|Smirnov|Смирнова|Smirnova, Кузнецов|Kuznetsov|Кузнецова|Kuznetsova, \
         Попов|Popov|Попова|Popova, Васильев|Vasilyev|Васильева|Vasilyeva, Петров|Petrov|Петрова|Petrova, \
         Соколов|Sokolov|Соколова|Sokolova, Михайлов|Mikhaylov|Михайлова|Mikhaylova, Новиков|Novikov|Новикова|Novikova, \
         Фёдоров|Fyodorov|Фёдорова|Fyodorova, Морозов|Morozov|Морозова|Morozova, Волков|Volkov|Волкова|Volkova, \
         Алексеев|Alekseev|Алексеева|Alekseeva, Лебедев|Lebedev|Лебедева|Lebedeva, Семёнов|Semyonov|Семёнова|Semyonova, \
         Егоров|Egorov|Егорова|Egorova, Павлов|Pavlov|Павлова|Pavlova, Козлов|Kozlov|Козлова|Kozlova, \
         Степанов|Stepanov|Степанова|Stepanova, Николаев|Nikolaev|Николаева|Nikolaeva, Орлов|Orlov|Орлова|Orlova, \
         Андреев|Andreev|Андреева|Andreeva, Макаров|Makarov|Макарова|Makarova, Никитин|Nikitin|Никитина|Nikitina, \
         Захаров|Zakharov|Захарова|Zakharova, Зайцев|Zaytsev|Зайцева|Zaytseva, Соловьёв|Solovyov|Соловьёва|Solovyova, \
         Борисов|Borisov|Борисова|Borisova, Яковлев|Yakovlev|Яковлева|Yakovleva, Григорьев|Grigoryev|Григорьева|Grigoryeva, \
         Романов|Romanov|Романова|Romanova, Воробьёв|Vorobyov|Воробьёва|Vorobyova, Сергеев|Sergeev|Сергеева|Sergeeva, \
         Кузьмин|Kuzmin|Кузьмина|Kuzmina, Фролов|Frolov|Фролова|Frolova, Александров|Aleksandrov|Александрова|Aleksandrova, \
         Дмитриев|Dmitriev|Дмитриева|Dmitrieva, Королёв|Korolyov|Королёва|Korolyova, Гусев|Gusev|Гусева|Guseva, \
         Киселёв|Kiselyov|Киселёва|Kiselyova, Ильин|Ilyin|Ильина|Ilyina, Максимов|Maksimov|Максимова|Maksimova, \
         Поляков|Polyakov|Полякова|Polyakova, Сорокин|Sorokin|Сорокина|Sorokina, Виноградов|Vinogradov|Виноградова|Vinogradova, \
         Ковалёв|Kovalyov|Ковалёва|Kovalyova, Белов|Belov|Белова|Belova, Медведев|Medvedev|Медведева|Medvedeva, \
         Антонов|Antonov|Антонова|Antonova, Тарасов|Tarasov|Тарасова|Tarasova, Жуков|Zhukov|Жукова|Zhukova, \
         Баранов|Baranov|Баранова|Baranova, Филиппов|Filippov|Филиппова|Filippova, Комаров|Komarov|Комарова|Komarova, \
         Давыдов|Davydov|Давыдова|Davydova, Беляев|Belyaev|Беляева|Belyaeva, Герасимов|Gerasimov|Герасимова|Gerasimova, \
         Богданов|Bogdanov|Богданова|Bogdanova, Осипов|Osipov|Осипова|Osipova, Сидоров|Sidorov|Сидорова|Sidorova, \
         Матвеев|Matveev|Матвеева|Matveeva, Титов|Titov|Титова|Titova, Марков|Markov|Маркова|Markova, \
         Миронов|Mironov|Миронова|Mironova, Крылов|Krylov|Крылова|Krylova, Куликов|Kulikov|Куликова|Kulikova"
    ),
    middle_names: [
        list!(
            "Александровна|Aleksandrovna, Сергеевна|Sergeevna, Владимировна|Vladimirovna, Николаевна|Nikolaevna, \
             Ивановна|Ivanovna, Андреевна|Andreevna, Дмитриевна|Dmitrievna, Алексеевна|Alekseevna, Викторовна|Viktorovna, \
             Михайловна|Mikhaylovna, Юрьевна|Yuryevna, Павловна|Pavlovna, Олеговна|Olegovna, Петровна|Petrovna, \
             Игоревна|Igorevna, Евгеньевна|Evgenyevna"
        ),
        list!(
            "Александрович|Aleksandrovich, Сергеевич|Sergeevich, Владимирович|Vladimirovich, Николаевич|Nikolaevich, \
             Иванович|Ivanovich, Андреевич|Andreevich, Дмитриевич|Dmitrievich, Алексеевич|Alekseevich, \
             Викторович|Viktorovich, Михайлович|Mikhaylovich, Юрьевич|Yuryevich, Павлович|Pavlovich, Олегович|Olegovich, \
             Петрович|Petrovich, Игоревич|Igorevich, Евгеньевич|Evgenyevich"
        ),
    ],
    full_name: "{first} {last}",
    prefixes: [list!("г-жа, д-р"), list!("г-н, д-р")],
    suffixes: list!("к.т.н., к.э.н., д.м.н., PhD, MBA"),
    sexes: ["женский", "мужской"],
    jobs: list!(
        "Инженер-программист, Менеджер по продажам, Главный бухгалтер, Руководитель проекта, Аналитик данных, Маркетолог, \
         Системный администратор, Юрист, Врач, Учитель, Архитектор, Дизайнер, Экономист, Логист, Директор по развитию, \
         Специалист по кадрам, Технический директор, Менеджер по закупкам, Тестировщик, Инженер-конструктор, Администратор"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "ООО «{word}»|{word}-ooo, АО «{word}»|{word}-ao, ПАО «{word}»|{word}-pao, ООО «{word} {last}»|{word}-{last}, \
         ИП {last}|ip-{last}, ООО «{last} и {other}»|{last}-{other}, Группа «{word}»|{word}-group, ЗАО «{word}»|{word}-zao"
    ),
    company_words: list!(
        "Восток|Vostok, Заря|Zarya, Горизонт|Gorizont, Прогресс|Progress, Вектор|Vektor, Северный ветер|Severny Veter, \
         Маяк|Mayak, Спектр|Spektr, Импульс|Impuls, Родник|Rodnik, Олимп|Olimp, Луч|Luch, Кедр|Kedr, Сибирь|Sibir, \
         Меридиан|Meridian, Атлант|Atlant, Рассвет|Rassvet, Каскад|Kaskad"
    ),
    mail_providers: list!("mail.ru, yandex.ru, gmail.com, bk.ru, list.ru, inbox.ru, rambler.ru"),
    domain_suffixes: list!("ru, ru, ru, com, org, net"),
    countries: list!(
        "США, Великобритания, Германия, Франция, Испания, Италия, Бразилия, Португалия, Нидерланды, Швеция, Польша, Турция, \
         Россия, Украина, Саудовская Аравия, Египет, Объединённые Арабские Эмираты, Иран, Израиль, Индия, Япония, \
         Южная Корея, Китай, Тайвань, Вьетнам, Индонезия, Канада, Австралия, Мексика, Аргентина, Южная Африка, Сингапур, \
         Новая Зеландия, Ирландия, Швейцария, Австрия, Бельгия, Дания, Норвегия, Финляндия"
    ),
};

static RUSSIA: Territory = Territory {
    country: "RU",
    streets: list!(
        "ул. Ленина, ул. Советская, ул. Молодёжная, ул. Центральная, ул. Школьная, ул. Новая, ул. Садовая, ул. Лесная, \
         ул. Набережная, пр. Мира, ул. Пушкина, ул. Гагарина, ул. Кирова, ул. Октябрьская, ул. Комсомольская, \
         ул. Первомайская, ул. Чехова, ул. Гоголя, ул. Тверская, ул. Победы, ул. Горького, ул. Строителей, пр. Победы, \
         ул. Чайковского, ул. Полевая, ул. Заречная"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("д. %, д. %#, д. %#, д. %##, д. %#к%"),
    line: "{street}, {number}",
    secondary: list!("кв. %, кв. %#, кв. %##, офис %##"),
    address: "{postal}, {city}, {line}",
    trunk: "8",
    phones: list!(
        "8 (@) !##-##-##, 8 (903) ###-##-##, 8 (916) ###-##-##, 8 (921) ###-##-##, 8 (926) ###-##-##"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&RUSSIA, "Europe/Moscow"), name, region, postal, area, point)
}

static CITIES: &[City] = &[
    city("Москва", ("Москва", "MOW"), "1%####", "495", (55.7558, 37.6173)),
    city("Санкт-Петербург", ("Санкт-Петербург", "SPE"), "19####", "812", (59.9311, 30.3609)),
    city("Новосибирск", ("Новосибирская область", "NVS"), "6300##", "383", (55.0084, 82.9357))
        .zone("Asia/Novosibirsk"),
    city("Екатеринбург", ("Свердловская область", "SVE"), "6200##", "343", (56.8389, 60.6057))
        .zone("Asia/Yekaterinburg"),
    city("Казань", ("Республика Татарстан", "TA"), "4200##", "843", (55.8304, 49.0661)),
    city("Нижний Новгород", ("Нижегородская область", "NIZ"), "6030##", "831", (56.2965, 43.9361)),
    city("Челябинск", ("Челябинская область", "CHE"), "4540##", "351", (55.1644, 61.4368))
        .zone("Asia/Yekaterinburg"),
    city("Самара", ("Самарская область", "SAM"), "4430##", "846", (53.1959, 50.1002)).zone("Europe/Samara"),
    city("Омск", ("Омская область", "OMS"), "6440##", "381", (54.9885, 73.3242)).zone("Asia/Omsk"),
    city("Ростов-на-Дону", ("Ростовская область", "ROS"), "3440##", "863", (47.2357, 39.7015)),
    city("Уфа", ("Республика Башкортостан", "BA"), "4500##", "347", (54.7388, 55.9721))
        .zone("Asia/Yekaterinburg"),
    city("Красноярск", ("Красноярский край", "KYA"), "6600##", "391", (56.0153, 92.8932))
        .zone("Asia/Krasnoyarsk"),
    city("Воронеж", ("Воронежская область", "VOR"), "3940##", "473", (51.672, 39.1843)),
    city("Пермь", ("Пермский край", "PER"), "6140##", "342", (58.0105, 56.2502)).zone("Asia/Yekaterinburg"),
    city("Волгоград", ("Волгоградская область", "VGG"), "4000##", "844", (48.708, 44.5133))
        .zone("Europe/Volgograd"),
    city("Краснодар", ("Краснодарский край", "KDA"), "3500##", "861", (45.0355, 38.9753)),
    city("Сочи", ("Краснодарский край", "KDA"), "3540##", "862", (43.6028, 39.7342)),
    city("Саратов", ("Саратовская область", "SAR"), "4100##", "845", (51.5924, 45.9608))
        .zone("Europe/Saratov"),
    city("Тюмень", ("Тюменская область", "TYU"), "6250##", "345", (57.153, 65.5343))
        .zone("Asia/Yekaterinburg"),
    city("Иркутск", ("Иркутская область", "IRK"), "6640##", "395", (52.287, 104.305)).zone("Asia/Irkutsk"),
    city("Хабаровск", ("Хабаровский край", "KHA"), "6800##", "421", (48.4802, 135.0719))
        .zone("Asia/Vladivostok"),
    city("Владивосток", ("Приморский край", "PRI"), "6900##", "423", (43.1155, 131.8855))
        .zone("Asia/Vladivostok"),
    city("Томск", ("Томская область", "TOM"), "6340##", "382", (56.4846, 84.9476)).zone("Asia/Tomsk"),
    city("Калининград", ("Калининградская область", "KGD"), "2360##", "401", (54.7104, 20.4522))
        .zone("Europe/Kaliningrad"),
    city("Мурманск", ("Мурманская область", "MUR"), "1830##", "815", (68.9585, 33.0827)),
    city("Ярославль", ("Ярославская область", "YAR"), "1500##", "485", (57.6261, 39.8845)),
    city("Тула", ("Тульская область", "TUL"), "3000##", "487", (54.1931, 37.6173)),
];
