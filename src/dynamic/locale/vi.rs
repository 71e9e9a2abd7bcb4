//! Vietnamese, of Vietnam. The family name comes first.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "vi",
    language: "vi",
    first_names: [
        list!(
            "Anh, Hương, Lan, Linh, Mai, Hoa, Hằng, Hạnh, Hiền, Huệ, Huyền, Loan, Ly, My, Nga, Ngân, Ngọc, Nhi, Nhung, Oanh, \
             Phương, Quỳnh, Thanh, Thảo, Thu, Thúy, Thủy, Tiên, Trâm, Trang, Trinh, Tuyết, Uyên, Vân, Vy, Xuân, Yến, Diệp, \
             Dung, Giang, Hà, Khánh, Kiều, Liên, Nguyệt, Như, Thơ, Trúc, Tú, Bích"
        ),
        list!(
            "An, Bảo, Bình, Công, Cường, Đạt, Dũng, Duy, Đức, Hải, Hiếu, Hoàng, Hùng, Huy, Khang, Khánh, Khoa, Khôi, Kiên, Long, \
             Lâm, Minh, Nam, Nghĩa, Nhân, Phát, Phong, Phú, Phúc, Quân, Quang, Quốc, Sơn, Tài, Tâm, Tân, Thái, Thắng, Thành, \
             Thiện, Thịnh, Tiến, Toàn, Trí, Trung, Tuấn, Tùng, Việt, Vinh, Vũ"
        ),
    ],
    last_names: list!(
        "Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đào, Đoàn, Vương, Trịnh, Đinh, \
         Lâm, Phùng, Mai, Tô, Hà, Trương, Tạ, Lương, Cao, Châu, Thái, Quách, La, Kiều, Lưu, Hứa, Nghiêm, Tăng, Chu, Doãn, \
         Khổng, Lục, Mạc, Ninh, Ông, Phó, Quan, Thạch, Thân, Tiêu, Từ, Tống, Triệu, Văn, Vi, Viên, Bạch, Cù, Diệp, Giang, Kim"
    ),
    middle_names: [
        list!(
            "Thị, Thị, Ngọc, Thanh, Thu, Kim, Mỹ, Minh, Hồng, Bảo, Diệu, Khánh, Phương, Quỳnh, Thùy, Tuyết, Xuân, Ánh"
        ),
        list!(
            "Văn, Văn, Hữu, Đức, Công, Quang, Minh, Thành, Đình, Xuân, Ngọc, Quốc, Gia, Anh, Bá, Duy, Hoàng, Trọng"
        ),
    ],
    full_name: "{last} {middle} {first}",
    prefixes: [list!("Bà, Cô, Chị, TS."), list!("Ông, Anh, TS.")],
    suffixes: list!("PhD, MBA, MSc"),
    sexes: ["nữ", "nam"],
    jobs: list!(
        "Kỹ sư phần mềm, Trưởng phòng kinh doanh, Kế toán, Nhân viên văn phòng, Chuyên viên marketing, Giáo viên, Bác sĩ, Điều dưỡng, \
         Kiến trúc sư, Luật sư, Quản lý dự án, Phân tích dữ liệu, Nhân viên bán hàng, Giám đốc điều hành, Kỹ sư xây dựng, \
         Thiết kế đồ họa, Trưởng phòng nhân sự, Tư vấn viên, Thủ kho, Kỹ thuật viên, Chuyên viên tài chính"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "Công ty TNHH {word}|{word}-tnhh, Công ty Cổ phần {word}|{word}-jsc, Tập đoàn {word}|{word}-group, \
         Công ty TNHH {word} {last}|{word}-{last}, Công ty Cổ phần {word} {last}|{word}-{last}-jsc, \
         Doanh nghiệp tư nhân {last} {other}|{last}-{other}"
    ),
    company_words: list!(
        "Thành Công, Phú Quý, An Phát, Hòa Bình, Sao Mai, Đại Dương, Bình Minh, Thịnh Vượng, Tân Tiến, Hoàng Long, Trường Sơn, \
         Phương Đông, Minh Khai, Việt Tiến, Hải Đăng, Kim Sơn"
    ),
    mail_providers: list!("gmail.com, yahoo.com.vn, yahoo.com, outlook.com, hotmail.com, icloud.com"),
    domain_suffixes: list!("vn, com.vn, com.vn, com, net.vn, net"),
    countries: list!(
        "Hoa Kỳ, Vương quốc Anh, Đức, Pháp, Tây Ban Nha, Ý, Brazil, Bồ Đào Nha, Hà Lan, Thụy Điển, Ba Lan, Thổ Nhĩ Kỳ, Nga, \
         Ukraina, Ả Rập Xê Út, Ai Cập, Các Tiểu vương quốc Ả Rập Thống nhất, Iran, Israel, Ấn Độ, Nhật Bản, Hàn Quốc, \
         Trung Quốc, Đài Loan, Việt Nam, Indonesia, Canada, Úc, Mexico, Argentina, Nam Phi, Singapore, New Zealand, Ireland, \
         Thụy Sĩ, Áo, Bỉ, Đan Mạch, Na Uy, Phần Lan"
    ),
};

static VIETNAM: Territory = Territory {
    country: "VN",
    streets: list!(
        "Lê Lợi, Nguyễn Huệ, Trần Hưng Đạo, Hai Bà Trưng, Lý Thường Kiệt, Nguyễn Trãi, Quang Trung, Điện Biên Phủ, Phan Chu Trinh, \
         Lê Duẩn, Nguyễn Văn Cừ, Võ Thị Sáu, Phạm Ngũ Lão, Lý Thái Tổ, Bà Triệu, Hoàng Diệu, Ngô Quyền, Lê Hồng Phong, \
         Trần Phú, Nguyễn Du, Cách Mạng Tháng Tám, Hùng Vương, Pasteur, Tôn Đức Thắng"
    ),
    street_patterns: list!("đường {}, đường {}, {}"),
    building_numbers: list!("%, %#, %##, %#/%, %#/%#"),
    line: "{number} {street}",
    secondary: list!("Phòng %0%, Tầng %, Căn hộ %#0%"),
    address: "{line}, {city} {postal}",
    trunk: "0",
    phones: list!(
        "0@ ### ###, 091# ### ###, 098# ### ###, 090# ### ###, 097# ### ###, 035# ### ###, 077# ### ###"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&VIETNAM, "Asia/Ho_Chi_Minh"), name, region, postal, area, point)
}

static CITIES: &[City] = &[
    city("Hà Nội", ("Hà Nội", "HN"), "1%%##", "24 3#", (21.0278, 105.8342)),
    city("Thành phố Hồ Chí Minh", ("Thành phố Hồ Chí Minh", "SG"), "7%%##", "28 3#", (10.8231, 106.6297)),
    city("Đà Nẵng", ("Đà Nẵng", "DN"), "550##", "236 3", (16.0544, 108.2022)),
    city("Hải Phòng", ("Hải Phòng", "HP"), "18%##", "225 3", (20.8449, 106.6881)),
    city("Cần Thơ", ("Cần Thơ", "CT"), "94%##", "292 3", (10.0452, 105.7469)),
    city("Huế", ("Thừa Thiên Huế", "26"), "49%##", "234 3", (16.4637, 107.5909)),
    city("Nha Trang", ("Khánh Hòa", "34"), "57%##", "258 3", (12.2388, 109.1967)),
    city("Đà Lạt", ("Lâm Đồng", "35"), "66%##", "263 3", (11.9404, 108.4583)),
    city("Biên Hòa", ("Đồng Nai", "39"), "76%##", "251 3", (10.9574, 106.8427)),
    city("Thủ Dầu Một", ("Bình Dương", "57"), "75%##", "274 3", (10.9805, 106.6519)),
    city("Vũng Tàu", ("Bà Rịa - Vũng Tàu", "43"), "78%##", "254 3", (10.346, 107.0843)),
    city("Quy Nhơn", ("Bình Định", "31"), "55%##", "256 3", (13.783, 109.2197)),
    city("Buôn Ma Thuột", ("Đắk Lắk", "33"), "63%##", "262 3", (12.6667, 108.05)),
    city("Vinh", ("Nghệ An", "22"), "43%##", "238 3", (18.6796, 105.6813)),
    city("Thanh Hóa", ("Thanh Hóa", "21"), "40%##", "237 3", (19.8067, 105.7852)),
    city("Nam Định", ("Nam Định", "67"), "07%##", "228 3", (20.4388, 106.1621)),
    city("Hạ Long", ("Quảng Ninh", "13"), "01%##", "203 3", (20.9517, 107.08)),
    city("Thái Nguyên", ("Thái Nguyên", "69"), "24%##", "208 3", (21.5942, 105.8482)),
    city("Bắc Ninh", ("Bắc Ninh", "56"), "16%##", "222 3", (21.1861, 106.0763)),
    city("Hải Dương", ("Hải Dương", "61"), "03%##", "220 3", (20.9373, 106.3146)),
    city("Long Xuyên", ("An Giang", "44"), "90%##", "296 3", (10.3864, 105.4352)),
    city("Mỹ Tho", ("Tiền Giang", "46"), "84%##", "273 3", (10.36, 106.36)),
    city("Phan Thiết", ("Bình Thuận", "40"), "77%##", "252 3", (10.9289, 108.1021)),
    city("Pleiku", ("Gia Lai", "30"), "61%##", "269 3", (13.9833, 108.0)),
];
