//! The provinces as sales data name them, in both languages.

use crate::base::locale::Locale;

/// Chinese short name, English name.
pub static PROVINCES: [(&str, &str); 34] = [
    ("北京", "Beijing"),
    ("天津", "Tianjin"),
    ("河北", "Hebei"),
    ("山西", "Shanxi"),
    ("内蒙古", "Inner Mongolia"),
    ("辽宁", "Liaoning"),
    ("吉林", "Jilin"),
    ("黑龙江", "Heilongjiang"),
    ("上海", "Shanghai"),
    ("江苏", "Jiangsu"),
    ("浙江", "Zhejiang"),
    ("安徽", "Anhui"),
    ("福建", "Fujian"),
    ("江西", "Jiangxi"),
    ("山东", "Shandong"),
    ("河南", "Henan"),
    ("湖北", "Hubei"),
    ("湖南", "Hunan"),
    ("广东", "Guangdong"),
    ("广西", "Guangxi"),
    ("海南", "Hainan"),
    ("重庆", "Chongqing"),
    ("四川", "Sichuan"),
    ("贵州", "Guizhou"),
    ("云南", "Yunnan"),
    ("西藏", "Tibet"),
    ("陕西", "Shaanxi"),
    ("甘肃", "Gansu"),
    ("青海", "Qinghai"),
    ("宁夏", "Ningxia"),
    ("新疆", "Xinjiang"),
    ("香港", "Hong Kong"),
    ("澳门", "Macao"),
    ("台湾", "Taiwan"),
];

/// A province under its short name: 广东省 and 广西壮族自治区 are 广东 and 广西. Anything else (a
/// city, 海外) is left as it is, without the spaces around it.
pub fn short_name(name: &str) -> &str {
    let name = name.trim();
    let found = PROVINCES.iter().find(|(zh, _)| {
        name.strip_prefix(zh).is_some_and(|rest| {
            matches!(rest, "省" | "市") || rest.ends_with("自治区") || rest.ends_with("特别行政区")
        })
    });
    found.map_or(name, |(zh, _)| zh)
}

/// A province in a language; any other name as it is.
pub fn region_name(name: &str, locale: Locale) -> &str {
    let found = PROVINCES.iter().find(|(zh, en)| *zh == name || en.eq_ignore_ascii_case(name));
    match (found, locale) {
        (Some((zh, _)), Locale::Zh) => zh,
        (Some((_, en)), Locale::En) => en,
        (None, _) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_are_known_by_any_of_their_names() {
        for (long, short) in [
            ("广东省", "广东"),
            (" 上海市", "上海"),
            ("广西壮族自治区", "广西"),
            ("内蒙古自治区", "内蒙古"),
            ("香港特别行政区", "香港"),
            ("广东", "广东"),
            ("吉林市场", "吉林市场"),
            ("海外", "海外"),
        ] {
            assert_eq!(short_name(long), short);
        }
        assert_eq!(region_name("浙江", Locale::En), "Zhejiang");
        assert_eq!(region_name("zhejiang", Locale::Zh), "浙江");
        assert_eq!(region_name("义乌", Locale::En), "义乌");
    }
}
