//! Spanish, of Spain.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "es",
    language: "es",
    first_names: [
        list!(
            "María, Carmen, Josefa, Isabel, Ana, Laura, Cristina, Marta, Lucía, Sofía, Martina, Julia, Paula, Valeria, Daniela, \
             Alba, Sara, Elena, Claudia, Raquel, Silvia, Patricia, Rocío, Beatriz, Teresa, Rosa, Pilar, Mercedes, Dolores, \
             Ángela, Irene, Nuria, Sandra, Mónica, Andrea, Natalia, Eva, Alicia, Inés, Carla, Noelia, Verónica, Lorena, \
             Victoria, Gloria, Begoña, Aitana, Jimena, Vega, Ainhoa, Montserrat, Olivia, Blanca, Esther"
        ),
        list!(
            "Antonio, Manuel, José, Francisco, David, Juan, Javier, Daniel, Carlos, Jesús, Alejandro, Miguel, Rafael, Pedro, \
             Pablo, Ángel, Sergio, Fernando, Jorge, Luis, Alberto, Álvaro, Adrián, Diego, Raúl, Iván, Rubén, Enrique, Óscar, \
             Ramón, Vicente, Andrés, Joaquín, Santiago, Eduardo, Víctor, Mario, Roberto, Jaime, Ignacio, Marcos, Hugo, \
             Martín, Lucas, Mateo, Leo, Gonzalo, Nicolás, Julián, Salvador, Emilio, Íñigo, Tomás, Agustín"
        ),
    ],
    last_names: list!(
        "García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Hernández, Ruiz, \
         Díaz, Moreno, Muñoz, Álvarez, Romero, Gutiérrez, Alonso, Navarro, Torres, Domínguez, Ramos, Vázquez, Ramírez, Gil, \
         Serrano, Morales, Molina, Blanco, Suárez, Castro, Ortega, Delgado, Ortiz, Marín, Rubio, Núñez, Medina, Sanz, \
         Castillo, Iglesias, Cortés, Garrido, Santos, Guerrero, Lozano, Cano, Cruz, Méndez, Flores, Prieto, Herrera, Peña, \
         León, Márquez, Cabrera, Gallego, Calvo, Vidal, Campos, Reyes, Vega, Fuentes, Carrasco, Díez, Aguilar, Caballero, \
         Nieto, Santana, Vargas, Pascual, Giménez, Herrero, Hidalgo, Montero, Lorenzo, Santiago, Benítez, Durán, Ibáñez, \
         Arias, Mora, Ferrer, Carmona, Vicente, Rojas, Soto, Crespo, Román, Pastor, Velasco, Sáez, Parra, Moya, Bravo"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Sra., Srta., Dña., Dra."), list!("Sr., D., Dr.")],
    suffixes: list!("PhD, MBA, LL.M."),
    sexes: ["mujer", "hombre"],
    jobs: list!(
        "Desarrollador de software|Desarrolladora de software, Jefe de proyecto|Jefa de proyecto, \
         Director comercial|Directora comercial, Contable, Responsable de marketing, Analista de datos, \
         Ingeniero industrial|Ingeniera industrial, Arquitecto|Arquitecta, \
         Técnico de soporte|Técnica de soporte, Diseñador gráfico|Diseñadora gráfica, Abogado|Abogada, \
         Enfermero|Enfermera, Profesor|Profesora, Consultor|Consultora, Administrativo|Administrativa, \
         Responsable de recursos humanos, Gestor de cuentas|Gestora de cuentas, \
         Jefe de compras|Jefa de compras, Auditor|Auditora, \
         Coordinador de logística|Coordinadora de logística, Director general|Directora general, \
         Administrador de sistemas|Administradora de sistemas"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} S.L.|{last}-sl, {last} S.A.|{last}-sa, {last} e Hijos|{last}-e-hijos, {last} y {other} S.L.|{last}-{other}, \
         Hermanos {last}|hermanos-{last}, Grupo {last}|grupo-{last}, {last} Asociados|{last}-asociados, \
         {word} {last} S.L.|{word}-{last}, Talleres {last}|talleres-{last}, Bodegas {last}|bodegas-{last}"
    ),
    company_words: list!(
        "Sol, Levante, Iberia, Norte, Horizonte, Costa, Sierra, Luz, Mar, Olivo, Puente, Faro"
    ),
    mail_providers: list!("gmail.com, hotmail.es, yahoo.es, outlook.es, telefonica.net, icloud.com"),
    domain_suffixes: list!("es, es, es, com, com.es, org"),
    countries: list!(
        "Estados Unidos, Reino Unido, Alemania, Francia, España, Italia, Brasil, Portugal, Países Bajos, Suecia, Polonia, \
         Turquía, Rusia, Ucrania, Arabia Saudí, Egipto, Emiratos Árabes Unidos, Irán, Israel, India, Japón, Corea del Sur, \
         China, Taiwán, Vietnam, Indonesia, Canadá, Australia, México, Argentina, Sudáfrica, Singapur, Nueva Zelanda, \
         Irlanda, Suiza, Austria, Bélgica, Dinamarca, Noruega, Finlandia"
    ),
};

static SPAIN: Territory = Territory {
    country: "ES",
    streets: list!(
        "Calle Mayor, Calle Real, Calle de Alcalá, Gran Vía, Calle del Sol, Avenida de la Constitución, Calle San José, \
         Calle Cervantes, Plaza de España, Calle Nueva, Avenida de Andalucía, Calle de la Iglesia, Paseo del Prado, \
         Calle Colón, Calle Santa María, Avenida de la Libertad, Calle Goya, Calle Velázquez, Ronda de Toledo, \
         Calle del Carmen, Calle San Juan, Paseo Marítimo, Calle Miguel Hernández, Calle Juan Carlos I, Camino Real, \
         Calle de la Fuente, Avenida de Europa, Calle Picasso"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##"),
    line: "{street} {number}",
    secondary: list!("%º A, %º B, %º C, %º izquierda, %º derecha, Bajo ?"),
    address: "{line}, {postal} {city}",
    trunk: "",
    phones: list!("@ ### ###, @ ### ###, 6## ### ###, 6## ### ###, 71# ### ###"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    province: &'static str,
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&SPAIN, "Europe/Madrid"), name, region, postal, area, point).county(province)
}

const ANDALUCIA: (&str, &str) = ("Andalucía", "AN");
const CASTILLA: (&str, &str) = ("Castilla y León", "CL");
const CATALUNYA: (&str, &str) = ("Cataluña", "CT");
const VALENCIA: (&str, &str) = ("Comunidad Valenciana", "VC");
const VASCO: (&str, &str) = ("País Vasco", "PV");
const GALICIA: (&str, &str) = ("Galicia", "GA");
const CANARIAS: (&str, &str) = ("Canarias", "CN");

static CITIES: &[City] = &[
    city("Madrid", ("Comunidad de Madrid", "MD"), "Madrid", "280##", "91#", (40.4168, -3.7038)),
    city("Alcalá de Henares", ("Comunidad de Madrid", "MD"), "Madrid", "2880%", "918", (40.4819, -3.3635)),
    city("Barcelona", CATALUNYA, "Barcelona", "080##", "93#", (41.3874, 2.1686)),
    city("Tarragona", CATALUNYA, "Tarragona", "4300%", "977", (41.1189, 1.2445)),
    city("Girona", CATALUNYA, "Girona", "1700%", "972", (41.9794, 2.8214)),
    city("Valencia", VALENCIA, "Valencia", "460##", "96#", (39.4699, -0.3763)),
    city("Alicante", VALENCIA, "Alicante", "0300%", "965", (38.3452, -0.481)),
    city("Sevilla", ANDALUCIA, "Sevilla", "410##", "95#", (37.3891, -5.9845)),
    city("Málaga", ANDALUCIA, "Málaga", "290##", "952", (36.7213, -4.4214)),
    city("Granada", ANDALUCIA, "Granada", "1800%", "958", (37.1773, -3.5986)),
    city("Córdoba", ANDALUCIA, "Córdoba", "1400%", "957", (37.8882, -4.7794)),
    city("Cádiz", ANDALUCIA, "Cádiz", "1100%", "956", (36.5271, -6.2886)),
    city("Zaragoza", ("Aragón", "AR"), "Zaragoza", "500##", "976", (41.6488, -0.8891)),
    city("Bilbao", VASCO, "Bizkaia", "480##", "944", (43.263, -2.935)),
    city("San Sebastián", VASCO, "Gipuzkoa", "2000%", "943", (43.3183, -1.9812)),
    city("Vitoria-Gasteiz", VASCO, "Álava", "010##", "945", (42.8467, -2.6716)),
    city("Murcia", ("Región de Murcia", "MC"), "Murcia", "3000%", "968", (37.9922, -1.1307)),
    city("Palma", ("Islas Baleares", "IB"), "Islas Baleares", "070##", "971", (39.5696, 2.6502)),
    city("Valladolid", CASTILLA, "Valladolid", "4700%", "983", (41.6523, -4.7245)),
    city("Salamanca", CASTILLA, "Salamanca", "3700%", "923", (40.9701, -5.6635)),
    city("Burgos", CASTILLA, "Burgos", "0900%", "947", (42.3439, -3.6969)),
    city("A Coruña", GALICIA, "A Coruña", "1500%", "981", (43.3623, -8.4115)),
    city("Vigo", GALICIA, "Pontevedra", "362##", "986", (42.2406, -8.7207)),
    city("Oviedo", ("Principado de Asturias", "AS"), "Asturias", "3300%", "985", (43.3614, -5.8593)),
    city("Santander", ("Cantabria", "CB"), "Cantabria", "3900%", "942", (43.4623, -3.81)),
    city("Pamplona", ("Navarra", "NC"), "Navarra", "3100%", "948", (42.8125, -1.6458)),
    city("Toledo", ("Castilla-La Mancha", "CM"), "Toledo", "4500%", "925", (39.8628, -4.0273)),
    city("Las Palmas de Gran Canaria", CANARIAS, "Las Palmas", "350##", "928", (28.1235, -15.4363))
        .zone("Atlantic/Canary"),
    city("Santa Cruz de Tenerife", CANARIAS, "Santa Cruz de Tenerife", "3800%", "922", (28.4636, -16.2518))
        .zone("Atlantic/Canary"),
];
