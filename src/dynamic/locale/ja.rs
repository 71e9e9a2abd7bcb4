//! Japanese, of Japan. The family name comes first, without a space.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "ja",
    language: "ja",
    first_names: [
        list!(
            "陽菜|Hina, 結衣|Yui, 葵|Aoi, 凛|Rin, 美咲|Misaki, さくら|Sakura, 結菜|Yuina, 莉子|Riko, 美優|Miyu, 愛|Ai, 七海|Nanami, \
             優花|Yuka, 美月|Mizuki, 彩花|Ayaka, 花音|Kanon, 真央|Mao, 心春|Koharu, 優奈|Yuna, 千尋|Chihiro, 麻衣|Mai, 恵|Megumi, \
             香織|Kaori, 由美子|Yumiko, 幸子|Sachiko, 和子|Kazuko, 洋子|Yoko, 恵子|Keiko, 久美子|Kumiko, 直美|Naomi, 智子|Tomoko, \
             裕子|Yuko, 真由美|Mayumi, 明美|Akemi, 美穂|Miho, 理恵|Rie, 陽子|Yoko, 千代|Chiyo, 琴音|Kotone, 芽依|Mei, 紬|Tsumugi, \
             詩織|Shiori, 沙織|Saori, 舞|Mai, 遥|Haruka, 楓|Kaede, 美桜|Mio, 小百合|Sayuri, 千佳|Chika"
        ),
        list!(
            "蓮|Ren, 大翔|Hiroto, 陽翔|Haruto, 悠真|Yuma, 湊|Minato, 翔太|Shota, 拓海|Takumi, 健太|Kenta, 大輔|Daisuke, 翔|Sho, \
             健|Ken, 直樹|Naoki, 哲也|Tetsuya, 和也|Kazuya, 達也|Tatsuya, 誠|Makoto, 学|Manabu, 浩|Hiroshi, 隆|Takashi, 進|Susumu, \
             清|Kiyoshi, 茂|Shigeru, 勇|Isamu, 太郎|Taro, 一郎|Ichiro, 健一|Kenichi, 雄太|Yuta, 亮|Ryo, 颯太|Sota, 樹|Itsuki, \
             悠斗|Yuto, 大和|Yamato, 陸|Riku, 海斗|Kaito, 涼太|Ryota, 優斗|Yuto, 裕太|Yuta, 智也|Tomoya, 修|Osamu, 剛|Tsuyoshi, \
             実|Minoru, 正|Tadashi, 豊|Yutaka, 聡|Satoshi, 慎吾|Shingo, 圭介|Keisuke, 康平|Kohei, 俊介|Shunsuke, 朝陽|Asahi"
        ),
    ],
    last_names: list!(
        "佐藤|Sato, 鈴木|Suzuki, 高橋|Takahashi, 田中|Tanaka, 伊藤|Ito, 渡辺|Watanabe, 山本|Yamamoto, 中村|Nakamura, 小林|Kobayashi, \
         加藤|Kato, 吉田|Yoshida, 山田|Yamada, 佐々木|Sasaki, 山口|Yamaguchi, 松本|Matsumoto, 井上|Inoue, 木村|Kimura, 林|Hayashi, \
         斎藤|Saito, 清水|Shimizu, 山崎|Yamazaki, 森|Mori, 池田|Ikeda, 橋本|Hashimoto, 阿部|Abe, 石川|Ishikawa, 山下|Yamashita, \
         中島|Nakajima, 石井|Ishii, 小川|Ogawa, 前田|Maeda, 岡田|Okada, 長谷川|Hasegawa, 藤田|Fujita, 後藤|Goto, 近藤|Kondo, \
         村上|Murakami, 遠藤|Endo, 青木|Aoki, 坂本|Sakamoto, 福田|Fukuda, 太田|Ota, 西村|Nishimura, 藤井|Fujii, 岡本|Okamoto, \
         三浦|Miura, 金子|Kaneko, 藤原|Fujiwara, 中野|Nakano, 中川|Nakagawa, 原田|Harada, 松田|Matsuda, 竹内|Takeuchi, 小野|Ono, \
         田村|Tamura, 中山|Nakayama, 和田|Wada, 石田|Ishida, 森田|Morita, 上田|Ueda, 柴田|Shibata, 酒井|Sakai, 工藤|Kudo, \
         横山|Yokoyama, 宮崎|Miyazaki, 宮本|Miyamoto, 内田|Uchida, 高木|Takagi, 安藤|Ando, 谷口|Taniguchi, 大野|Ohno, \
         今井|Imai, 丸山|Maruyama, 河野|Kono, 藤本|Fujimoto, 武田|Takeda, 村田|Murata, 上野|Ueno, 杉山|Sugiyama, 増田|Masuda"
    ),
    middle_names: [&[], &[]],
    full_name: "{last}{first}",
    prefixes: [list!("様, さん, 先生"), list!("様, さん, 先生")],
    suffixes: list!("博士, 修士, 様, 殿"),
    sexes: ["女性", "男性"],
    jobs: list!(
        "ソフトウェアエンジニア, プロジェクトマネージャー, 営業部長, 営業担当, 経理担当, 人事部長, マーケティングマネージャー, データアナリスト, デザイナー, \
         システムエンジニア, 総務課長, 代表取締役, 取締役, 看護師, 教師, 建築士, 弁護士, 税理士, 研究員, カスタマーサポート, 商品企画担当, 店長"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "株式会社{last}|{last}-kk, {last}株式会社|{last}-corp, 合同会社{word}|{word}-gk, 株式会社{word}|{word}-kk, {last}商事株式会社|{last}-shoji, \
         {last}工業株式会社|{last}-kogyo, 有限会社{last}|{last}-yk, {word}システム株式会社|{word}-system, {last}建設株式会社|{last}-kensetsu, \
         株式会社{last}製作所|{last}-seisakusho, {last}{other}株式会社|{last}-{other}"
    ),
    company_words: list!(
        "未来|mirai, 光|hikari, 桜|sakura, 大和|yamato, 東洋|toyo, 朝日|asahi, 富士|fuji, 日の出|hinode, 青空|aozora, 若葉|wakaba, \
         みどり|midori, 希望|kibo, 太陽|taiyo, 北斗|hokuto, 銀河|ginga, 瑞穂|mizuho"
    ),
    mail_providers: list!("gmail.com, yahoo.co.jp, outlook.jp, icloud.com, hotmail.co.jp"),
    domain_suffixes: list!("co.jp, co.jp, jp, com, ne.jp, or.jp"),
    countries: list!(
        "アメリカ合衆国, イギリス, ドイツ, フランス, スペイン, イタリア, ブラジル, ポルトガル, オランダ, スウェーデン, ポーランド, トルコ, ロシア, ウクライナ, \
         サウジアラビア, エジプト, アラブ首長国連邦, イラン, イスラエル, インド, 日本, 韓国, 中国, 台湾, ベトナム, インドネシア, カナダ, オーストラリア, \
         メキシコ, アルゼンチン, 南アフリカ, シンガポール, ニュージーランド, アイルランド, スイス, オーストリア, ベルギー, デンマーク, ノルウェー, フィンランド"
    ),
};

static JAPAN: Territory = Territory {
    country: "JP",
    streets: list!(
        "本町, 中央, 栄町, 緑町, 旭町, 新町, 東町, 西町, 南町, 北町, 大手町, 幸町, 末広町, 桜町, 泉町, 錦町, 若葉町, 日の出町, 弥生町, 寿町, 松原, \
         富士見町, 元町, 港町, 宮前町, 高砂町"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%-%-%, %-%#-%, %-%-%#, %-%#-%#, %丁目%番%号"),
    line: "{street}{number}",
    secondary: list!("%0%号室, %階, コーポ%0%"),
    address: "〒{postal} {region}{city}{line}",
    trunk: "0",
    phones: list!("0@-####, 0@-####, 090-%###-####, 080-%###-####, 070-%###-####"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&JAPAN, "Asia/Tokyo"), name, region, postal, area, point)
}

const TOKYO: (&str, &str) = ("東京都", "13");
const OSAKA: (&str, &str) = ("大阪府", "27");
const KANAGAWA: (&str, &str) = ("神奈川県", "14");
const HYOGO: (&str, &str) = ("兵庫県", "28");

static CITIES: &[City] = &[
    city("千代田区", TOKYO, "102-00%#", "3-3!##", (35.694, 139.7536)),
    city("渋谷区", TOKYO, "150-00%#", "3-5!##", (35.6618, 139.7041)),
    city("新宿区", TOKYO, "160-00%#", "3-5!##", (35.6938, 139.7034)),
    city("世田谷区", TOKYO, "154-00%#", "3-3!##", (35.6461, 139.6532)),
    city("八王子市", TOKYO, "192-00%#", "42-6##", (35.6664, 139.316)),
    city("大阪市北区", OSAKA, "530-00%#", "6-6!##", (34.7055, 135.4983)),
    city("大阪市中央区", OSAKA, "541-00%#", "6-6!##", (34.6816, 135.5101)),
    city("堺市堺区", OSAKA, "590-00%#", "72-2##", (34.5733, 135.483)),
    city("横浜市西区", KANAGAWA, "220-00%#", "45-3##", (35.4541, 139.6171)),
    city("川崎市川崎区", KANAGAWA, "210-00%#", "44-2##", (35.5309, 139.703)),
    city("鎌倉市", KANAGAWA, "248-00%#", "467-2#", (35.3192, 139.5467)),
    city("名古屋市中区", ("愛知県", "23"), "460-00%#", "52-2##", (35.1685, 136.9101)),
    city("札幌市中央区", ("北海道", "01"), "060-00%#", "11-2##", (43.0554, 141.3409)),
    city("函館市", ("北海道", "01"), "040-00%#", "138-2#", (41.7687, 140.7288)),
    city("福岡市博多区", ("福岡県", "40"), "812-00%#", "92-4##", (33.5914, 130.4147)),
    city("北九州市小倉北区", ("福岡県", "40"), "802-00%#", "93-5##", (33.8829, 130.8739)),
    city("神戸市中央区", HYOGO, "650-00%#", "78-3##", (34.695, 135.1978)),
    city("姫路市", HYOGO, "670-00%#", "79-2##", (34.8151, 134.6854)),
    city("京都市左京区", ("京都府", "26"), "606-80%#", "75-7##", (35.0486, 135.7788)),
    city("さいたま市大宮区", ("埼玉県", "11"), "330-08%#", "48-6##", (35.9064, 139.6287)),
    city("千葉市中央区", ("千葉県", "12"), "260-00%#", "43-2##", (35.6074, 140.1065)),
    city("広島市中区", ("広島県", "34"), "730-00%#", "82-2##", (34.3916, 132.4518)),
    city("仙台市青葉区", ("宮城県", "04"), "980-08%#", "22-2##", (38.2682, 140.8694)),
    city("新潟市中央区", ("新潟県", "15"), "950-09%#", "25-2##", (37.9162, 139.0364)),
    city("静岡市葵区", ("静岡県", "22"), "420-08%#", "54-2##", (34.9756, 138.3828)),
    city("金沢市", ("石川県", "17"), "920-09%#", "76-2##", (36.5613, 136.6562)),
    city("長野市", ("長野県", "20"), "380-08%#", "26-2##", (36.6513, 138.181)),
    city("岡山市北区", ("岡山県", "33"), "700-09%#", "86-2##", (34.6618, 133.935)),
    city("熊本市中央区", ("熊本県", "43"), "860-08%#", "96-3##", (32.8032, 130.7079)),
    city("鹿児島市", ("鹿児島県", "46"), "892-08%#", "99-2##", (31.5966, 130.5571)),
    city("那覇市", ("沖縄県", "47"), "900-00%#", "98-8##", (26.2124, 127.6809)),
];
