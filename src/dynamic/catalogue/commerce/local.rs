//! Products in other languages than English: a noun and what it is made of, put together as the language does.

use std::fmt::Write as _;

use crate::dynamic::{Call, Locale};

/// The products of a language.
#[derive(Debug)]
pub(super) struct Language {
    /// ISO 639-1.
    code: &'static str,
    /// The name, of `{noun}` and `{material}`.
    name: &'static str,
    /// Between the name and the sentence that follows it.
    stop: &'static str,
    kinds: &'static [Kind],
    pub(super) adjectives: &'static [&'static str],
    /// Whole sentences about any product.
    remarks: &'static [&'static str],
}

/// A kind of product: department, nouns, materials.
type Kind = (&'static str, &'static [&'static str], &'static [&'static str]);

/// One product.
#[derive(Debug)]
pub(super) struct Product {
    language: &'static Language,
    pub(super) department: &'static str,
    pub(super) noun: &'static str,
    pub(super) material: &'static str,
    pub(super) adjective: &'static str,
    remark: &'static str,
}

impl Product {
    /// The product that a part is to be told of; nothing if there are none in the language of the locale.
    pub(super) fn of(call: &mut Call<'_>, part: u32) -> Option<Self> {
        let language = of(call.locale)?;
        let mut number = call.share_number("product", part, 1 << 30);
        let mut next = |count: usize| {
            let index = number % count.max(1);
            number /= count.max(1);
            index
        };
        let (department, nouns, materials) = language.kinds.get(next(language.kinds.len()))?;
        let mut pick = |texts: &'static [&'static str]| texts.get(next(texts.len())).copied();
        Some(Self {
            language,
            department,
            noun: pick(nouns)?,
            material: pick(materials)?,
            adjective: pick(language.adjectives)?,
            remark: pick(language.remarks)?,
        })
    }

    /// Appends the name.
    pub(super) fn write_name(&self, out: &mut String) {
        let mut rest = self.language.name;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (field, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(if field == "noun" { self.noun } else { self.material });
            rest = after;
        }
        out.push_str(rest);
    }

    /// Appends the name and a sentence.
    pub(super) fn describe(&self, out: &mut String) {
        self.write_name(out);
        // Writing to a string cannot fail.
        let _ = write!(out, "{}{}", self.language.stop, self.remark);
    }
}

fn of(locale: &Locale) -> Option<&'static Language> {
    // Traditional Chinese is not written with the characters of these names; English has a list of its own.
    if locale.code == "zh_TW" || locale.language == "en" {
        return None;
    }
    LANGUAGES.iter().find(|language| language.code == locale.language)
}

#[rustfmt::skip]
static LANGUAGES: &[Language] = &[
    Language {
        code: "de",
        name: "{noun} aus {material}",
        stop: ". ",
        kinds: &[
            ("Möbel",
                &["Schreibtischlampe", "Bücherregal", "Couchtisch", "Esstisch", "Nachttisch", "Garderobe", "Barhocker", "Sitzbank"],
                &["Eichenholz", "Nussbaum", "Stahl", "Rattan", "Eschenholz"]),
            ("Küche",
                &["Schneidebrett", "Salatschüssel", "Serviertablett", "Vorratsdose", "Pfeffermühle", "Brotkasten", "Gewürzregal", "Obstschale"],
                &["Bambus", "Edelstahl", "Glas", "Akazienholz", "Keramik"]),
            ("Bekleidung",
                &["T-Shirt", "Pullover", "Kapuzenjacke", "Schal", "Mütze", "Strickjacke", "Sommerkleid", "Bademantel"],
                &["Bio-Baumwolle", "Merinowolle", "Leinen", "Fleece", "Kaschmir"]),
            ("Garten",
                &["Blumentopf", "Gießkanne", "Vogelhaus", "Gartenbank", "Hochbeet", "Laterne", "Rankgitter", "Feuerschale"],
                &["Terrakotta", "Teakholz", "Gusseisen", "Lärchenholz", "Kupfer"]),
            ("Spielwaren",
                &["Bausatz", "Puzzle", "Eisenbahn", "Stapelturm", "Kugelbahn", "Puppenhaus", "Kaufladen", "Nachziehtier"],
                &["Buchenholz", "Ahorn", "Filz", "Pappe", "Birkensperrholz"]),
            ("Taschen",
                &["Rucksack", "Umhängetasche", "Reisetasche", "Geldbörse", "Einkaufstasche", "Kulturbeutel", "Laptophülle", "Aktentasche"],
                &["Leder", "Segeltuch", "Kork", "Wollfilz", "Denim"]),
        ],
        adjectives: &["kompakt", "modern", "robust", "zeitlos", "handgefertigt", "leicht", "praktisch", "elegant", "klassisch", "langlebig"],
        remarks: &[
            "Robust verarbeitet und leicht zu reinigen.",
            "Wird in zwei bis drei Werktagen geliefert.",
            "Ein schönes Geschenk für jeden Anlass.",
            "In kleiner Serie gefertigt.",
            "Mit fünf Jahren Garantie.",
            "Passt zu den anderen Teilen der Serie.",
        ],
    },
    Language {
        code: "fr",
        name: "{noun} en {material}",
        stop: ". ",
        kinds: &[
            ("Meubles",
                &["Lampe de bureau", "Bibliothèque", "Table basse", "Table de chevet", "Portemanteau", "Tabouret de bar", "Banc", "Étagère murale"],
                &["chêne", "noyer", "acier", "rotin", "frêne"]),
            ("Cuisine",
                &["Planche à découper", "Saladier", "Plateau de service", "Bocal", "Moulin à poivre", "Boîte à pain", "Étagère à épices", "Coupe à fruits"],
                &["bambou", "inox", "verre", "acacia", "céramique"]),
            ("Vêtements",
                &["T-shirt", "Pull", "Veste à capuche", "Écharpe", "Bonnet", "Gilet", "Robe d'été", "Peignoir"],
                &["coton biologique", "laine mérinos", "lin", "polaire", "cachemire"]),
            ("Jardin",
                &["Pot de fleurs", "Arrosoir", "Mangeoire à oiseaux", "Banc de jardin", "Bac potager", "Lanterne", "Treillis", "Brasero"],
                &["terre cuite", "teck", "fonte", "cèdre", "cuivre"]),
            ("Jouets",
                &["Jeu de construction", "Puzzle", "Petit train", "Tour à empiler", "Circuit à billes", "Maison de poupée", "Dînette", "Jouet à tirer"],
                &["hêtre", "érable", "feutrine", "carton recyclé", "bouleau"]),
            ("Bagagerie",
                &["Sac à dos", "Sac bandoulière", "Sac de voyage", "Portefeuille", "Cabas", "Trousse de toilette", "Housse d'ordinateur", "Porte-cartes"],
                &["cuir", "toile", "liège", "feutre de laine", "jean"]),
        ],
        adjectives: &["compact", "moderne", "robuste", "intemporel", "artisanal", "léger", "pratique", "élégant", "classique", "durable"],
        remarks: &[
            "Facile à entretenir et conçu pour durer.",
            "Livraison sous deux à trois jours ouvrés.",
            "Une belle idée de cadeau.",
            "Fabriqué en petite série.",
            "Garantie cinq ans.",
            "S'accorde avec les autres pièces de la collection.",
        ],
    },
    Language {
        code: "es",
        name: "{noun} de {material}",
        stop: ". ",
        kinds: &[
            ("Muebles",
                &["Lámpara de escritorio", "Estantería", "Mesa de centro", "Mesita de noche", "Perchero", "Taburete", "Banco", "Repisa"],
                &["roble", "nogal", "acero", "ratán", "fresno"]),
            ("Cocina",
                &["Tabla de cortar", "Ensaladera", "Bandeja", "Bote de conserva", "Molinillo de pimienta", "Panera", "Especiero", "Frutero"],
                &["bambú", "acero inoxidable", "vidrio", "acacia", "cerámica"]),
            ("Ropa",
                &["Camiseta", "Jersey", "Sudadera", "Bufanda", "Gorro", "Chaqueta de punto", "Vestido de verano", "Albornoz"],
                &["algodón orgánico", "lana merino", "lino", "forro polar", "cachemir"]),
            ("Jardín",
                &["Maceta", "Regadera", "Comedero de pájaros", "Banco de jardín", "Huerto elevado", "Farol", "Enrejado", "Brasero"],
                &["terracota", "teca", "hierro fundido", "cedro", "cobre"]),
            ("Juguetes",
                &["Juego de construcción", "Rompecabezas", "Tren", "Torre apilable", "Circuito de canicas", "Casa de muñecas", "Cocinita", "Juguete de arrastre"],
                &["madera de haya", "arce", "fieltro", "cartón reciclado", "abedul"]),
            ("Bolsos",
                &["Mochila", "Bandolera", "Bolsa de viaje", "Cartera", "Bolsa de la compra", "Neceser", "Funda de portátil", "Tarjetero"],
                &["cuero", "lona", "corcho", "fieltro de lana", "tela vaquera"]),
        ],
        adjectives: &["compacto", "moderno", "resistente", "atemporal", "artesanal", "ligero", "práctico", "elegante", "clásico", "duradero"],
        remarks: &[
            "Fácil de limpiar y hecho para durar.",
            "Entrega en dos o tres días laborables.",
            "Un buen regalo para cualquier ocasión.",
            "Fabricado en series pequeñas.",
            "Con cinco años de garantía.",
            "Combina con el resto de la colección.",
        ],
    },
    Language {
        code: "it",
        name: "{noun} in {material}",
        stop: ". ",
        kinds: &[
            ("Mobili",
                &["Lampada da scrivania", "Libreria", "Tavolino", "Comodino", "Appendiabiti", "Sgabello", "Panca", "Mensola"],
                &["rovere", "noce", "acciaio", "rattan", "frassino"]),
            ("Cucina",
                &["Tagliere", "Insalatiera", "Vassoio", "Barattolo", "Macinapepe", "Portapane", "Portaspezie", "Fruttiera"],
                &["bambù", "acciaio inox", "vetro", "acacia", "ceramica"]),
            ("Abbigliamento",
                &["Maglietta", "Maglione", "Felpa", "Sciarpa", "Berretto", "Cardigan", "Abito estivo", "Accappatoio"],
                &["cotone biologico", "lana merino", "lino", "pile", "cashmere"]),
            ("Giardino",
                &["Vaso", "Annaffiatoio", "Mangiatoia per uccelli", "Panchina", "Fioriera", "Lanterna", "Grigliato", "Braciere"],
                &["terracotta", "teak", "ghisa", "cedro", "rame"]),
            ("Giocattoli",
                &["Set di costruzioni", "Puzzle", "Trenino", "Torre impilabile", "Pista per biglie", "Casa delle bambole", "Cucina giocattolo", "Gioco da trainare"],
                &["faggio", "acero", "feltro", "cartone riciclato", "betulla"]),
            ("Borse",
                &["Zaino", "Tracolla", "Borsone", "Portafoglio", "Borsa della spesa", "Beauty case", "Custodia per laptop", "Portacarte"],
                &["pelle", "tela", "sughero", "feltro di lana", "denim"]),
        ],
        adjectives: &["compatto", "moderno", "robusto", "intramontabile", "artigianale", "leggero", "pratico", "elegante", "classico", "resistente"],
        remarks: &[
            "Facile da pulire e fatto per durare.",
            "Consegna in due o tre giorni lavorativi.",
            "Un regalo adatto a ogni occasione.",
            "Prodotto in piccole serie.",
            "Cinque anni di garanzia.",
            "Si abbina agli altri pezzi della collezione.",
        ],
    },
    Language {
        code: "pt",
        name: "{noun} de {material}",
        stop: ". ",
        kinds: &[
            ("Móveis",
                &["Luminária de mesa", "Estante", "Mesa de centro", "Mesa de cabeceira", "Cabideiro", "Banqueta", "Banco", "Prateleira"],
                &["carvalho", "nogueira", "aço", "vime", "freixo"]),
            ("Cozinha",
                &["Tábua de corte", "Saladeira", "Bandeja", "Pote", "Moedor de pimenta", "Porta-pão", "Porta-temperos", "Fruteira"],
                &["bambu", "aço inox", "vidro", "acácia", "cerâmica"]),
            ("Roupas",
                &["Camiseta", "Suéter", "Moletom", "Cachecol", "Gorro", "Cardigã", "Vestido de verão", "Roupão"],
                &["algodão orgânico", "lã merino", "linho", "fleece", "caxemira"]),
            ("Jardim",
                &["Vaso", "Regador", "Comedouro para pássaros", "Banco de jardim", "Canteiro elevado", "Lanterna", "Treliça", "Braseiro"],
                &["terracota", "teca", "ferro fundido", "cedro", "cobre"]),
            ("Brinquedos",
                &["Jogo de montar", "Quebra-cabeça", "Trenzinho", "Torre de empilhar", "Pista de bolinhas", "Casa de bonecas", "Cozinha infantil", "Brinquedo de puxar"],
                &["faia", "bordo", "feltro", "papelão reciclado", "bétula"]),
            ("Bolsas",
                &["Mochila", "Bolsa transversal", "Bolsa de viagem", "Carteira", "Sacola", "Nécessaire", "Capa para notebook", "Porta-cartões"],
                &["couro", "lona", "cortiça", "feltro de lã", "jeans"]),
        ],
        adjectives: &["compacto", "moderno", "resistente", "atemporal", "artesanal", "leve", "prático", "elegante", "clássico", "durável"],
        remarks: &[
            "Fácil de limpar e feito para durar.",
            "Entrega em dois ou três dias úteis.",
            "Um bom presente para qualquer ocasião.",
            "Produzido em pequenas séries.",
            "Com cinco anos de garantia.",
            "Combina com as outras peças da coleção.",
        ],
    },
    Language {
        code: "ja",
        name: "{material}の{noun}",
        stop: "。",
        kinds: &[
            ("家具",
                &["デスクライト", "本棚", "ローテーブル", "ナイトテーブル", "コートハンガー", "スツール", "ベンチ", "ウォールシェルフ"],
                &["オーク材", "ウォールナット材", "スチール製", "ラタン製", "アッシュ材"]),
            ("キッチン用品",
                &["まな板", "サラダボウル", "トレイ", "保存容器", "ペッパーミル", "ブレッドケース", "スパイスラック", "フルーツボウル"],
                &["竹製", "ステンレス製", "ガラス製", "アカシア材", "陶器製"]),
            ("衣料品",
                &["Tシャツ", "セーター", "パーカー", "マフラー", "ニット帽", "カーディガン", "サマードレス", "バスローブ"],
                &["オーガニックコットン", "メリノウール", "リネン", "フリース", "カシミヤ"]),
            ("ガーデン",
                &["植木鉢", "じょうろ", "バードフィーダー", "ガーデンベンチ", "プランター", "ランタン", "トレリス", "ファイヤーピット"],
                &["テラコッタ製", "チーク材", "鋳鉄製", "杉材", "銅製"]),
            ("おもちゃ",
                &["積み木セット", "パズル", "電車セット", "スタッキングタワー", "ビー玉コース", "ドールハウス", "おままごとキッチン", "プルトイ"],
                &["ブナ材", "メープル材", "フェルト製", "再生紙製", "シラカバ材"]),
            ("バッグ",
                &["リュックサック", "ショルダーバッグ", "ボストンバッグ", "財布", "トートバッグ", "ポーチ", "ノートパソコンケース", "カードケース"],
                &["本革", "帆布", "コルク製", "ウールフェルト", "デニム"]),
        ],
        adjectives: &["コンパクトな", "モダンな", "丈夫な", "定番の", "手作りの", "軽量な", "実用的な", "上品な", "クラシックな", "長持ちする"],
        remarks: &[
            "お手入れが簡単で長くお使いいただけます。",
            "2〜3営業日でお届けします。",
            "贈り物にもおすすめです。",
            "少量生産でお作りしています。",
            "5年間の保証付きです。",
            "シリーズの他の商品ともよく合います。",
        ],
    },
    Language {
        code: "zh",
        name: "{material}{noun}",
        stop: "。",
        kinds: &[
            ("家具",
                &["台灯", "书架", "茶几", "床头柜", "衣帽架", "吧台椅", "长凳", "壁架"],
                &["橡木", "胡桃木", "钢制", "藤编", "白蜡木"]),
            ("厨房用品",
                &["砧板", "沙拉碗", "托盘", "储物罐", "胡椒研磨器", "面包箱", "调料架", "果盘"],
                &["竹制", "不锈钢", "玻璃", "相思木", "陶瓷"]),
            ("服装",
                &["T恤", "毛衣", "连帽衫", "围巾", "针织帽", "开衫", "连衣裙", "浴袍"],
                &["有机棉", "美利奴羊毛", "亚麻", "摇粒绒", "羊绒"]),
            ("园艺",
                &["花盆", "浇水壶", "喂鸟器", "花园长椅", "种植箱", "灯笼", "花架", "火盆"],
                &["陶土", "柚木", "铸铁", "雪松木", "铜制"]),
            ("玩具",
                &["积木套装", "拼图", "小火车", "叠叠塔", "滚珠轨道", "娃娃屋", "过家家厨房", "拖拉玩具"],
                &["榉木", "枫木", "毛毡", "再生纸", "桦木"]),
            ("箱包",
                &["双肩包", "斜挎包", "旅行袋", "钱包", "购物袋", "洗漱包", "笔记本电脑包", "卡包"],
                &["真皮", "帆布", "软木", "羊毛毡", "牛仔布"]),
        ],
        adjectives: &["紧凑", "现代", "耐用", "经典", "手工", "轻便", "实用", "优雅", "简约", "环保"],
        remarks: &[
            "易于清洁，经久耐用。",
            "两到三个工作日内送达。",
            "送礼佳品。",
            "小批量生产。",
            "五年质保。",
            "可与同系列产品搭配。",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::LANGUAGES;

    #[test]
    fn every_language_is_complete() {
        for language in LANGUAGES {
            assert!(
                language.name.contains("{noun}") && language.name.contains("{material}"),
                "{}",
                language.code
            );
            assert!(
                language.kinds.len() >= 6 && language.adjectives.len() >= 8 && language.remarks.len() >= 6
            );
            for (department, nouns, materials) in language.kinds {
                assert!(nouns.len() >= 8 && materials.len() >= 5, "{department}");
            }
            assert!(language.remarks.iter().all(|remark| remark.ends_with(['.', '。'])), "{}", language.code);
        }
    }
}
