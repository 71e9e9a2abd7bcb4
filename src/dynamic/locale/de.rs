//! German, of Germany.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "de",
    language: "de",
    first_names: [
        list!(
            "Anna, Maria, Sabine, Petra, Ursula, Monika, Susanne, Julia, Katharina, Claudia, Andrea, Stefanie, Nicole, \
             Laura, Lena, Lea, Sophie, Emma, Hannah, Mia, Clara, Johanna, Charlotte, Marlene, Frieda, Greta, Mathilda, \
             Luisa, Franziska, Christina, Karin, Heike, Birgit, Renate, Gisela, Brigitte, Kerstin, Silke, Jana, Lisa, \
             Vanessa, Jasmin, Melanie, Nadine, Antje, Ines, Ulrike, Käthe, Bärbel, Elif, Mareike, Annika"
        ),
        list!(
            "Peter, Michael, Thomas, Andreas, Wolfgang, Klaus, Jürgen, Stefan, Christian, Uwe, Werner, Matthias, Markus, \
             Frank, Bernd, Alexander, Daniel, Martin, Jan, Tobias, Lukas, Leon, Finn, Jonas, Paul, Elias, Ben, Noah, \
             Felix, Maximilian, Moritz, Jakob, Anton, Emil, Oskar, Theo, Karl, Friedrich, Johannes, Sebastian, Florian, \
             Philipp, Dirk, Jörg, Holger, Rainer, Günther, Ralf, Sven, Niklas, Mehmet, Götz, Till, Hannes"
        ),
    ],
    last_names: list!(
        "Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, \
         Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, \
         Schmitt, Werner, Schmitz, Krause, Meier, Lehmann, Schmid, Schulze, Maier, Köhler, Herrmann, König, Walter, \
         Mayer, Huber, Kaiser, Fuchs, Peters, Lang, Scholz, Möller, Weiß, Jung, Hahn, Schubert, Vogel, Friedrich, \
         Keller, Günther, Frank, Berger, Winkler, Roth, Beck, Lorenz, Baumann, Franke, Albrecht, Schuster, Simon, \
         Ludwig, Böhm, Winter, Kraus, Martin, Schumacher, Krämer, Vogt, Stein, Jäger, Otto, Sommer, Groß, Seidel, \
         Heinrich, Brandt, Haas, Schreiber, Graf, Dietrich, Ziegler, Kuhn, Kühn, Pohl, Engel, Horn, Busch, Yılmaz"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Frau, Frau, Dr., Prof. Dr."), list!("Herr, Herr, Dr., Prof. Dr.")],
    suffixes: list!("B.Sc., M.Sc., M.A., MBA, LL.M."),
    sexes: ["weiblich", "männlich"],
    jobs: list!(
        "Softwareentwickler|Softwareentwicklerin, Projektleiter|Projektleiterin, Vertriebsleiter|Vertriebsleiterin, Produktmanager|Produktmanagerin, Buchhalter|Buchhalterin, \
         Marketingreferent|Marketingreferentin, Personalreferent|Personalreferentin, Systemadministrator|Systemadministratorin, Datenanalyst|Datenanalystin, Kundenberater|Kundenberaterin, \
         Einkäufer|Einkäuferin, Ingenieur|Ingenieurin, Architekt|Architektin, Steuerberater|Steuerberaterin, Pflegefachkraft, Lehrkraft, Geschäftsführung, \
         Teamleitung, Assistenz der Geschäftsführung, Mediengestalter|Mediengestalterin, Elektroniker|Elektronikerin, Logistikleiter|Logistikleiterin"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} GmbH|{last}-gmbh, {last} AG|{last}-ag, {last} & Söhne KG|{last}-soehne, {last} & {other} GbR|{last}-{other}, \
         {last} GmbH & Co. KG|{last}-kg, {last}-{other} GmbH|{last}-{other}, {word} {last} GmbH|{word}-{last}, \
         {word}werk GmbH|{word}werk, {word}haus {last}|{word}haus-{last}, Gebrüder {last} OHG|gebrueder-{last}"
    ),
    company_words: list!(
        "Nord, Licht, Holz, Bau, Stadt, Rhein, Energie, Alpen, Elbe, Technik, Wald, Garten, Kraft, Berg"
    ),
    mail_providers: list!("gmail.com, gmx.de, web.de, t-online.de, outlook.de, freenet.de"),
    domain_suffixes: list!("de, de, de, com, net, org"),
    countries: list!(
        "Vereinigte Staaten, Vereinigtes Königreich, Deutschland, Frankreich, Spanien, Italien, Brasilien, Portugal, \
         Niederlande, Schweden, Polen, Türkei, Russland, Ukraine, Saudi-Arabien, Ägypten, Vereinigte Arabische Emirate, \
         Iran, Israel, Indien, Japan, Südkorea, China, Taiwan, Vietnam, Indonesien, Kanada, Australien, Mexiko, \
         Argentinien, Südafrika, Singapur, Neuseeland, Irland, Schweiz, Österreich, Belgien, Dänemark, Norwegen, Finnland"
    ),
};

static GERMANY: Territory = Territory {
    country: "DE",
    streets: list!(
        "Hauptstraße, Bahnhofstraße, Gartenstraße, Schillerstraße, Goethestraße, Lindenstraße, Bergstraße, Schulstraße, \
         Dorfstraße, Kirchstraße, Waldstraße, Ringstraße, Mozartstraße, Beethovenstraße, Rosenstraße, Wiesenweg, \
         Mühlenweg, Birkenweg, Am Markt, Am Stadtpark, Friedrichstraße, Karlstraße, Kaiserstraße, Parkallee, \
         Amselweg, Feldstraße, Blumenstraße, Jahnstraße, Uhlandstraße, Burgstraße"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %#, %##, %#a, %#b"),
    line: "{street} {number}",
    secondary: list!("% OG, Hinterhaus, Wohnung %, Wohnung %#, Aufgang %"),
    address: "{line}, {postal} {city}",
    trunk: "0",
    phones: list!(
        "0@ ^######, 0@ ^######, 0151 ########, 0160 #######, 0171 #######, 0176 ########, 0177 #######"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&GERMANY, "Europe/Berlin"), name, region, postal, area, point)
}

const BAVARIA: (&str, &str) = ("Bayern", "BY");
const BADEN: (&str, &str) = ("Baden-Württemberg", "BW");
const WESTPHALIA: (&str, &str) = ("Nordrhein-Westfalen", "NW");
const SAXONY: (&str, &str) = ("Sachsen", "SN");

static CITIES: &[City] = &[
    city("Berlin", ("Berlin", "BE"), "10%##", "30", (52.52, 13.405)),
    city("Hamburg", ("Hamburg", "HH"), "20%##", "40", (53.5511, 9.9937)),
    city("München", BAVARIA, "80%##", "89", (48.1351, 11.582)),
    city("Köln", WESTPHALIA, "50%##", "221", (50.9375, 6.9603)),
    city("Frankfurt am Main", ("Hessen", "HE"), "603##", "69", (50.1109, 8.6821)),
    city("Stuttgart", BADEN, "70%##", "711", (48.7758, 9.1829)),
    city("Düsseldorf", WESTPHALIA, "402##", "211", (51.2277, 6.7735)),
    city("Leipzig", SAXONY, "041##", "341", (51.3397, 12.3731)),
    city("Dortmund", WESTPHALIA, "441##", "231", (51.5136, 7.4653)),
    city("Essen", WESTPHALIA, "451##", "201", (51.4556, 7.0116)),
    city("Bremen", ("Bremen", "HB"), "281##", "421", (53.0793, 8.8017)),
    city("Dresden", SAXONY, "010##", "351", (51.0504, 13.7373)),
    city("Hannover", ("Niedersachsen", "NI"), "301##", "511", (52.3759, 9.732)),
    city("Nürnberg", BAVARIA, "904##", "911", (49.4521, 11.0767)),
    city("Bonn", WESTPHALIA, "531##", "228", (50.7374, 7.0982)),
    city("Münster", WESTPHALIA, "481##", "251", (51.9607, 7.6261)),
    city("Karlsruhe", BADEN, "761##", "721", (49.0069, 8.4037)),
    city("Mannheim", BADEN, "681##", "621", (49.4875, 8.466)),
    city("Freiburg im Breisgau", BADEN, "791##", "761", (47.999, 7.8421)),
    city("Augsburg", BAVARIA, "861##", "821", (48.3705, 10.8978)),
    city("Wiesbaden", ("Hessen", "HE"), "651##", "611", (50.0782, 8.2398)),
    city("Mainz", ("Rheinland-Pfalz", "RP"), "551##", "6131", (49.9929, 8.2473)),
    city("Kiel", ("Schleswig-Holstein", "SH"), "241##", "431", (54.3233, 10.1228)),
    city("Lübeck", ("Schleswig-Holstein", "SH"), "235##", "451", (53.8655, 10.6866)),
    city("Erfurt", ("Thüringen", "TH"), "990##", "361", (50.9848, 11.0299)),
    city("Rostock", ("Mecklenburg-Vorpommern", "MV"), "180##", "381", (54.0924, 12.0991)),
    city("Magdeburg", ("Sachsen-Anhalt", "ST"), "391##", "391", (52.1205, 11.6276)),
    city("Potsdam", ("Brandenburg", "BB"), "144##", "331", (52.3906, 13.0645)),
    city("Saarbrücken", ("Saarland", "SL"), "661##", "681", (49.2402, 6.9969)),
];
