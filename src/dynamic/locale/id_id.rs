//! Indonesian, of Indonesia.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "id_ID",
    language: "id",
    first_names: [
        list!(
            "Siti, Sri, Dewi, Nur, Ani, Rina, Fitri, Ratna, Lestari, Indah, Putri, Wulan, Ayu, Kartika, Maya, Yuni, Endang, \
             Ningsih, Wati, Rahma, Aisyah, Nadia, Intan, Citra, Mega, Dian, Eka, Novita, Amelia, Tiara, Melati, Anggun, Bunga, \
             Cahaya, Desi, Elly, Farah, Gita, Hana, Ika, Kiki, Lia, Mawar, Nia, Okta, Puspita, Ria, Sari, Tari, Utami, Vina, \
             Widya, Yanti, Zahra, Suci, Laras"
        ),
        list!(
            "Agus, Budi, Slamet, Bambang, Joko, Eko, Dwi, Tri, Andi, Ahmad, Muhammad, Rizki, Dedi, Hendra, Adi, Arif, Wahyu, \
             Rudi, Yusuf, Iwan, Heru, Asep, Ujang, Dani, Fajar, Galih, Hadi, Imam, Irfan, Kurnia, Lukman, Made, Nanda, \
             Oki, Prasetyo, Putra, Rahmat, Satria, Taufik, Umar, Vino, Wawan, Yoga, Zainal, Bayu, Candra, Dimas, Edi, \
             Fauzan, Gilang, Ilham, Ketut, Reza, Surya, Teguh"
        ),
    ],
    last_names: list!(
        "Wijaya, Santoso, Setiawan, Hidayat, Saputra, Kusuma, Gunawan, Wibowo, Nugroho, Susanto, Pratama, Siregar, Nasution, \
         Lubis, Harahap, Simanjuntak, Situmorang, Hutapea, Sitorus, Ginting, Sembiring, Tarigan, Purba, Manurung, Sihombing, \
         Panjaitan, Halim, Tanjung, Kurniawan, Firmansyah, Ramadhan, Maulana, Permana, Hartono, Suryadi, Budiman, Haryanto, \
         Utomo, Rahardjo, Iskandar, Hakim, Siahaan, Pangaribuan, Saragih, Napitupulu, Wahyudi, Prasetya, Mulyadi, Suharto, \
         Sutrisno, Sulistyo, Handoko, Yulianto, Irawan, Rachman, Saefullah, Suryono, Waluyo, Adriansyah, Anggraini, Lestari, \
         Puspita, Rahayu, Suryani, Wulandari, Handayani, Mandala, Salim, Tampubolon, Pohan"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Ibu, Hj., Dra., dr."), list!("Bapak, H., Drs., dr., Ir.")],
    suffixes: list!("S.Kom, S.E., S.H., S.T., M.Si., M.M., S.Pd., Ph.D."),
    sexes: ["perempuan", "laki-laki"],
    jobs: list!(
        "Pengembang Perangkat Lunak, Manajer Proyek, Akuntan, Manajer Pemasaran, Analis Data, Staf Administrasi, Guru, Perawat, \
         Insinyur Sipil, Arsitek, Desainer Grafis, Manajer Penjualan, Konsultan, Staf Keuangan, Direktur Utama, \
         Staf Personalia, Teknisi, Pengacara, Kepala Gudang, Asisten Manajer, Layanan Pelanggan"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "PT {last}|{last}-pt, PT {last} Tbk|{last}-tbk, CV {last}|cv-{last}, PT {word} {last}|{word}-{last}, UD {last}|ud-{last}, \
         PT {last} {other}|{last}-{other}, Perum {last}|perum-{last}, PT {word} Sejahtera|{word}-sejahtera, \
         PT {word} Makmur|{word}-makmur, PT {word} Abadi|{word}-abadi"
    ),
    company_words: list!(
        "Nusantara, Elang, Merapi, Jaya, Pelangi, Bintang, Cahaya, Sinar, Mega, Prima, Sumber, Samudra"
    ),
    mail_providers: list!("gmail.com, yahoo.co.id, yahoo.com, outlook.com, hotmail.com"),
    domain_suffixes: list!("co.id, co.id, id, com, web.id, or.id"),
    countries: list!(
        "Amerika Serikat, Britania Raya, Jerman, Prancis, Spanyol, Italia, Brasil, Portugal, Belanda, Swedia, Polandia, Turki, \
         Rusia, Ukraina, Arab Saudi, Mesir, Uni Emirat Arab, Iran, Israel, India, Jepang, Korea Selatan, Tiongkok, Taiwan, \
         Vietnam, Indonesia, Kanada, Australia, Meksiko, Argentina, Afrika Selatan, Singapura, Selandia Baru, Irlandia, \
         Swiss, Austria, Belgia, Denmark, Norwegia, Finlandia"
    ),
};

static INDONESIA: Territory = Territory {
    country: "ID",
    streets: list!(
        "Jalan Sudirman, Jalan Thamrin, Jalan Merdeka, Jalan Diponegoro, Jalan Gajah Mada, Jalan Ahmad Yani, Jalan Pahlawan, \
         Jalan Imam Bonjol, Jalan Hayam Wuruk, Jalan Kartini, Jalan Pemuda, Jalan Veteran, Jalan Cendrawasih, Jalan Melati, \
         Jalan Mawar, Jalan Kenanga, Jalan Anggrek, Jalan Raya Bogor, Jalan Teuku Umar, Jalan Gatot Subroto, \
         Jalan Hasanuddin, Jalan Pattimura, Jalan Asia Afrika, Jalan Soekarno-Hatta"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("No. %, No. %#, No. %#, No. %##"),
    line: "{street} {number}",
    secondary: list!("Blok ? No. %, Lantai %, Unit %#"),
    address: "{line}, {city} {postal}",
    trunk: "0",
    phones: list!(
        "(0@) ^######, 0812-####-####, 0813-####-####, 0821-####-####, 0857-####-####, 0878-####-####"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&INDONESIA, "Asia/Jakarta"), name, region, postal, area, point)
}

const WEST_JAVA: (&str, &str) = ("Jawa Barat", "JB");
const CENTRAL_JAVA: (&str, &str) = ("Jawa Tengah", "JT");
const EAST_JAVA: (&str, &str) = ("Jawa Timur", "JI");
const CENTRAL: &str = "Asia/Makassar";

static CITIES: &[City] = &[
    city("Jakarta", ("DKI Jakarta", "JK"), "1%%%0", "21", (-6.2088, 106.8456)),
    city("Bandung", WEST_JAVA, "40%%%", "22", (-6.9175, 107.6191)),
    city("Bogor", WEST_JAVA, "161%%", "251", (-6.5971, 106.806)),
    city("Bekasi", WEST_JAVA, "171%%", "21", (-6.2383, 106.9756)),
    city("Depok", WEST_JAVA, "164%%", "21", (-6.4025, 106.7942)),
    city("Cirebon", WEST_JAVA, "451%%", "231", (-6.732, 108.5523)),
    city("Tangerang", ("Banten", "BT"), "151%%", "21", (-6.1783, 106.6319)),
    city("Semarang", CENTRAL_JAVA, "501%%", "24", (-6.9667, 110.4167)),
    city("Surakarta", CENTRAL_JAVA, "571%%", "271", (-7.5755, 110.8243)),
    city("Yogyakarta", ("DI Yogyakarta", "YO"), "552%%", "274", (-7.7956, 110.3695)),
    city("Surabaya", EAST_JAVA, "602%%", "31", (-7.2575, 112.7521)),
    city("Malang", EAST_JAVA, "651%%", "341", (-7.9666, 112.6326)),
    city("Medan", ("Sumatera Utara", "SU"), "201%%", "61", (3.5952, 98.6722)),
    city("Palembang", ("Sumatera Selatan", "SS"), "301%%", "711", (-2.9761, 104.7754)),
    city("Padang", ("Sumatera Barat", "SB"), "251%%", "751", (-0.9471, 100.4172)),
    city("Pekanbaru", ("Riau", "RI"), "281%%", "761", (0.5071, 101.4478)),
    city("Bandar Lampung", ("Lampung", "LA"), "351%%", "721", (-5.3971, 105.2668)),
    city("Batam", ("Kepulauan Riau", "KR"), "294%%", "778", (1.0456, 104.0305)),
    city("Banda Aceh", ("Aceh", "AC"), "231%%", "651", (5.5483, 95.3238)),
    city("Pontianak", ("Kalimantan Barat", "KB"), "781%%", "561", (-0.0263, 109.3425)).zone("Asia/Pontianak"),
    city("Banjarmasin", ("Kalimantan Selatan", "KS"), "701%%", "511", (-3.3186, 114.5944)).zone(CENTRAL),
    city("Balikpapan", ("Kalimantan Timur", "KI"), "761%%", "542", (-1.2379, 116.8529)).zone(CENTRAL),
    city("Makassar", ("Sulawesi Selatan", "SN"), "902%%", "411", (-5.1477, 119.4327)).zone(CENTRAL),
    city("Manado", ("Sulawesi Utara", "SA"), "951%%", "431", (1.4748, 124.8421)).zone(CENTRAL),
    city("Denpasar", ("Bali", "BA"), "802%%", "361", (-8.6705, 115.2126)).zone(CENTRAL),
    city("Mataram", ("Nusa Tenggara Barat", "NB"), "831%%", "370", (-8.5833, 116.1167)).zone(CENTRAL),
    city("Jayapura", ("Papua", "PA"), "991%%", "967", (-2.5337, 140.7181)).zone("Asia/Jayapura"),
];
