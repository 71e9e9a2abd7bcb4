//! Chinese names, places, identity cards. The places of one object agree.

use super::{Mock, Placeholder};
use crate::dynamic::{Argument, Arguments, Output};

pub(super) const PLACEHOLDERS: &[Placeholder] = &[
    Placeholder::new("cfirst", "@cfirst", "A Chinese family name: it comes first.", |mock| {
        mock.call("person.lastName", &Arguments::NONE, Some("zh_CN"))
    }),
    Placeholder::new("city", "@city(true)", "A city of China; with `true` after its province.", |mock| {
        let place = place(mock);
        if mock.argument(0) == Some(&Argument::Flag(true)) {
            mock.text(place.province);
            mock.text(" ");
        }
        mock.text(place.city)
    }),
    Placeholder::new("clast", "@clast", "A Chinese given name: it comes last.", |mock| {
        mock.call("person.firstName", &Arguments::NONE, Some("zh_CN"))
    }),
    Placeholder::new("cname", "@cname", "A Chinese name.", |mock| {
        mock.call("person.fullName", &Arguments::NONE, Some("zh_CN"))
    }),
    Placeholder::new(
        "county",
        "@county(true)",
        "A county of China; with `true` after its province and city.",
        |mock| {
            let place = place(mock);
            if mock.argument(0) == Some(&Argument::Flag(true)) {
                for part in [place.province, place.city] {
                    mock.text(part);
                    mock.text(" ");
                }
            }
            mock.text(place.county)
        },
    ),
    Placeholder::new(
        "id",
        "@id",
        "The number of a Chinese identity card, with its check character.",
        identity,
    ),
    Placeholder::new("province", "@province", "A province of China.", |mock| {
        let place = place(mock);
        mock.text(place.province)
    }),
    Placeholder::new("region", "@region", "A region of China.", |mock| {
        let place = place(mock);
        mock.text(place.region)
    }),
    Placeholder::new("zip", "@zip", "A Chinese postal code.", |mock| {
        let place = place(mock);
        mock.text(place.zip)
    }),
];

struct Place {
    region: &'static str,
    province: &'static str,
    city: &'static str,
    county: &'static str,
    zip: &'static str,
    /// The first six digits of identity cards.
    code: &'static str,
}

/// The place of the object.
fn place(mock: &mut Mock<'_, '_>) -> &'static Place {
    let rng = &mut *mock.scope.rng;
    let index = *mock.scope.entity.county.get_or_insert_with(|| rng.below(PLACES.len()));
    PLACES.get(index).unwrap_or(&FIRST)
}

/// Six digits of the place, eight of the birthday, three of the order, a check character (ISO 7064, MOD 11-2).
fn identity(mock: &mut Mock<'_, '_>) -> Output {
    let place = place(mock);
    let rng = &mut *mock.scope.rng;
    let (year, month, day) = (rng.between(1950, 2005), rng.between(1, 12), rng.between(1, 28));
    let order = rng.between(1, 999);
    let number = format!("{}{year:04}{month:02}{day:02}{order:03}", place.code);
    mock.text(&number);
    mock.scope.out.push(check_character(&number));
    Output::Text
}

fn check_character(number: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = number.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    "10X98765432".chars().nth((sum % 11) as usize).unwrap_or('X')
}

const fn at(
    region: &'static str,
    province: &'static str,
    city: &'static str,
    county: &'static str,
    zip: &'static str,
    code: &'static str,
) -> Place {
    Place { region, province, city, county, zip, code }
}

const FIRST: Place = at("华北", "北京", "北京市", "东城区", "100010", "110101");

const PLACES: &[Place] = &[
    FIRST,
    at("华北", "北京", "北京市", "海淀区", "100080", "110108"),
    at("华北", "天津", "天津市", "和平区", "300041", "120101"),
    at("华北", "河北省", "石家庄市", "长安区", "050011", "130102"),
    at("华北", "河北省", "唐山市", "路北区", "063000", "130203"),
    at("华北", "山西省", "太原市", "小店区", "030032", "140105"),
    at("华北", "内蒙古自治区", "呼和浩特市", "新城区", "010030", "150102"),
    at("东北", "辽宁省", "沈阳市", "和平区", "110001", "210102"),
    at("东北", "辽宁省", "大连市", "中山区", "116001", "210202"),
    at("东北", "吉林省", "长春市", "南关区", "130022", "220102"),
    at("东北", "黑龙江省", "哈尔滨市", "道里区", "150010", "230102"),
    at("华东", "上海", "上海市", "黄浦区", "200001", "310101"),
    at("华东", "上海", "上海市", "徐汇区", "200030", "310104"),
    at("华东", "江苏省", "南京市", "玄武区", "210018", "320102"),
    at("华东", "江苏省", "无锡市", "梁溪区", "214000", "320213"),
    at("华东", "浙江省", "杭州市", "上城区", "310002", "330102"),
    at("华东", "浙江省", "宁波市", "海曙区", "315000", "330203"),
    at("华东", "安徽省", "合肥市", "瑶海区", "230011", "340102"),
    at("华东", "福建省", "福州市", "鼓楼区", "350001", "350102"),
    at("华东", "福建省", "厦门市", "思明区", "361001", "350203"),
    at("华东", "江西省", "南昌市", "东湖区", "330006", "360102"),
    at("华东", "山东省", "济南市", "历下区", "250014", "370102"),
    at("华东", "山东省", "青岛市", "市南区", "266001", "370202"),
    at("华中", "河南省", "郑州市", "中原区", "450007", "410102"),
    at("华中", "河南省", "洛阳市", "老城区", "471002", "410302"),
    at("华中", "湖北省", "武汉市", "江岸区", "430014", "420102"),
    at("华中", "湖南省", "长沙市", "芙蓉区", "410011", "430102"),
    at("华南", "广东省", "广州市", "越秀区", "510030", "440104"),
    at("华南", "广东省", "广州市", "天河区", "510630", "440106"),
    at("华南", "广东省", "深圳市", "罗湖区", "518001", "440303"),
    at("华南", "广东省", "深圳市", "南山区", "518052", "440305"),
    at("华南", "广西壮族自治区", "南宁市", "青秀区", "530022", "450103"),
    at("华南", "海南省", "海口市", "秀英区", "570311", "460105"),
    at("西南", "重庆", "重庆市", "渝中区", "400010", "500103"),
    at("西南", "四川省", "成都市", "锦江区", "610011", "510104"),
    at("西南", "四川省", "绵阳市", "涪城区", "621000", "510703"),
    at("西南", "贵州省", "贵阳市", "南明区", "550001", "520102"),
    at("西南", "云南省", "昆明市", "五华区", "650032", "530102"),
    at("西南", "西藏自治区", "拉萨市", "城关区", "850000", "540102"),
    at("西北", "陕西省", "西安市", "新城区", "710004", "610102"),
    at("西北", "甘肃省", "兰州市", "城关区", "730030", "620102"),
    at("西北", "青海省", "西宁市", "城东区", "810007", "630102"),
    at("西北", "宁夏回族自治区", "银川市", "兴庆区", "750001", "640104"),
    at("西北", "新疆维吾尔自治区", "乌鲁木齐市", "天山区", "830002", "650102"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::template::testing::draw;

    #[test]
    fn places_of_one_object_agree() {
        for seed in 0..50 {
            let (_, text) =
                draw("@region|@province|@city|@county|@zip|@city(true)|@county(true)", "en", seed);
            let parts: Vec<&str> = text.split('|').collect();
            let place = PLACES.iter().find(|place| place.zip == parts[4]).unwrap();
            assert_eq!(parts[..4], [place.region, place.province, place.city, place.county]);
            assert_eq!(parts[5], format!("{} {}", place.province, place.city));
            assert_eq!(parts[6], format!("{} {} {}", place.province, place.city, place.county));
        }
    }

    #[test]
    fn identity_cards_check() {
        // The example of GB 11643.
        assert_eq!(check_character("11010519491231002"), 'X');
        for seed in 0..100 {
            let (_, number) = draw("@id", "en", seed);
            assert_eq!(number.len(), 18);
            assert!(number.ends_with(check_character(&number[..17])), "{number}");
        }
    }

    #[test]
    fn the_places_have_codes() {
        for place in PLACES {
            assert!(place.zip.len() == 6 && place.zip.bytes().all(|digit| digit.is_ascii_digit()));
            assert!(place.code.len() == 6 && place.code.bytes().all(|digit| digit.is_ascii_digit()));
        }
    }
}
