//! Portuguese of Portugal.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "pt_PT",
    language: "pt",
    first_names: [
        list!(
            "Maria, Ana, Leonor, Matilde, Beatriz, Carolina, Mariana, Sofia, Inês, Margarida, Francisca, Alice, Benedita, Clara, \
             Joana, Rita, Catarina, Marta, Sara, Teresa, Isabel, Helena, Filipa, Raquel, Cláudia, Sandra, Patrícia, Susana, \
             Carla, Paula, Mónica, Sónia, Vera, Lurdes, Graça, Fátima, Conceição, Manuela, Luísa, Cristina, Daniela, Diana, \
             Bárbara, Lara, Íris, Eva, Vitória, Madalena, Constança, Andreia"
        ),
        list!(
            "João, José, António, Francisco, Afonso, Tomás, Duarte, Lourenço, Santiago, Martim, Miguel, Gabriel, Rodrigo, Guilherme, \
             Pedro, Tiago, Diogo, Gonçalo, Rui, Nuno, Paulo, Luís, Carlos, Manuel, Jorge, Fernando, Ricardo, Bruno, Hugo, \
             André, Filipe, Vasco, Salvador, Bernardo, Simão, Rafael, Henrique, Daniel, David, Fábio, Sérgio, Joaquim, \
             Domingos, Artur, Óscar, Álvaro, Vítor, Mário, Alexandre, Leandro"
        ),
    ],
    last_names: list!(
        "Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Jesus, Sousa, Fernandes, Gonçalves, Gomes, \
         Lopes, Marques, Alves, Almeida, Ribeiro, Pinto, Carvalho, Teixeira, Moreira, Correia, Mendes, Nunes, Soares, Vieira, \
         Monteiro, Cardoso, Rocha, Raposo, Neves, Coelho, Cruz, Cunha, Pires, Ramos, Reis, Simões, Antunes, Matos, Fonseca, \
         Machado, Araújo, Barbosa, Tavares, Lourenço, Castro, Figueiredo, Azevedo, Freitas, Magalhães, Henriques, Lima, \
         Guerreiro, Batista, Pinheiro, Faria, Miranda, Barros, Morais, Nogueira, Esteves, Anjos, Baptista, Campos, Mota, \
         Andrade, Brito, Sá, Nascimento, Leite, Abreu, Borges, Melo, Vaz, Pinho, Vicente, Gaspar, Assunção"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Sra., Dra., Eng.ª, Prof.ª"), list!("Sr., Dr., Eng., Prof.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["feminino", "masculino"],
    jobs: list!(
        "Programador|Programadora, Gestor de projeto|Gestora de projeto, \
         Diretor comercial|Diretora comercial, Contabilista, Técnico de informática|Técnica de informática, \
         Analista de dados, Engenheiro civil|Engenheira civil, Arquiteto|Arquiteta, \
         Designer gráfico|Designer gráfica, Advogado|Advogada, Enfermeiro|Enfermeira, Professor|Professora, \
         Gestor de recursos humanos|Gestora de recursos humanos, \
         Assistente administrativo|Assistente administrativa, Consultor|Consultora, \
         Gestor de produto|Gestora de produto, Diretor-geral|Diretora-geral, Responsável de logística, \
         Auditor|Auditora, Rececionista"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} Lda.|{last}-lda, {last} S.A.|{last}-sa, {last} & {other} Lda.|{last}-{other}, {last} e Filhos|{last}-e-filhos, \
         Grupo {last}|grupo-{last}, Irmãos {last}|irmaos-{last}, {word} {last} Lda.|{word}-{last}, Quinta {last}|quinta-{last}"
    ),
    company_words: list!(
        "Atlântico, Tejo, Douro, Farol, Mar, Sol, Norte, Ponte, Serra, Lusa, Oliveira, Vinha"
    ),
    mail_providers: list!("gmail.com, sapo.pt, hotmail.com, outlook.pt, iol.pt, clix.pt"),
    domain_suffixes: list!("pt, pt, pt, com.pt, com, eu"),
    countries: list!(
        "Estados Unidos, Reino Unido, Alemanha, França, Espanha, Itália, Brasil, Portugal, Países Baixos, Suécia, Polónia, \
         Turquia, Rússia, Ucrânia, Arábia Saudita, Egito, Emirados Árabes Unidos, Irão, Israel, Índia, Japão, \
         Coreia do Sul, China, Taiwan, Vietname, Indonésia, Canadá, Austrália, México, Argentina, África do Sul, Singapura, \
         Nova Zelândia, Irlanda, Suíça, Áustria, Bélgica, Dinamarca, Noruega, Finlândia"
    ),
};

static PORTUGAL: Territory = Territory {
    country: "PT",
    streets: list!(
        "Rua Augusta, Avenida da Liberdade, Rua Direita, Rua do Comércio, Avenida 25 de Abril, Rua da Igreja, Rua Nova, \
         Rua de São João, Rua Luís de Camões, Largo do Carmo, Praça da República, Rua do Sol, Rua Almeida Garrett, \
         Travessa da Fonte, Rua da Escola, Avenida Marginal, Rua das Oliveiras, Rua Miguel Bombarda, Rua Santo António, \
         Rua Eça de Queirós, Rua do Ouro, Rua da Prata, Rua Fernando Pessoa, Avenida de Roma"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##"),
    line: "{street} {number}",
    secondary: list!("%.º Esq., %.º Dto., %.º Frente, R/C, Lote %#"),
    address: "{line}, {postal} {city}",
    trunk: "",
    phones: list!("@ ### ###, 91# ### ###, 92# ### ###, 93# ### ###, 96# ### ###"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&PORTUGAL, "Europe/Lisbon"), name, region, postal, area, point)
}

static CITIES: &[City] = &[
    city("Lisboa", ("Lisboa", "11"), "1%##-%##", "213", (38.7223, -9.1393)),
    city("Sintra", ("Lisboa", "11"), "2710-%##", "219", (38.8029, -9.3817)),
    city("Cascais", ("Lisboa", "11"), "2750-%##", "214", (38.6979, -9.4215)),
    city("Porto", ("Porto", "13"), "4%00-%##", "222", (41.1579, -8.6291)),
    city("Vila Nova de Gaia", ("Porto", "13"), "4400-%##", "223", (41.124, -8.6118)),
    city("Matosinhos", ("Porto", "13"), "4450-%##", "229", (41.1844, -8.6963)),
    city("Braga", ("Braga", "03"), "4700-%##", "253", (41.5454, -8.4265)),
    city("Guimarães", ("Braga", "03"), "4800-%##", "253", (41.4425, -8.2918)),
    city("Coimbra", ("Coimbra", "06"), "3000-%##", "239", (40.2033, -8.4103)),
    city("Figueira da Foz", ("Coimbra", "06"), "3080-%##", "233", (40.1508, -8.8618)),
    city("Aveiro", ("Aveiro", "01"), "3800-%##", "234", (40.6405, -8.6538)),
    city("Setúbal", ("Setúbal", "15"), "2900-%##", "265", (38.5244, -8.8882)),
    city("Almada", ("Setúbal", "15"), "2800-%##", "212", (38.6765, -9.1651)),
    city("Faro", ("Faro", "08"), "8000-%##", "289", (37.0194, -7.9304)),
    city("Portimão", ("Faro", "08"), "8500-%##", "282", (37.1366, -8.5377)),
    city("Lagos", ("Faro", "08"), "8600-%##", "282", (37.1028, -8.6731)),
    city("Évora", ("Évora", "07"), "7000-%##", "266", (38.5714, -7.9135)),
    city("Leiria", ("Leiria", "10"), "2400-%##", "244", (39.7437, -8.8071)),
    city("Viseu", ("Viseu", "18"), "3500-%##", "232", (40.661, -7.9097)),
    city("Viana do Castelo", ("Viana do Castelo", "16"), "4900-%##", "258", (41.6918, -8.8345)),
    city("Santarém", ("Santarém", "14"), "2000-%##", "243", (39.2369, -8.6859)),
    city("Vila Real", ("Vila Real", "17"), "5000-%##", "259", (41.3006, -7.7441)),
    city("Castelo Branco", ("Castelo Branco", "05"), "6000-%##", "272", (39.8222, -7.4909)),
    city("Beja", ("Beja", "02"), "7800-%##", "284", (38.0151, -7.8632)),
    city("Funchal", ("Madeira", "30"), "9000-%##", "291", (32.6669, -16.9241)).zone("Atlantic/Madeira"),
    city("Ponta Delgada", ("Açores", "20"), "9500-%##", "296", (37.7412, -25.6756)).zone("Atlantic/Azores"),
];
