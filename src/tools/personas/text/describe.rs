//! The description of a persona in one sentence, written from its fields (T-12).

use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::regions::region_name;
use crate::tools::personas::calc::shares::largest_first;
use crate::tools::personas::model::needs::NeedKind;
use crate::tools::personas::model::persona::{Persona, ShareRow};

/// From which share on a gender is said to be most of them.
const MOST: Ratio = Ratio::from_bp(6_000);

/// The description that is shown: the user's own words, or else the sentence from the fields.
pub fn description(persona: &Persona, locale: Locale) -> String {
    let own = match locale {
        Locale::Zh => &persona.words_zh,
        Locale::En => &persona.words_en,
    };
    match own {
        Some(words) if !words.trim().is_empty() => words.clone(),
        _ => sentence(persona, locale),
    }
}

/// The sentence from the fields: 「你的消费者是：…」. What is not known is left out; a persona with
/// nothing but a name is described by that.
pub fn sentence(persona: &Persona, locale: Locale) -> String {
    let mut clauses = match locale {
        Locale::Zh => clauses_zh(persona),
        Locale::En => clauses_en(persona),
    };
    clauses.retain(|clause| !clause.is_empty());
    if clauses.is_empty() {
        clauses.push(persona.name.clone());
    }
    match locale {
        Locale::Zh => format!("你的消费者是：{}。", clauses.join("，")),
        Locale::En => format!("Your customer: {}.", clauses.join("; ")),
    }
}

fn clauses_zh(persona: &Persona) -> Vec<String> {
    let said = |words: &str, before: &str| match words.trim() {
        "" => String::new(),
        words => format!("{before}{words}"),
    };
    vec![
        age(persona, Locale::Zh),
        gender(persona, Locale::Zh),
        said(&places(persona, Locale::Zh), "多在"),
        said(&persona.occupation, ""),
        said(&persona.life_space, "生活在"),
        said(&persona.attitudes.join("、"), "喜欢"),
        said(&top(&persona.occasions, 2).join("、"), "买来"),
        said(&quoted(&persona.keywords, '“', '”', "、"), "会搜"),
        said(&needs(persona, NeedKind::Hard).join("、"), "最看重"),
        said(&needs(persona, NeedKind::Latent).join("、"), "心里想的是"),
        said(&prices(persona, Locale::Zh), "愿意花 "),
        said(&persona.price_attitude, ""),
    ]
}

fn clauses_en(persona: &Persona) -> Vec<String> {
    let said = |words: &str, before: &str| match words.trim() {
        "" => String::new(),
        words => format!("{before}{words}"),
    };
    vec![
        age(persona, Locale::En),
        gender(persona, Locale::En),
        said(&places(persona, Locale::En), "mostly in "),
        said(&persona.occupation, ""),
        said(&persona.life_space, "lives and moves in "),
        said(&persona.attitudes.join(", "), "likes "),
        said(&top(&persona.occasions, 2).join(", "), "buys for "),
        said(&quoted(&persona.keywords, '“', '”', ", "), "searches for "),
        said(&needs(persona, NeedKind::Hard).join(", "), "must have: "),
        said(&needs(persona, NeedKind::Latent).join(", "), "hopes for: "),
        said(&prices(persona, Locale::En), "pays "),
        said(&persona.price_attitude, ""),
    ]
}

/// `25–34 岁`, `aged 25–34`; without the ends, the largest band.
pub fn age(persona: &Persona, locale: Locale) -> String {
    let years = match (persona.age_from, persona.age_to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => {
            return match locale {
                Locale::Zh => format!("{from} 岁以上"),
                Locale::En => format!("aged {from} and over"),
            };
        }
        (None, Some(to)) => {
            return match locale {
                Locale::Zh => format!("{to} 岁以下"),
                Locale::En => format!("aged {to} and under"),
            };
        }
        (None, None) => return top(&persona.ages, 1).concat(),
    };
    match locale {
        Locale::Zh => format!("{years} 岁"),
        Locale::En => format!("aged {years}"),
    }
}

fn gender(persona: &Persona, locale: Locale) -> String {
    let (female, male) = (persona.female, persona.male);
    let most = |share: Option<Ratio>| share.is_some_and(|share| MOST <= share);
    match (locale, female, male) {
        (_, None, None) => String::new(),
        (Locale::Zh, ..) if most(female) => "女性为主".to_owned(),
        (Locale::Zh, ..) if most(male) => "男性为主".to_owned(),
        (Locale::En, ..) if most(female) => "mostly women".to_owned(),
        (Locale::En, ..) if most(male) => "mostly men".to_owned(),
        (_, female, male) => {
            let names = match locale {
                Locale::Zh => ["女性 ", "男性 "],
                Locale::En => ["women ", "men "],
            };
            let parts = names.into_iter().zip([female, male]);
            let parts: Vec<String> = parts
                .filter_map(|(name, share)| Some(format!("{name}{}", share_text(share?))))
                .collect();
            parts.join(list_comma(locale))
        }
    }
}

fn places(persona: &Persona, locale: Locale) -> String {
    let names = largest_first(&persona.regions).into_iter().take(3);
    let names: Vec<&str> = names.map(|row| region_name(&row.name, locale)).collect();
    names.join(list_comma(locale))
}

/// `120–220 元`, `¥120–220`.
pub fn prices(persona: &Persona, locale: Locale) -> String {
    let whole = |amount| format::yuan_whole(amount);
    match (persona.price_from, persona.price_to, locale) {
        (None, None, _) => String::new(),
        (Some(from), Some(to), Locale::Zh) => format!("{}–{} 元", whole(from), whole(to)),
        (Some(from), Some(to), Locale::En) => format!("¥{}–{}", whole(from), whole(to)),
        (Some(from), None, Locale::Zh) => format!("{} 元以上", whole(from)),
        (Some(from), None, Locale::En) => format!("¥{} or more", whole(from)),
        (None, Some(to), Locale::Zh) => format!("{} 元以内", whole(to)),
        (None, Some(to), Locale::En) => format!("up to ¥{}", whole(to)),
    }
}

/// A share without needless decimals: `46%`, `14.2%`.
pub fn share_text(share: Ratio) -> String {
    if share.bp() % 100 == 0 { format::percent0(share) } else { format::percent1(share) }
}

/// The needs of a kind, in the user's order.
pub fn needs(persona: &Persona, kind: NeedKind) -> Vec<String> {
    let needs = persona.needs.iter().filter(|need| need.kind == kind);
    let texts = needs.map(|need| need.text.trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

fn top(rows: &[ShareRow], n_rows: usize) -> Vec<String> {
    let names = largest_first(rows).into_iter().map(|row| row.name.trim().to_owned());
    names.filter(|name| !name.is_empty()).take(n_rows).collect()
}

fn quoted(words: &[String], open: char, close: char, comma: &str) -> String {
    let quoted: Vec<String> =
        words.iter().take(2).map(|word| format!("{open}{word}{close}")).collect();
    quoted.join(comma)
}

/// Between the members of a list.
pub fn list_comma(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "、",
        Locale::En => ", ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::money::Money;
    use crate::tools::personas::model::needs::Need;

    fn row(name: &str, bp: i32) -> ShareRow {
        ShareRow::new(name.to_owned(), Some(Ratio::from_bp(bp)))
    }

    #[test]
    fn a_sentence_is_written_from_the_fields_in_both_languages() {
        let mut persona = Persona::new(Id::from_bits(1), "送女友礼物的他".to_owned());
        assert_eq!(sentence(&persona, Locale::Zh), "你的消费者是：送女友礼物的他。");
        persona.age_from = Some(25);
        persona.age_to = Some(34);
        persona.male = Some(Ratio::from_bp(8_800));
        persona.regions = vec![row("江苏", 1_040), row("广东", 1_420), row("浙江", 1_180)];
        persona.occasions = vec![row("生日", 4_600), row("纪念日", 2_700), row("节日", 1_900)];
        persona.keywords = vec!["首饰盒 送女友".to_owned()];
        let need = |kind, text: &str| Need::new(Id::from_bits(2), kind, text.to_owned());
        persona.needs = vec![need(NeedKind::Hard, "3 天内到"), need(NeedKind::Latent, "显得用心")];
        persona.price_from = Some(Money::fen_const(12_000));
        persona.price_to = Some(Money::fen_const(22_000));
        assert_eq!(
            sentence(&persona, Locale::Zh),
            "你的消费者是：25–34 岁，男性为主，多在广东、浙江、江苏，买来生日、纪念日，会搜“首饰盒 送女友”，\
             最看重3 天内到，心里想的是显得用心，愿意花 120–220 元。"
        );
        assert_eq!(
            sentence(&persona, Locale::En),
            "Your customer: aged 25–34; mostly men; mostly in Guangdong, Zhejiang, Jiangsu; buys for \
             生日, 纪念日; searches for “首饰盒 送女友”; must have: 3 天内到; hopes for: 显得用心; pays \
             ¥120–220."
        );
    }

    #[test]
    fn own_words_come_first_and_empty_ones_do_not() {
        let mut persona = Persona::new(Id::from_bits(1), "长辈".to_owned());
        persona.female = Some(Ratio::from_bp(5_200));
        persona.male = Some(Ratio::from_bp(4_600));
        persona.age_from = Some(35);
        persona.words_zh = Some("你的消费者是：中老年群体，追求放松。".to_owned());
        persona.words_en = Some(" ".to_owned());
        assert_eq!(description(&persona, Locale::Zh), "你的消费者是：中老年群体，追求放松。");
        assert_eq!(
            description(&persona, Locale::En),
            "Your customer: aged 35 and over; women 52%, men 46%."
        );
    }
}
