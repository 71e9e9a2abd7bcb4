//! Korean, of South Korea. The family name comes first, without a space.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "ko",
    language: "ko",
    first_names: [
        list!(
            "서연|Seoyeon, 서윤|Seoyun, 지우|Jiwoo, 서현|Seohyun, 하은|Haeun, 하윤|Hayun, 민서|Minseo, 지유|Jiyu, 윤서|Yunseo, 채원|Chaewon, \
             수아|Sua, 지아|Jia, 지민|Jimin, 은서|Eunseo, 다은|Daeun, 예은|Yeeun, 지윤|Jiyun, 소율|Soyul, 예린|Yerin, 수빈|Subin, \
             소윤|Soyun, 예원|Yewon, 지원|Jiwon, 유나|Yuna, 시은|Sieun, 채은|Chaeeun, 유진|Yujin, 윤아|Yuna, 가은|Gaeun, 서영|Seoyoung, \
             미영|Miyoung, 은정|Eunjung, 은주|Eunju, 현정|Hyunjung, 미경|Mikyung, 영희|Younghee, 정숙|Jungsook, 순자|Soonja, \
             영자|Youngja, 혜진|Hyejin, 지혜|Jihye, 수진|Sujin, 은영|Eunyoung, 민지|Minji, 보람|Boram, 아름|Areum, 하린|Harin, 나은|Naeun"
        ),
        list!(
            "민준|Minjun, 서준|Seojun, 도윤|Doyun, 예준|Yejun, 시우|Siwoo, 하준|Hajun, 주원|Juwon, 지호|Jiho, 지후|Jihoo, 준우|Junwoo, \
             준서|Junseo, 건우|Gunwoo, 도현|Dohyun, 현우|Hyunwoo, 지훈|Jihoon, 우진|Woojin, 선우|Sunwoo, 서진|Seojin, 연우|Yeonwoo, \
             유준|Yujun, 정우|Jungwoo, 승우|Seungwoo, 승현|Seunghyun, 시윤|Siyun, 준혁|Junhyuk, 은우|Eunwoo, 승민|Seungmin, 지환|Jihwan, \
             윤우|Yunwoo, 이준|Ijun, 동현|Donghyun, 성호|Sungho, 영수|Youngsoo, 영호|Youngho, 정훈|Junghoon, 성민|Sungmin, \
             상훈|Sanghoon, 진우|Jinwoo, 재현|Jaehyun, 태현|Taehyun, 민재|Minjae, 영철|Youngchul, 병철|Byungchul, 광수|Kwangsoo, \
             경수|Kyungsoo, 한결|Hangyeol, 시후|Sihoo, 민수|Minsoo, 철수|Chulsoo"
        ),
    ],
    last_names: list!(
        "김|Kim, 이|Lee, 박|Park, 최|Choi, 정|Jung, 강|Kang, 조|Cho, 윤|Yoon, 장|Jang, 임|Lim, 한|Han, 오|Oh, 서|Seo, 신|Shin, 권|Kwon, 황|Hwang, \
         안|Ahn, 송|Song, 전|Jeon, 홍|Hong, 유|Yoo, 고|Ko, 문|Moon, 양|Yang, 손|Son, 배|Bae, 백|Baek, 허|Heo, 남|Nam, 심|Shim, 노|Noh, 하|Ha, \
         곽|Kwak, 성|Sung, 차|Cha, 주|Joo, 우|Woo, 구|Koo, 나|Na, 민|Min, 진|Jin, 지|Ji, 엄|Um, 채|Chae, 원|Won, 천|Chun, 방|Bang, 공|Kong, \
         현|Hyun, 함|Ham, 변|Byun, 염|Yeom, 여|Yeo, 추|Choo, 도|Do, 소|So, 석|Seok, 선|Sun, 설|Seol, 마|Ma, 길|Gil, 연|Yeon, 위|Wi, 표|Pyo, \
         명|Myung, 기|Ki, 반|Ban, 왕|Wang, 금|Keum, 옥|Ok, 육|Yook, 인|In, 맹|Maeng, 남궁|Namgung, 제갈|Jegal, 선우|Sunwoo, 황보|Hwangbo"
    ),
    middle_names: [&[], &[]],
    full_name: "{last}{first}",
    prefixes: [list!("여사, 박사, 교수"), list!("선생, 박사, 교수")],
    suffixes: list!("님, 씨, 박사, 교수"),
    sexes: ["여성", "남성"],
    jobs: list!(
        "소프트웨어 엔지니어, 프로젝트 매니저, 영업부장, 영업사원, 회계사, 인사팀장, 마케팅 매니저, 데이터 분석가, 디자이너, 시스템 관리자, 기획팀장, 대표이사, \
         이사, 과장, 간호사, 교사, 건축사, 변호사, 연구원, 고객지원 담당자, 상품기획자, 품질관리 담당자"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "주식회사 {word}|{word}-co, {word} 주식회사|{word}-inc, ㈜{word}|{word}-corp, {word}그룹|{word}-group, {word}전자|{word}-electronics, \
         {word}건설|{word}-construction, {word}상사|{word}-trading, {word}테크|{word}-tech, {last}앤{other} 법률사무소|{last}-{other}-law"
    ),
    company_words: list!(
        "한빛|Hanbit, 새한|Saehan, 대성|Daesung, 동방|Dongbang, 미래|Mirae, 푸른|Pureun, 하늘|Haneul, 세종|Sejong, 백두|Baekdu, \
         한라|Halla, 누리|Nuri, 가온|Gaon, 태양|Taeyang, 나래|Narae, 온누리|Onnuri, 우람|Uram, 청솔|Cheongsol, 해오름|Haeoreum"
    ),
    mail_providers: list!("naver.com, gmail.com, hanmail.net, daum.net, nate.com"),
    domain_suffixes: list!("co.kr, co.kr, kr, com, or.kr, net"),
    countries: list!(
        "미국, 영국, 독일, 프랑스, 스페인, 이탈리아, 브라질, 포르투갈, 네덜란드, 스웨덴, 폴란드, 튀르키예, 러시아, 우크라이나, 사우디아라비아, 이집트, 아랍에미리트, 이란, \
         이스라엘, 인도, 일본, 대한민국, 중국, 대만, 베트남, 인도네시아, 캐나다, 오스트레일리아, 멕시코, 아르헨티나, 남아프리카 공화국, 싱가포르, 뉴질랜드, 아일랜드, \
         스위스, 오스트리아, 벨기에, 덴마크, 노르웨이, 핀란드"
    ),
};

static KOREA: Territory = Territory {
    country: "KR",
    streets: list!(
        "중앙로, 세종대로, 강남대로, 테헤란로, 을지로, 종로, 충무로, 번영로, 평화로, 시청로, 역전로, 대학로, 문화로, 해안로, 동서로, 남북로, 한강대로, 봉은사로, \
         월드컵로, 공원로, 산업로, 은행나무길, 벚꽃길, 학교길, 장미길"
    ),
    street_patterns: list!("{}"),
    building_numbers: list!("%, %#, %#, %##, %#-%"),
    line: "{street} {number}",
    secondary: list!("%0%호, %층, %0%동 %0%호"),
    address: "{region} {city} {line}",
    trunk: "0",
    phones: list!("0@-!##-####, 0@-!##-####, 010-!###-####, 010-!###-####, 010-!###-####"),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&KOREA, "Asia/Seoul"), name, region, postal, area, point)
}

const SEOUL: (&str, &str) = ("서울특별시", "11");
const BUSAN: (&str, &str) = ("부산광역시", "26");
const GYEONGGI: (&str, &str) = ("경기도", "41");

static CITIES: &[City] = &[
    city("강남구", SEOUL, "06%##", "2", (37.5172, 127.0473)),
    city("종로구", SEOUL, "03%##", "2", (37.573, 126.9794)),
    city("마포구", SEOUL, "04%##", "2", (37.5663, 126.9019)),
    city("송파구", SEOUL, "05%##", "2", (37.5145, 127.1059)),
    city("영등포구", SEOUL, "07%##", "2", (37.5264, 126.8962)),
    city("해운대구", BUSAN, "480##", "51", (35.1631, 129.1636)),
    city("부산진구", BUSAN, "472##", "51", (35.1631, 129.0532)),
    city("수성구", ("대구광역시", "27"), "421##", "53", (35.8584, 128.6306)),
    city("남동구", ("인천광역시", "28"), "215##", "32", (37.4473, 126.7314)),
    city("북구", ("광주광역시", "29"), "611##", "62", (35.1741, 126.912)),
    city("유성구", ("대전광역시", "30"), "341##", "42", (36.3624, 127.3566)),
    city("남구", ("울산광역시", "31"), "446##", "52", (35.5438, 129.3301)),
    city("세종시", ("세종특별자치시", "50"), "301##", "44", (36.48, 127.289)),
    city("수원시", GYEONGGI, "164##", "31", (37.2636, 127.0286)),
    city("성남시", GYEONGGI, "135##", "31", (37.42, 127.1267)),
    city("고양시", GYEONGGI, "104##", "31", (37.6584, 126.832)),
    city("용인시", GYEONGGI, "170##", "31", (37.2411, 127.1776)),
    city("춘천시", ("강원특별자치도", "42"), "243##", "33", (37.8813, 127.7298)),
    city("강릉시", ("강원특별자치도", "42"), "254##", "33", (37.7519, 128.8761)),
    city("청주시", ("충청북도", "43"), "285##", "43", (36.6424, 127.489)),
    city("천안시", ("충청남도", "44"), "311##", "41", (36.8151, 127.1139)),
    city("전주시", ("전북특별자치도", "45"), "549##", "63", (35.8242, 127.148)),
    city("여수시", ("전라남도", "46"), "597##", "61", (34.7604, 127.6622)),
    city("목포시", ("전라남도", "46"), "586##", "61", (34.8118, 126.3922)),
    city("포항시", ("경상북도", "47"), "376##", "54", (36.019, 129.3435)),
    city("경주시", ("경상북도", "47"), "381##", "54", (35.8562, 129.2247)),
    city("창원시", ("경상남도", "48"), "514##", "55", (35.2281, 128.6811)),
    city("제주시", ("제주특별자치도", "49"), "631##", "64", (33.4996, 126.5312)),
];
