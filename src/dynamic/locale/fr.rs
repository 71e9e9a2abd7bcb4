//! French, of France.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "fr",
    language: "fr",
    first_names: [
        list!(
            "Marie, Nathalie, Isabelle, Sylvie, Catherine, Martine, Christine, Françoise, Valérie, Sandrine, Stéphanie, \
             Véronique, Sophie, Céline, Chantal, Patricia, Anne, Brigitte, Julie, Monique, Aurélie, Nicole, Laurence, \
             Annie, Émilie, Dominique, Virginie, Corinne, Élodie, Christelle, Camille, Caroline, Léa, Sarah, Florence, \
             Laetitia, Audrey, Hélène, Laura, Manon, Michèle, Cécile, Chloé, Emma, Jade, Louise, Alice, Inès, Lina, \
             Zoé, Margaux, Clémence, Océane, Pauline, Mathilde, Lucie, Juliette, Charlotte"
        ),
        list!(
            "Jean, Philippe, Michel, Alain, Patrick, Nicolas, Christophe, Pierre, Christian, Éric, Frédéric, Laurent, \
             Stéphane, David, Pascal, Daniel, Gérard, Sébastien, Julien, Thierry, Olivier, Bernard, Thomas, Alexandre, \
             Gilles, Didier, Bruno, Vincent, Jérôme, Guillaume, Maxime, Antoine, Kévin, Anthony, Romain, Franck, Lucas, \
             Hugo, Louis, Gabriel, Raphaël, Jules, Adam, Léo, Arthur, Paul, Nathan, Théo, Mathis, Clément, Benoît, \
             François, Rémi, Loïc, Matthieu, Quentin, Yanis, Étienne"
        ),
    ],
    last_names: list!(
        "Martin, Bernard, Thomas, Petit, Robert, Richard, Durand, Dubois, Moreau, Laurent, Simon, Michel, Lefebvre, Leroy, \
         Roux, David, Bertrand, Morel, Fournier, Girard, Bonnet, Dupont, Lambert, Fontaine, Rousseau, Vincent, Muller, \
         Lefèvre, Faure, André, Mercier, Blanc, Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Garcia, \
         Perrin, Robin, Clément, Morin, Nicolas, Henry, Roussel, Mathieu, Gautier, Masson, Marchand, Duval, Denis, \
         Dumont, Marie, Lemaire, Noël, Meyer, Dufour, Meunier, Brun, Blanchard, Giraud, Joly, Rivière, Lucas, Brunet, \
         Gaillard, Barbier, Arnaud, Martinez, Gérard, Roche, Renard, Schmitt, Roy, Leroux, Colin, Vidal, Caron, Picard, \
         Roger, Fabre, Aubert, Lemoine, Renaud, Dumas, Lacroix, Olivier, Philippe, Bourgeois, Pierre, Benoît, Rey, Leclerc"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Mme, Mme, Dr"), list!("M., M., Dr")],
    suffixes: list!("PhD, MBA, LL.M."),
    sexes: ["femme", "homme"],
    jobs: list!(
        "Développeur logiciel|Développeuse logiciel, Chef de projet|Cheffe de projet, Responsable marketing, \
         Comptable, Directeur commercial|Directrice commerciale, Ingénieur d'affaires|Ingénieure d'affaires, \
         Analyste de données, Chargé de clientèle|Chargée de clientèle, Responsable des ressources humaines, \
         Architecte, Assistant de direction|Assistante de direction, \
         Contrôleur de gestion|Contrôleuse de gestion, Consultant|Consultante, Designer graphique, Juriste, \
         Infirmier|Infirmière, Enseignant|Enseignante, \
         Technicien de maintenance|Technicienne de maintenance, Acheteur|Acheteuse, \
         Chef de produit|Cheffe de produit, Responsable logistique, \
         Administrateur systèmes|Administratrice systèmes"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} SA|{last}-sa, {last} SARL|{last}-sarl, {last} SAS|{last}-sas, {last} et Fils|{last}-et-fils, \
         {last} & {other}|{last}-{other}, {last} Frères|{last}-freres, Groupe {last}|groupe-{last}, \
         Ateliers {last}|ateliers-{last}, {word} {last} SAS|{word}-{last}, Maison {last}|maison-{last}"
    ),
    company_words: list!(
        "Lumière, Horizon, Océan, Soleil, Vallée, Étoile, Pont, Jardin, Provence, Atelier, Alpes, Bretagne"
    ),
    mail_providers: list!("gmail.com, orange.fr, free.fr, hotmail.fr, yahoo.fr, laposte.net"),
    domain_suffixes: list!("fr, fr, fr, com, net, org"),
    countries: list!(
        "États-Unis, Royaume-Uni, Allemagne, France, Espagne, Italie, Brésil, Portugal, Pays-Bas, Suède, Pologne, Turquie, \
         Russie, Ukraine, Arabie saoudite, Égypte, Émirats arabes unis, Iran, Israël, Inde, Japon, Corée du Sud, Chine, \
         Taïwan, Viêt Nam, Indonésie, Canada, Australie, Mexique, Argentine, Afrique du Sud, Singapour, \
         Nouvelle-Zélande, Irlande, Suisse, Autriche, Belgique, Danemark, Norvège, Finlande"
    ),
};

static FRANCE: Territory = Territory {
    country: "FR",
    streets: list!(
        "rue de la Paix, avenue Victor Hugo, rue Pasteur, rue des Lilas, boulevard Voltaire, rue du Moulin, rue de l'Église, \
         place de la Mairie, rue Jean Jaurès, avenue de la République, rue Gambetta, rue des Écoles, rue de la Gare, \
         rue du Château, chemin des Vignes, allée des Tilleuls, rue Saint-Honoré, rue de Rivoli, rue Émile Zola, \
         quai de la Marne, rue des Roses, impasse des Acacias, avenue des Champs, rue du Général Leclerc, rue Molière, \
         boulevard de la Liberté, rue Victor Schœlcher, rue du Stade"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %# bis, % ter"),
    line: "{number} {street}",
    secondary: list!("Appt %, Appt %#, %e étage, Bâtiment ?"),
    address: "{line}, {postal} {city}",
    trunk: "0",
    phones: list!("0@ ## ## ##, 0@ ## ## ##, 06 %# ## ## ##, 06 %# ## ## ##, 07 ^# ## ## ##"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&FRANCE, "Europe/Paris"), name, region, postal, area, point)
}

const ALPES: (&str, &str) = ("Auvergne-Rhône-Alpes", "ARA");
const AZUR: (&str, &str) = ("Provence-Alpes-Côte d'Azur", "PAC");
const OCCITANIE: (&str, &str) = ("Occitanie", "OCC");
const AQUITAINE: (&str, &str) = ("Nouvelle-Aquitaine", "NAQ");
const EST: (&str, &str) = ("Grand Est", "GES");
const BRETAGNE: (&str, &str) = ("Bretagne", "BRE");
const LOIRE: (&str, &str) = ("Pays de la Loire", "PDL");
const NORMANDIE: (&str, &str) = ("Normandie", "NOR");

static CITIES: &[City] = &[
    city("Paris", ("Île-de-France", "IDF"), "7500%", "1 4#", (48.8566, 2.3522)),
    city("Boulogne-Billancourt", ("Île-de-France", "IDF"), "92100", "1 46", (48.8397, 2.2399)),
    city("Versailles", ("Île-de-France", "IDF"), "78000", "1 39", (48.8049, 2.1204)),
    city("Marseille", AZUR, "1300%", "4 91", (43.2965, 5.3698)),
    city("Nice", AZUR, "06%00", "4 93", (43.7102, 7.262)),
    city("Toulon", AZUR, "83%00", "4 94", (43.1242, 5.928)),
    city("Lyon", ALPES, "6900%", "4 78", (45.764, 4.8357)),
    city("Grenoble", ALPES, "38%00", "4 76", (45.1885, 5.7245)),
    city("Saint-Étienne", ALPES, "42000", "4 77", (45.4397, 4.3872)),
    city("Clermont-Ferrand", ALPES, "63%00", "4 73", (45.7772, 3.087)),
    city("Toulouse", OCCITANIE, "31%00", "5 61", (43.6047, 1.4442)),
    city("Montpellier", OCCITANIE, "340%0", "4 67", (43.6108, 3.8767)),
    city("Nîmes", OCCITANIE, "30%00", "4 66", (43.8367, 4.3601)),
    city("Bordeaux", AQUITAINE, "33%00", "5 56", (44.8378, -0.5792)),
    city("Limoges", AQUITAINE, "87%00", "5 55", (45.8336, 1.2611)),
    city("La Rochelle", AQUITAINE, "17000", "5 46", (46.1603, -1.1511)),
    city("Nantes", LOIRE, "44%00", "2 40", (47.2184, -1.5536)),
    city("Angers", LOIRE, "49%00", "2 41", (47.4784, -0.5632)),
    city("Le Mans", LOIRE, "72%00", "2 43", (48.0061, 0.1996)),
    city("Rennes", BRETAGNE, "35%00", "2 99", (48.1173, -1.6778)),
    city("Brest", BRETAGNE, "29200", "2 98", (48.3904, -4.4861)),
    city("Strasbourg", EST, "67%00", "3 88", (48.5734, 7.7521)),
    city("Reims", EST, "51100", "3 26", (49.2583, 4.0317)),
    city("Metz", EST, "570%0", "3 87", (49.1193, 6.1757)),
    city("Lille", ("Hauts-de-France", "HDF"), "59%00", "3 20", (50.6292, 3.0573)),
    city("Amiens", ("Hauts-de-France", "HDF"), "80%00", "3 22", (49.8941, 2.2958)),
    city("Rouen", NORMANDIE, "76%00", "2 35", (49.4432, 1.0993)),
    city("Le Havre", NORMANDIE, "766%0", "2 35", (49.4944, 0.1079)),
    city("Dijon", ("Bourgogne-Franche-Comté", "BFC"), "21000", "3 80", (47.322, 5.0415)),
    city("Tours", ("Centre-Val de Loire", "CVL"), "37%00", "2 47", (47.3941, 0.6848)),
];
