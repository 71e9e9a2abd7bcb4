//! Words, sentences, titles: Latin, and Chinese where the name begins with `c`.

use super::{Mock, Placeholder};
use crate::dynamic::Output;
use fake::locales::{Data, EN};

/// No text has more words, sentences or characters than this.
const MAX_COUNT: usize = 1000;

pub(super) const PLACEHOLDERS: &[Placeholder] = &[
    Placeholder::new(
        "cparagraph",
        "@cparagraph(1, 3)",
        "Chinese sentences: how many, or at least and at most.",
        |mock| {
            let count = mock.count(0, 3, 7, 200);
            for _ in 0..count {
                let length = mock.scope.rng.between(12, 18);
                chinese(mock, length);
                mock.text("。");
            }
            Output::Text
        },
    ),
    Placeholder::new("csentence", "@csentence(5, 10)", "A Chinese sentence: how many characters.", |mock| {
        let length = mock.count(0, 12, 18, MAX_COUNT);
        chinese(mock, length);
        mock.text("。")
    }),
    Placeholder::new("ctitle", "@ctitle(3, 5)", "A Chinese title: how many characters.", |mock| {
        let length = mock.count(0, 3, 7, MAX_COUNT);
        chinese(mock, length)
    }),
    Placeholder::new(
        "cword",
        "@cword('零一二三四五六七八九十', 3)",
        "Chinese characters, out of a text where one is given.",
        |mock| {
            let pool: Option<Vec<char>> =
                mock.string(0).filter(|text| text.parse::<i64>().is_err()).map(|text| text.chars().collect());
            let length = mock.count(usize::from(pool.is_some()), 1, 1, MAX_COUNT);
            match pool {
                Some(pool) => {
                    for _ in 0..length {
                        mock.scope.out.extend(mock.scope.rng.pick(&pool));
                    }
                    Output::Text
                }
                None => chinese(mock, length),
            }
        },
    ),
    Placeholder::new(
        "paragraph",
        "@paragraph(1, 3)",
        "Latin sentences: how many, or at least and at most.",
        |mock| {
            let count = mock.count(0, 3, 7, 200);
            for index in 0..count {
                if index > 0 {
                    mock.text(" ");
                }
                let length = mock.scope.rng.between(12, 18);
                words(mock, length, false);
                mock.text(".");
            }
            Output::Text
        },
    ),
    Placeholder::new("sentence", "@sentence(3, 5)", "A Latin sentence: how many words.", |mock| {
        let count = mock.count(0, 12, 18, MAX_COUNT);
        words(mock, count, false);
        mock.text(".")
    }),
    Placeholder::new("title", "@title(3, 5)", "Latin words with capitals: how many.", |mock| {
        let count = mock.count(0, 3, 7, MAX_COUNT);
        words(mock, count, true)
    }),
    Placeholder::new("word", "@word(3, 5)", "A Latin word: how many letters.", |mock| {
        let length = mock.count(0, 3, 10, MAX_COUNT);
        word(mock, length)
    }),
];

/// Latin words, the first one with a capital, or all of them.
fn words(mock: &mut Mock<'_, '_>, count: usize, all: bool) -> Output {
    for index in 0..count {
        if index > 0 {
            mock.text(" ");
        }
        let word = mock.scope.rng.pick(EN::LOREM_WORD).copied().unwrap_or("lorem");
        let mut letters = word.chars();
        if all || index == 0 {
            mock.scope.out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        }
        mock.text(letters.as_str());
    }
    Output::Text
}

/// A Latin word of so many letters; letters at random where there is none.
fn word(mock: &mut Mock<'_, '_>, length: usize) -> Output {
    let first = mock.scope.rng.below(EN::LOREM_WORD.len());
    let mut from_there = EN::LOREM_WORD.iter().cycle().skip(first).take(EN::LOREM_WORD.len());
    if let Some(word) = from_there.find(|word| word.len() == length) {
        return mock.text(word);
    }
    for _ in 0..length {
        let letter = mock.scope.rng.below(26) as u8;
        mock.scope.out.push(char::from(b'a' + letter));
    }
    Output::Text
}

/// So many Chinese characters: words of two, and a single one where the number is odd.
fn chinese(mock: &mut Mock<'_, '_>, length: usize) -> Output {
    for _ in 0..length / 2 {
        let word = mock.scope.rng.pick(WORDS).copied().unwrap_or_default();
        mock.text(word);
    }
    if length % 2 == 1 {
        let character = mock.scope.rng.pick(CHARACTERS).copied();
        mock.scope.out.extend(character);
    }
    Output::Text
}

/// Common words of two characters.
const WORDS: &[&str] = &[
    "时间", "工作", "生活", "世界", "学习", "城市", "社会", "经济", "文化", "历史", "技术", "科学", "自然",
    "环境", "健康", "教育", "音乐", "电影", "图书", "故事", "朋友", "家庭", "孩子", "老师", "学生", "公司",
    "产品", "服务", "市场", "客户", "项目", "计划", "目标", "方法", "问题", "答案", "经验", "能力", "机会",
    "未来", "今天", "明天", "春天", "夏天", "秋天", "冬天", "早晨", "夜晚", "阳光", "天空", "大海", "山川",
    "河流", "森林", "花园", "道路", "旅行", "风景", "美食", "水果", "咖啡", "茶叶", "衣服", "房屋", "汽车",
    "火车", "飞机", "手机", "电脑", "网络", "信息", "数据", "系统", "平台", "设计", "开发", "测试", "管理",
    "发展", "创新", "合作", "交流", "分享", "支持", "质量", "安全", "标准", "流程", "报告", "会议", "活动",
    "比赛", "体育", "运动", "新闻", "文章", "语言", "思想", "情感", "快乐", "希望", "梦想", "勇气", "友谊",
    "成功", "努力", "进步", "变化", "选择", "决定", "开始", "结果", "关系", "价值", "意义", "力量", "精神",
    "传统", "艺术", "建筑", "农业", "工业", "能源", "交通", "金融", "医疗",
];

const CHARACTERS: &[char] = &[
    '人', '山', '水', '风', '云', '月', '日', '星', '花', '树', '书', '画', '诗', '歌', '茶', '酒', '家',
    '国', '城', '海', '路', '桥', '门', '光', '声', '梦', '心', '手', '雨', '雪',
];

#[cfg(test)]
mod tests {
    use super::{CHARACTERS, WORDS};
    use crate::dynamic::template::testing::draw;

    #[test]
    fn lengths_count() {
        for seed in 0..50 {
            let length = |text: &str| draw(text, "en", seed).1.chars().count();
            let words = |text: &str| draw(text, "en", seed).1.split(' ').count();
            assert_eq!(length("@ctitle(4)"), 4);
            assert!((3..=7).contains(&length("@ctitle")));
            assert_eq!(length("@csentence(5)"), 6);
            assert!((2..=3).contains(&length("@cword(2,3)")));
            assert_eq!(length("@cword"), 1);
            assert!(draw("@cword('零一',9)", "en", seed).1.chars().all(|next| next == '零' || next == '一'));
            assert_eq!(draw("@cparagraph(2)", "en", seed).1.matches('。').count(), 2);
            assert!((12..=18).contains(&words("@sentence")));
            assert_eq!(words("@title(4)"), 4);
            assert_eq!(draw("@paragraph(3)", "en", seed).1.matches('.').count(), 3);
            assert_eq!(length("@word(7)"), 7);
            assert_eq!(length("@word(40)"), 40);
            assert!(length("@title(999999999)") < 20_000);
        }
    }

    #[test]
    fn the_lists_are_what_they_say() {
        assert!(WORDS.iter().all(|word| word.chars().count() == 2));
        assert!(CHARACTERS.iter().all(|next| ('\u{4e00}'..'\u{a000}').contains(next)));
    }
}
