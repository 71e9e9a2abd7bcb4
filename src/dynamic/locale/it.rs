//! Italian, of Italy.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "it",
    language: "it",
    first_names: [
        list!(
            "Maria, Anna, Giulia, Sofia, Aurora, Giorgia, Martina, Emma, Greta, Chiara, Francesca, Sara, Alice, Elena, \
             Valentina, Federica, Silvia, Laura, Paola, Roberta, Alessandra, Elisa, Giovanna, Rosa, Angela, Lucia, Teresa, \
             Daniela, Simona, Cristina, Barbara, Monica, Patrizia, Claudia, Ilaria, Beatrice, Ginevra, Bianca, Camilla, \
             Ludovica, Vittoria, Matilde, Arianna, Noemi, Serena, Michela, Caterina, Eleonora, Stefania, Raffaella"
        ),
        list!(
            "Francesco, Leonardo, Alessandro, Lorenzo, Mattia, Andrea, Gabriele, Matteo, Tommaso, Riccardo, Edoardo, Giuseppe, \
             Giovanni, Antonio, Mario, Luigi, Marco, Luca, Roberto, Stefano, Paolo, Angelo, Vincenzo, Salvatore, Davide, \
             Simone, Federico, Filippo, Pietro, Nicola, Fabio, Massimo, Enrico, Claudio, Daniele, Michele, Domenico, \
             Giacomo, Samuele, Diego, Emanuele, Alberto, Giorgio, Bruno, Carlo, Sergio, Nicolò, Jacopo, Gianluca, Dario"
        ),
    ],
    last_names: list!(
        "Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, \
         Mancini, Costa, Giordano, Rizzo, Lombardi, Moretti, Barbieri, Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, \
         Galli, Martini, Leone, Longo, Gentile, Martinelli, Vitale, Lombardo, Serra, Coppola, De Santis, D'Angelo, Marchetti, \
         Parisi, Villa, Conte, Ferraro, Ferri, Fabbri, Bianco, Marini, Grasso, Valentini, Messina, Sala, De Angelis, Gatti, \
         Pellegrini, Palumbo, Sanna, Farina, Rizzi, Monti, Cattaneo, Morelli, Amato, Silvestri, Mazza, Testa, Grassi, \
         Pellegrino, Carbone, Giuliani, Benedetti, Barone, Rossetti, Caputo, Montanari, Guerra, Palmieri, Bernardi, Sartori"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Sig.ra, Sig.na, Dott.ssa, Ing."), list!("Sig., Dott., Ing., Avv.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["femmina", "maschio"],
    jobs: list!(
        "Sviluppatore software|Sviluppatrice software, Responsabile vendite, Contabile, \
         Direttore marketing|Direttrice marketing, Ingegnere gestionale, Architetto|Architetta, \
         Analista dati, Consulente, Impiegato amministrativo|Impiegata amministrativa, \
         Responsabile risorse umane, Grafico|Grafica, Avvocato|Avvocata, Infermiere|Infermiera, Insegnante, \
         Tecnico informatico|Tecnica informatica, Project manager, Addetto acquisti|Addetta acquisti, \
         Commercialista, Direttore generale|Direttrice generale, Responsabile logistica, Product manager, \
         Operatore sociale|Operatrice sociale"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} S.r.l.|{last}-srl, {last} S.p.A.|{last}-spa, {last} e Figli|{last}-e-figli, {last} & {other} S.n.c.|{last}-{other}, \
         Fratelli {last}|fratelli-{last}, Gruppo {last}|gruppo-{last}, Officine {last}|officine-{last}, \
         {word} {last} S.r.l.|{word}-{last}, Cantine {last}|cantine-{last}, Studio {last}|studio-{last}"
    ),
    company_words: list!(
        "Adriatica, Alba, Stella, Ponte, Luce, Tirreno, Vento, Aurora, Riviera, Sole, Monte, Arte"
    ),
    mail_providers: list!("gmail.com, libero.it, hotmail.it, yahoo.it, virgilio.it, tiscali.it"),
    domain_suffixes: list!("it, it, it, com, eu, net"),
    countries: list!(
        "Stati Uniti, Regno Unito, Germania, Francia, Spagna, Italia, Brasile, Portogallo, Paesi Bassi, Svezia, Polonia, \
         Turchia, Russia, Ucraina, Arabia Saudita, Egitto, Emirati Arabi Uniti, Iran, Israele, India, Giappone, \
         Corea del Sud, Cina, Taiwan, Vietnam, Indonesia, Canada, Australia, Messico, Argentina, Sudafrica, Singapore, \
         Nuova Zelanda, Irlanda, Svizzera, Austria, Belgio, Danimarca, Norvegia, Finlandia"
    ),
};

static ITALY: Territory = Territory {
    country: "IT",
    streets: list!(
        "Via Roma, Via Garibaldi, Corso Italia, Via Dante, Via Mazzini, Via Verdi, Via Cavour, Piazza Garibaldi, \
         Via Vittorio Emanuele, Via Marconi, Via Manzoni, Viale della Libertà, Via XX Settembre, Via Giuseppe Verdi, \
         Via Leopardi, Via San Francesco, Corso Umberto I, Via Matteotti, Via Piave, Via della Repubblica, Via Galilei, \
         Via Volta, Via dei Mille, Largo Augusto, Via Santa Lucia, Via Carducci, Viale Europa, Via Gramsci"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %/A, %#/B"),
    line: "{street} {number}",
    secondary: list!("Interno %, Interno %#, Piano %, Scala ?"),
    address: "{line}, {postal} {city} {code}",
    trunk: "",
    phones: list!(
        "@ ^######, @ ^######, 320 ### ####, 333 ### ####, 339 ### ####, 347 ### ####, 349 ### ####"
    ),
};

const fn city(
    name: &'static str,
    region: &'static str,
    province: &'static str,
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&ITALY, "Europe/Rome"), name, (region, province), postal, area, point)
}

static CITIES: &[City] = &[
    city("Roma", "Lazio", "RM", "001##", "06", (41.9028, 12.4964)),
    city("Latina", "Lazio", "LT", "04100", "0773", (41.4676, 12.9037)),
    city("Milano", "Lombardia", "MI", "201##", "02", (45.4642, 9.19)),
    city("Bergamo", "Lombardia", "BG", "2412%", "035", (45.6983, 9.6773)),
    city("Brescia", "Lombardia", "BS", "2512%", "030", (45.5416, 10.2118)),
    city("Napoli", "Campania", "NA", "801##", "081", (40.8518, 14.2681)),
    city("Salerno", "Campania", "SA", "8412%", "089", (40.6824, 14.7681)),
    city("Torino", "Piemonte", "TO", "101##", "011", (45.0703, 7.6869)),
    city("Novara", "Piemonte", "NO", "28100", "0321", (45.4469, 8.6222)),
    city("Palermo", "Sicilia", "PA", "901##", "091", (38.1157, 13.3615)),
    city("Catania", "Sicilia", "CT", "951##", "095", (37.5079, 15.083)),
    city("Messina", "Sicilia", "ME", "981##", "090", (38.1938, 15.554)),
    city("Genova", "Liguria", "GE", "161##", "010", (44.4056, 8.9463)),
    city("Bologna", "Emilia-Romagna", "BO", "401##", "051", (44.4949, 11.3426)),
    city("Parma", "Emilia-Romagna", "PR", "4312%", "0521", (44.8015, 10.3279)),
    city("Modena", "Emilia-Romagna", "MO", "4112%", "059", (44.6471, 10.9252)),
    city("Firenze", "Toscana", "FI", "501##", "055", (43.7696, 11.2558)),
    city("Pisa", "Toscana", "PI", "5612%", "050", (43.7228, 10.4017)),
    city("Siena", "Toscana", "SI", "53100", "0577", (43.3188, 11.3308)),
    city("Bari", "Puglia", "BA", "701##", "080", (41.1171, 16.8719)),
    city("Lecce", "Puglia", "LE", "73100", "0832", (40.3515, 18.175)),
    city("Venezia", "Veneto", "VE", "301##", "041", (45.4408, 12.3155)),
    city("Verona", "Veneto", "VR", "371##", "045", (45.4384, 10.9916)),
    city("Padova", "Veneto", "PD", "351##", "049", (45.4064, 11.8768)),
    city("Trieste", "Friuli-Venezia Giulia", "TS", "341##", "040", (45.6495, 13.7768)),
    city("Trento", "Trentino-Alto Adige", "TN", "3812%", "0461", (46.0748, 11.1217)),
    city("Perugia", "Umbria", "PG", "0612%", "075", (43.1107, 12.3908)),
    city("Ancona", "Marche", "AN", "6012%", "071", (43.6158, 13.5189)),
    city("Cagliari", "Sardegna", "CA", "0912%", "070", (39.2238, 9.1217)),
    city("Reggio Calabria", "Calabria", "RC", "8912%", "0965", (38.1113, 15.6473)),
];
