//! Portuguese of Brazil.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "pt_BR",
    language: "pt",
    first_names: [
        list!(
            "Maria, Ana, Francisca, Antônia, Adriana, Juliana, Márcia, Fernanda, Patrícia, Aline, Sandra, Camila, Amanda, Bruna, \
             Jéssica, Letícia, Júlia, Luciana, Vanessa, Mariana, Gabriela, Vera, Vitória, Larissa, Cláudia, Beatriz, Rita, \
             Luana, Sônia, Renata, Eliane, Josefa, Simone, Natália, Cristiane, Carla, Débora, Rosângela, Jaqueline, Helena, \
             Alice, Laura, Manuela, Isabela, Sofia, Heloísa, Lorena, Lívia, Yasmin, Cecília, Thaís, Rafaela"
        ),
        list!(
            "José, João, Antônio, Francisco, Carlos, Paulo, Pedro, Lucas, Luiz, Marcos, Luís, Gabriel, Rafael, Daniel, Marcelo, \
             Bruno, Eduardo, Felipe, Raimundo, Rodrigo, Manoel, Mateus, André, Fernando, Fábio, Leonardo, Gustavo, Guilherme, \
             Leandro, Tiago, Anderson, Ricardo, Márcio, Jorge, Sebastião, Alexandre, Roberto, Edson, Diego, Vitor, Sérgio, \
             Cláudio, Thiago, Miguel, Arthur, Heitor, Bernardo, Davi, Samuel, Caio, Vinícius, Otávio, Renato, Murilo"
        ),
    ],
    last_names: list!(
        "Silva, Santos, Oliveira, Souza, Rodrigues, Ferreira, Alves, Pereira, Lima, Gomes, Costa, Ribeiro, Martins, Carvalho, \
         Almeida, Lopes, Soares, Fernandes, Vieira, Barbosa, Rocha, Dias, Nascimento, Andrade, Moreira, Nunes, Marques, \
         Machado, Mendes, Freitas, Cardoso, Ramos, Gonçalves, Santana, Teixeira, Araújo, Moraes, Melo, Castro, Batista, \
         Campos, Cavalcanti, Pinto, Correia, Monteiro, Moura, Azevedo, Barros, Farias, Peixoto, Duarte, Medeiros, Rezende, \
         Macedo, Borges, Franco, Coelho, Assis, Pires, Aguiar, Miranda, Reis, Cunha, Braga, Xavier, Fonseca, Tavares, Sales, \
         Siqueira, Queiroz, Bezerra, Sampaio, Guimarães, Brito, Nogueira, Amaral, Pacheco, Leite, Viana, Magalhães, Paiva"
    ),
    middle_names: [&[], &[]],
    full_name: "{first} {last}",
    prefixes: [list!("Sra., Srta., Dra."), list!("Sr., Dr.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["feminino", "masculino"],
    jobs: list!(
        "Desenvolvedor de Software|Desenvolvedora de Software, Gerente de Projetos, Analista de Dados, \
         Analista Financeiro|Analista Financeira, Contador|Contadora, Gerente Comercial, \
         Coordenador de Marketing|Coordenadora de Marketing, Engenheiro Civil|Engenheira Civil, \
         Arquiteto|Arquiteta, Designer Gráfico|Designer Gráfica, Advogado|Advogada, Enfermeiro|Enfermeira, \
         Professor|Professora, Analista de Recursos Humanos, \
         Assistente Administrativo|Assistente Administrativa, Consultor|Consultora, Gerente de Produto, \
         Técnico de Suporte|Técnica de Suporte, Diretor Executivo|Diretora Executiva, \
         Coordenador de Logística|Coordenadora de Logística, Comprador|Compradora, Auditor|Auditora"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{last} Ltda.|{last}-ltda, {last} S.A.|{last}-sa, {last} e {other} Ltda.|{last}-{other}, {last} Comércio|{last}-comercio, \
         Grupo {last}|grupo-{last}, Irmãos {last}|irmaos-{last}, {word} {last} Ltda.|{word}-{last}, \
         {last} Engenharia|{last}-engenharia, Indústrias {last}|industrias-{last}, {word} Tecnologia {last}|{word}-{last}"
    ),
    company_words: list!(
        "Aurora, Atlântica, Sol, Nova, Verde, Horizonte, Ponte, Brasil, Serra, Vitória, Ouro, Rio"
    ),
    mail_providers: list!("gmail.com, hotmail.com, yahoo.com.br, outlook.com, uol.com.br, bol.com.br"),
    domain_suffixes: list!("com.br, com.br, com.br, com, net.br, org.br"),
    countries: list!(
        "Estados Unidos, Reino Unido, Alemanha, França, Espanha, Itália, Brasil, Portugal, Países Baixos, Suécia, Polônia, \
         Turquia, Rússia, Ucrânia, Arábia Saudita, Egito, Emirados Árabes Unidos, Irã, Israel, Índia, Japão, \
         Coreia do Sul, China, Taiwan, Vietnã, Indonésia, Canadá, Austrália, México, Argentina, África do Sul, Singapura, \
         Nova Zelândia, Irlanda, Suíça, Áustria, Bélgica, Dinamarca, Noruega, Finlândia"
    ),
};

static BRAZIL: Territory = Territory {
    country: "BR",
    streets: list!(
        "Rua das Flores, Avenida Brasil, Rua São José, Rua Sete de Setembro, Avenida Getúlio Vargas, Rua Quinze de Novembro, \
         Rua Tiradentes, Avenida Independência, Rua Duque de Caxias, Rua Santos Dumont, Rua Dom Pedro II, Rua da Paz, \
         Avenida Paulista, Rua São João, Rua Santa Catarina, Travessa da Matriz, Rua Rui Barbosa, Rua Castro Alves, \
         Avenida Beira-Mar, Rua dos Ipês, Alameda Santos, Rua Bela Vista, Rua do Comércio, Avenida Presidente Vargas, \
         Rua Marechal Deodoro, Rua Machado de Assis, Praça da Sé, Rua Voluntários da Pátria"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%#, %##, %##, %###"),
    line: "{street}, {number}",
    secondary: list!("Apto. %#, Apto. %##, Bloco ?, Casa %, Sala %##"),
    address: "{line}, {city} - {code}, {postal}",
    trunk: "",
    phones: list!("(@) 3###-####, (@) 9^###-####, (@) 9^###-####, (@) 9^###-####"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&BRAZIL, "America/Sao_Paulo"), name, region, postal, area, point)
}

const SAO_PAULO: (&str, &str) = ("São Paulo", "SP");
const RIO: (&str, &str) = ("Rio de Janeiro", "RJ");
const MINAS: (&str, &str) = ("Minas Gerais", "MG");
const PARANA: (&str, &str) = ("Paraná", "PR");
const SANTA_CATARINA: (&str, &str) = ("Santa Catarina", "SC");

static CITIES: &[City] = &[
    city("São Paulo", SAO_PAULO, "0%###-###", "11", (-23.5505, -46.6333)),
    city("Campinas", SAO_PAULO, "130##-###", "19", (-22.9099, -47.0626)),
    city("Santos", SAO_PAULO, "110##-###", "13", (-23.9608, -46.3336)),
    city("Ribeirão Preto", SAO_PAULO, "140##-###", "16", (-21.1775, -47.8103)),
    city("Rio de Janeiro", RIO, "2%###-###", "21", (-22.9068, -43.1729)),
    city("Niterói", RIO, "240##-###", "21", (-22.8832, -43.1034)),
    city("Petrópolis", RIO, "256##-###", "24", (-22.5112, -43.1779)),
    city("Belo Horizonte", MINAS, "30###-###", "31", (-19.9167, -43.9345)),
    city("Uberlândia", MINAS, "384##-###", "34", (-18.9186, -48.2772)),
    city("Juiz de Fora", MINAS, "360##-###", "32", (-21.7642, -43.3503)),
    city("Brasília", ("Distrito Federal", "DF"), "70###-###", "61", (-15.7939, -47.8828)),
    city("Curitiba", PARANA, "80###-###", "41", (-25.4284, -49.2733)),
    city("Londrina", PARANA, "860##-###", "43", (-23.3045, -51.1696)),
    city("Porto Alegre", ("Rio Grande do Sul", "RS"), "90###-###", "51", (-30.0346, -51.2177)),
    city("Caxias do Sul", ("Rio Grande do Sul", "RS"), "950##-###", "54", (-29.1678, -51.1794)),
    city("Florianópolis", SANTA_CATARINA, "880##-###", "48", (-27.5954, -48.548)),
    city("Joinville", SANTA_CATARINA, "892##-###", "47", (-26.3045, -48.8487)),
    city("Vitória", ("Espírito Santo", "ES"), "290##-###", "27", (-20.3155, -40.3128)),
    city("Goiânia", ("Goiás", "GO"), "740##-###", "62", (-16.6869, -49.2648)),
    city("Salvador", ("Bahia", "BA"), "40###-###", "71", (-12.9777, -38.5016)).zone("America/Bahia"),
    city("Feira de Santana", ("Bahia", "BA"), "440##-###", "75", (-12.2664, -38.9663)).zone("America/Bahia"),
    city("Recife", ("Pernambuco", "PE"), "50###-###", "81", (-8.0476, -34.877)).zone("America/Recife"),
    city("Fortaleza", ("Ceará", "CE"), "60###-###", "85", (-3.7319, -38.5267)).zone("America/Fortaleza"),
    city("Natal", ("Rio Grande do Norte", "RN"), "590##-###", "84", (-5.7945, -35.211))
        .zone("America/Fortaleza"),
    city("João Pessoa", ("Paraíba", "PB"), "580##-###", "83", (-7.1195, -34.845)).zone("America/Fortaleza"),
    city("Maceió", ("Alagoas", "AL"), "570##-###", "82", (-9.6498, -35.7089)).zone("America/Maceio"),
    city("Belém", ("Pará", "PA"), "660##-###", "91", (-1.4558, -48.4902)).zone("America/Belem"),
    city("Manaus", ("Amazonas", "AM"), "690##-###", "92", (-3.119, -60.0217)).zone("America/Manaus"),
    city("Cuiabá", ("Mato Grosso", "MT"), "780##-###", "65", (-15.601, -56.0974)).zone("America/Cuiaba"),
    city("Campo Grande", ("Mato Grosso do Sul", "MS"), "790##-###", "67", (-20.4697, -54.6201))
        .zone("America/Campo_Grande"),
];
