//! Chinese in traditional characters, of Taiwan. The family name comes first, without a space.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "zh_TW",
    language: "zh",
    first_names: [
        list!(
            "怡君|YiChun, 雅婷|YaTing, 欣怡|HsinYi, 淑芬|ShuFen, 美玲|MeiLing, 淑惠|ShuHui, 麗華|LiHua, 佳穎|ChiaYing, 詩涵|ShihHan, \
             宜蓁|YiChen, 心怡|XinYi, 雅雯|YaWen, 惠君|HuiChun, 佩珊|PeiShan, 靜怡|ChingYi, 思妤|SzuYu, 語彤|YuTung, 品妍|PinYen, \
             子晴|TzuChing, 宥蓁|YuChen, 詠晴|YungChing, 芷涵|ChihHan, 郁婷|YuTing, 婉婷|WanTing, 家瑜|ChiaYu, 慧君|HueiChun, \
             秀英|HsiuYing, 秀琴|HsiuChin, 月娥|YuehO, 素珍|SuChen, 淑貞|ShuChen, 鈺婷|YuhTing, 筱涵|HsiaoHan, 佩君|PeiChun, \
             雅惠|YaHui, 姿吟|TzuYin, 曉萍|HsiaoPing, 庭瑄|TingHsuan, 若彤|JoTung, 映彤|YingTung, 采潔|TsaiChieh, 沛恩|PeiEn, 依婷|ITing"
        ),
        list!(
            "家豪|ChiaHao, 志明|ChihMing, 俊傑|ChunChieh, 建宏|ChienHung, 俊宏|ChunHung, 志豪|ChihHao, 志偉|ChihWei, 文雄|WenHsiung, \
             承恩|ChengEn, 宗翰|TsungHan, 冠宇|KuanYu, 冠廷|KuanTing, 柏翰|PoHan, 彥廷|YenTing, 宇翔|YuHsiang, 承翰|ChengHan, \
             品睿|PinJui, 宥廷|YuTing, 睿恩|JuiEn, 子軒|TzuHsuan, 柏宇|PoYu, 信宏|HsinHung, 嘉宏|ChiaHung, 明哲|MingChe, \
             金龍|ChinLung, 進財|ChinTsai, 國華|KuoHua, 正雄|ChengHsiung, 文彬|WenPin, 振宇|ChenYu, 智凱|ChihKai, 耀文|YaoWen, \
             威廷|WeiTing, 哲瑋|CheWei, 育誠|YuCheng, 奕辰|YiChen, 偉倫|WeiLun, 政憲|ChengHsien, 建志|ChienChih, 俊賢|ChunHsien, \
             瑞祥|JuiHsiang, 銘宏|MingHung, 紹安|ShaoAn"
        ),
    ],
    last_names: list!(
        "陳|Chen, 林|Lin, 黃|Huang, 張|Chang, 李|Lee, 王|Wang, 吳|Wu, 劉|Liu, 蔡|Tsai, 楊|Yang, 許|Hsu, 鄭|Cheng, 謝|Hsieh, 洪|Hung, 郭|Kuo, \
         邱|Chiu, 曾|Tseng, 廖|Liao, 賴|Lai, 徐|Hsu, 周|Chou, 葉|Yeh, 蘇|Su, 莊|Chuang, 呂|Lu, 江|Chiang, 何|Ho, 蕭|Hsiao, 羅|Lo, 高|Kao, \
         潘|Pan, 簡|Chien, 朱|Chu, 鍾|Chung, 游|Yu, 彭|Peng, 詹|Chan, 胡|Hu, 施|Shih, 沈|Shen, 余|Yu, 盧|Lu, 梁|Liang, 趙|Chao, 顏|Yen, \
         柯|Ko, 翁|Weng, 魏|Wei, 孫|Sun, 戴|Tai, 范|Fan, 方|Fang, 宋|Sung, 鄧|Teng, 杜|Tu, 傅|Fu, 侯|Hou, 曹|Tsao, 薛|Hsueh, 丁|Ting, \
         卓|Cho, 阮|Juan, 馬|Ma, 董|Tung, 溫|Wen, 唐|Tang, 藍|Lan, 蔣|Chiang, 石|Shih, 古|Ku, 紀|Chi, 姚|Yao, 連|Lien, 馮|Feng, 歐陽|Ouyang"
    ),
    middle_names: [&[], &[]],
    full_name: "{last}{first}",
    prefixes: [list!("女士, 小姐, 博士, 教授"), list!("先生, 博士, 教授")],
    suffixes: list!("博士, 教授, 碩士"),
    sexes: ["女", "男"],
    jobs: list!(
        "軟體工程師, 產品經理, 專案經理, 業務經理, 行銷總監, 財務主管, 會計, 人資經理, 資料分析師, 前端工程師, 後端工程師, 測試工程師, 系統管理員, 設計師, 總經理, \
         行政助理, 客服專員, 採購經理, 法務專員, 教師, 醫師, 企劃專員"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{word}股份有限公司|{word}-corp, {word}科技股份有限公司|{word}-tech, {word}有限公司|{word}-co, {word}實業股份有限公司|{word}-industry, \
         {word}國際有限公司|{word}-intl, {word}資訊股份有限公司|{word}-info, {word}企業社|{word}-enterprise, {last}記{word}有限公司|{last}-{word}"
    ),
    company_words: list!(
        "宏圖|hungtu, 光華|kuanghua, 中興|chunghsing, 日昇|jihsheng, 鼎泰|tingtai, 金山|chinshan, 明德|mingte, 佳興|chiahsing, \
         永盛|yungsheng, 瑞豐|juifeng, 立德|lite, 晨光|chenkuang, 海天|haitien, 青雲|chingyun, 向陽|hsiangyang, 百川|paichuan, \
         春暉|chunhui, 高昇|kaosheng, 嘉禾|chiaho"
    ),
    mail_providers: list!("gmail.com, yahoo.com.tw, hotmail.com, outlook.com, msa.hinet.net"),
    domain_suffixes: list!("tw, com.tw, com.tw, com, org.tw, net.tw"),
    countries: list!(
        "美國, 英國, 德國, 法國, 西班牙, 義大利, 巴西, 葡萄牙, 荷蘭, 瑞典, 波蘭, 土耳其, 俄羅斯, 烏克蘭, 沙烏地阿拉伯, 埃及, 阿拉伯聯合大公國, 伊朗, 以色列, 印度, 日本, \
         南韓, 中國, 台灣, 越南, 印尼, 加拿大, 澳洲, 墨西哥, 阿根廷, 南非, 新加坡, 紐西蘭, 愛爾蘭, 瑞士, 奧地利, 比利時, 丹麥, 挪威, 芬蘭"
    ),
};

static TAIWAN: Territory = Territory {
    country: "TW",
    streets: list!(
        "中山路, 中正路, 民生路, 民權路, 民族路, 復興路, 忠孝東路, 仁愛路, 信義路, 和平路, 光復路, 建國路, 成功路, 自由路, 文化路, 大同路, 三民路, 博愛路, 中華路, 公園路, \
         新生路, 永和路, 學府路, 四維路, 五福路"
    ),
    street_patterns: list!("{}, {}, {}一段, {}二段, {}三段"),
    building_numbers: list!("%號, %#號, %#號, %##號, %#巷%號"),
    line: "{street}{number}",
    secondary: list!("%樓, %樓之%, %#樓"),
    address: "{postal}{region}{city}{line}",
    trunk: "0",
    phones: list!("0@-####, 0@-####, 0910-###-###, 0922-###-###, 0933-###-###, 0955-###-###, 0987-###-###"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&TAIWAN, "Asia/Taipei"), name, region, postal, area, point)
}

const TAIPEI: (&str, &str) = ("台北市", "TPE");
const NEW_TAIPEI: (&str, &str) = ("新北市", "NWT");
const TAICHUNG: (&str, &str) = ("台中市", "TXG");
const TAINAN: (&str, &str) = ("台南市", "TNN");
const KAOHSIUNG: (&str, &str) = ("高雄市", "KHH");

static CITIES: &[City] = &[
    city("中正區", TAIPEI, "100", "2-2###", (25.0324, 121.5198)),
    city("大安區", TAIPEI, "106", "2-2###", (25.0264, 121.5434)),
    city("信義區", TAIPEI, "110", "2-2###", (25.0331, 121.5667)),
    city("內湖區", TAIPEI, "114", "2-2###", (25.0689, 121.5909)),
    city("士林區", TAIPEI, "111", "2-2###", (25.0928, 121.5199)),
    city("板橋區", NEW_TAIPEI, "220", "2-2###", (25.0096, 121.4591)),
    city("新店區", NEW_TAIPEI, "231", "2-2###", (24.9677, 121.5418)),
    city("淡水區", NEW_TAIPEI, "251", "2-2###", (25.1698, 121.4409)),
    city("桃園區", ("桃園市", "TAO"), "330", "3-3##", (24.9937, 121.297)),
    city("中壢區", ("桃園市", "TAO"), "320", "3-4##", (24.9653, 121.2246)),
    city("東區", ("新竹市", "HSZ"), "300", "3-5##", (24.8016, 120.9717)),
    city("西屯區", TAICHUNG, "407", "4-2###", (24.1653, 120.6335)),
    city("北區", TAICHUNG, "404", "4-2###", (24.166, 120.6822)),
    city("彰化市", ("彰化縣", "CHA"), "500", "4-7##", (24.0816, 120.5383)),
    city("南投市", ("南投縣", "NAN"), "540", "49-2##", (23.9096, 120.6845)),
    city("西區", ("嘉義市", "CYI"), "600", "5-2##", (23.4791, 120.4411)),
    city("中西區", TAINAN, "700", "6-2##", (22.9922, 120.197)),
    city("永康區", TAINAN, "710", "6-2##", (23.0262, 120.257)),
    city("苓雅區", KAOHSIUNG, "802", "7-3##", (22.6218, 120.3125)),
    city("左營區", KAOHSIUNG, "813", "7-3##", (22.6899, 120.295)),
    city("屏東市", ("屏東縣", "PIF"), "900", "8-7##", (22.6687, 120.4862)),
    city("宜蘭市", ("宜蘭縣", "ILA"), "260", "3-9##", (24.7521, 121.7531)),
    city("花蓮市", ("花蓮縣", "HUA"), "970", "3-8##", (23.9872, 121.6016)),
    city("台東市", ("台東縣", "TTT"), "950", "89-3#", (22.7583, 121.1444)),
    city("馬公市", ("澎湖縣", "PEN"), "880", "6-9##", (23.5655, 119.5793)),
];
