//! Chinese in simplified characters, of China. The family name comes first, without a space.

use super::list::list;
use super::{City, Locale, Territory};

pub(super) static LOCALE: Locale = Locale {
    code: "zh_CN",
    language: "zh",
    first_names: [
        list!(
            "芳|Fang, 娜|Na, 敏|Min, 静|Jing, 丽|Li, 艳|Yan, 娟|Juan, 霞|Xia, 秀英|Xiuying, 桂英|Guiying, 婷|Ting, 雪|Xue, 玉兰|Yulan, \
             欣怡|Xinyi, 梓涵|Zihan, 诗涵|Shihan, 雨涵|Yuhan, 思琪|Siqi, 佳怡|Jiayi, 梦瑶|Mengyao, 雅婷|Yating, 晓燕|Xiaoyan, \
             美玲|Meiling, 春梅|Chunmei, 海燕|Haiyan, 淑珍|Shuzhen, 秀兰|Xiulan, 丹丹|Dandan, 琳|Lin, 倩|Qian, 慧|Hui, 颖|Ying, 莹|Ying, \
             若曦|Ruoxi, 语嫣|Yuyan, 紫萱|Zixuan, 可馨|Kexin, 一诺|Yinuo, 依诺|Yinuo, 悦|Yue, 璐|Lu, 晨曦|Chenxi, 彤|Tong, 小红|Xiaohong, \
             红梅|Hongmei, 佩|Pei, 萍|Ping, 玲|Ling, 诗雨|Shiyu"
        ),
        list!(
            "伟|Wei, 强|Qiang, 磊|Lei, 军|Jun, 洋|Yang, 勇|Yong, 杰|Jie, 涛|Tao, 明|Ming, 超|Chao, 刚|Gang, 平|Ping, 辉|Hui, 鹏|Peng, \
             华|Hua, 飞|Fei, 鑫|Xin, 波|Bo, 斌|Bin, 宇|Yu, 浩|Hao, 凯|Kai, 健|Jian, 俊|Jun, 帆|Fan, 建国|Jianguo, 志强|Zhiqiang, \
             国栋|Guodong, 浩然|Haoran, 子轩|Zixuan, 宇航|Yuhang, 俊杰|Junjie, 天翔|Tianxiang, 子涵|Zihan, 博文|Bowen, \
             志远|Zhiyuan, 文博|Wenbo, 家豪|Jiahao, 明轩|Mingxuan, 晓明|Xiaoming, 海涛|Haitao, 振华|Zhenhua, 立新|Lixin, \
             永强|Yongqiang, 思远|Siyuan, 梓豪|Zihao, 一鸣|Yiming, 瑞|Rui, 晨|Chen"
        ),
    ],
    last_names: list!(
        "王|Wang, 李|Li, 张|Zhang, 刘|Liu, 陈|Chen, 杨|Yang, 黄|Huang, 赵|Zhao, 吴|Wu, 周|Zhou, 徐|Xu, 孙|Sun, 马|Ma, 朱|Zhu, 胡|Hu, 郭|Guo, \
         何|He, 林|Lin, 罗|Luo, 高|Gao, 郑|Zheng, 梁|Liang, 谢|Xie, 宋|Song, 唐|Tang, 许|Xu, 邓|Deng, 韩|Han, 冯|Feng, 曹|Cao, 彭|Peng, \
         曾|Zeng, 肖|Xiao, 田|Tian, 董|Dong, 潘|Pan, 袁|Yuan, 蔡|Cai, 蒋|Jiang, 余|Yu, 于|Yu, 杜|Du, 叶|Ye, 程|Cheng, 魏|Wei, 苏|Su, \
         吕|Lv, 丁|Ding, 任|Ren, 卢|Lu, 姚|Yao, 沈|Shen, 钟|Zhong, 姜|Jiang, 崔|Cui, 谭|Tan, 陆|Lu, 范|Fan, 汪|Wang, 廖|Liao, 石|Shi, 金|Jin, \
         韦|Wei, 贾|Jia, 夏|Xia, 付|Fu, 方|Fang, 邹|Zou, 熊|Xiong, 白|Bai, 孟|Meng, 秦|Qin, 邱|Qiu, 侯|Hou, 江|Jiang, 尹|Yin, 薛|Xue, \
         阎|Yan, 段|Duan, 雷|Lei, 龙|Long, 黎|Li, 史|Shi, 陶|Tao, 贺|He, 毛|Mao, 郝|Hao, 顾|Gu, 龚|Gong, 邵|Shao, 万|Wan, 欧阳|Ouyang, \
         上官|Shangguan, 司马|Sima"
    ),
    middle_names: [&[], &[]],
    full_name: "{last}{first}",
    prefixes: [list!("女士, 小姐, 博士, 教授"), list!("先生, 博士, 教授")],
    suffixes: list!("博士, 教授, 硕士"),
    sexes: ["女", "男"],
    jobs: list!(
        "软件工程师, 产品经理, 项目经理, 销售经理, 市场总监, 财务主管, 会计, 人力资源经理, 数据分析师, 前端开发工程师, 后端开发工程师, 测试工程师, 运维工程师, 设计师, \
         总经理, 行政助理, 客服专员, 采购经理, 法务专员, 教师, 医生, 运营专员"
    ),
    cities: CITIES,
    abroad: &[],
    companies: list!(
        "{word}科技有限公司|{word}-tech, {word}网络科技有限公司|{word}-net, {word}集团|{word}-group, {word}股份有限公司|{word}-corp, \
         {word}贸易有限公司|{word}-trade, {word}信息技术有限公司|{word}-it, {word}实业有限公司|{word}-industry, {word}传媒有限公司|{word}-media, \
         {last}氏{word}有限公司|{last}-{word}"
    ),
    company_words: list!(
        "华盛|huasheng, 鼎盛|dingsheng, 中天|zhongtian, 恒信|hengxin, 金桥|jinqiao, 新世纪|xinshiji, 东方|dongfang, 长城|changcheng, \
         瑞丰|ruifeng, 盛世|shengshi, 天成|tiancheng, 博远|boyuan, 星辰|xingchen, 明德|mingde, 凯旋|kaixuan, 宏图|hongtu, \
         云帆|yunfan, 飞扬|feiyang, 启明|qiming, 万象|wanxiang"
    ),
    mail_providers: list!("qq.com, 163.com, 126.com, sina.com, gmail.com, foxmail.com, outlook.com"),
    domain_suffixes: list!("cn, com.cn, com, com, net, net.cn"),
    countries: list!(
        "美国, 英国, 德国, 法国, 西班牙, 意大利, 巴西, 葡萄牙, 荷兰, 瑞典, 波兰, 土耳其, 俄罗斯, 乌克兰, 沙特阿拉伯, 埃及, 阿拉伯联合酋长国, 伊朗, 以色列, 印度, 日本, \
         韩国, 中国, 台湾, 越南, 印度尼西亚, 加拿大, 澳大利亚, 墨西哥, 阿根廷, 南非, 新加坡, 新西兰, 爱尔兰, 瑞士, 奥地利, 比利时, 丹麦, 挪威, 芬兰"
    ),
};

static CHINA: Territory = Territory {
    country: "CN",
    streets: list!(
        "人民路, 中山路, 解放路, 建设路, 和平路, 新华路, 胜利路, 文化路, 长江路, 黄河路, 北京路, 南京路, 友谊路, 光明路, 迎宾大道, 滨河路, 朝阳路, 学院路, 体育路, 花园路, \
         工业大道, 科技路, 高新大道, 世纪大道, 青年路, 幸福路, 民主路, 延安路"
    ),
    street_patterns: list!("{}, {}, {}, {}, {}"),
    building_numbers: list!("%号, %#号, %#号, %##号, %##号, %###号"),
    line: "{street}{number}",
    secondary: list!("%0%室, %#0%室, %单元%0%室, %号楼%0%室"),
    address: "{region}{city}{line}",
    trunk: "0",
    phones: list!(
        "0@ ####, 138 #### ####, 139 #### ####, 135 #### ####, 150 #### ####, 158 #### ####, 186 #### ####, 189 #### ####"
    ),
};

const fn city(
    name: &'static str,
    region: (&'static str, &'static str),
    postal: &'static str,
    area: &'static str,
    point: (f32, f32),
) -> City {
    City::new((&CHINA, "Asia/Shanghai"), name, region, postal, area, point)
}

const BEIJING: (&str, &str) = ("北京市", "BJ");
const SHANGHAI: (&str, &str) = ("上海市", "SH");
const GUANGDONG: (&str, &str) = ("广东省", "GD");
const JIANGSU: (&str, &str) = ("江苏省", "JS");
const ZHEJIANG: (&str, &str) = ("浙江省", "ZJ");
const SHANDONG: (&str, &str) = ("山东省", "SD");
const FUJIAN: (&str, &str) = ("福建省", "FJ");

static CITIES: &[City] = &[
    city("朝阳区", BEIJING, "1000##", "10-6###", (39.9219, 116.4436)),
    city("海淀区", BEIJING, "1000##", "10-8###", (39.9593, 116.2985)),
    city("浦东新区", SHANGHAI, "2001##", "21-5###", (31.2215, 121.5447)),
    city("徐汇区", SHANGHAI, "2000##", "21-6###", (31.1883, 121.4367)),
    city("渝中区", ("重庆市", "CQ"), "4000##", "23-6###", (29.5528, 106.5687)),
    city("和平区", ("天津市", "TJ"), "3000##", "22-2###", (39.1171, 117.2147)),
    city("广州市", GUANGDONG, "510#00", "20-8###", (23.1291, 113.2644)),
    city("深圳市", GUANGDONG, "518#00", "755-8###", (22.5431, 114.0579)),
    city("东莞市", GUANGDONG, "523#00", "769-2###", (23.0207, 113.7518)),
    city("佛山市", GUANGDONG, "528#00", "757-8###", (23.0215, 113.1214)),
    city("南京市", JIANGSU, "210#00", "25-8###", (32.0603, 118.7969)),
    city("苏州市", JIANGSU, "215#00", "512-6###", (31.2989, 120.5853)),
    city("无锡市", JIANGSU, "214#00", "510-8###", (31.4912, 120.3119)),
    city("杭州市", ZHEJIANG, "310#00", "571-8###", (30.2741, 120.1551)),
    city("宁波市", ZHEJIANG, "315#00", "574-8###", (29.8683, 121.544)),
    city("温州市", ZHEJIANG, "325#00", "577-8###", (27.9938, 120.6994)),
    city("成都市", ("四川省", "SC"), "610#00", "28-8###", (30.5728, 104.0668)),
    city("武汉市", ("湖北省", "HB"), "430#00", "27-8###", (30.5928, 114.3055)),
    city("长沙市", ("湖南省", "HN"), "410#00", "731-8###", (28.2282, 112.9388)),
    city("西安市", ("陕西省", "SN"), "710#00", "29-8###", (34.3416, 108.9398)),
    city("郑州市", ("河南省", "HA"), "450#00", "371-6###", (34.7466, 113.6254)),
    city("青岛市", SHANDONG, "266#00", "532-8###", (36.0671, 120.3826)),
    city("济南市", SHANDONG, "250#00", "531-8###", (36.6512, 117.1201)),
    city("厦门市", FUJIAN, "361#00", "592-5###", (24.4798, 118.0894)),
    city("福州市", FUJIAN, "350#00", "591-8###", (26.0745, 119.2965)),
    city("合肥市", ("安徽省", "AH"), "230#00", "551-6###", (31.8206, 117.2272)),
    city("沈阳市", ("辽宁省", "LN"), "110#00", "24-2###", (41.8057, 123.4315)),
    city("大连市", ("辽宁省", "LN"), "116#00", "411-8###", (38.914, 121.6147)),
    city("哈尔滨市", ("黑龙江省", "HL"), "150#00", "451-8###", (45.8038, 126.535)),
    city("昆明市", ("云南省", "YN"), "650#00", "871-6###", (25.0389, 102.7183)),
    city("南宁市", ("广西壮族自治区", "GX"), "530#00", "771-5###", (22.817, 108.3665)),
    city("贵阳市", ("贵州省", "GZ"), "550#00", "851-8###", (26.647, 106.6302)),
    city("乌鲁木齐市", ("新疆维吾尔自治区", "XJ"), "830#00", "991-4##", (43.8256, 87.6168))
        .zone("Asia/Urumqi"),
];
