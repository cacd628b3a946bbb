//! A persona's card in words: what the page, the picture and the print show.

use crate::base::card::{BarBlock, BarKind, BarRow, Card};
use crate::base::day::Day;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::regions::region_name;
use crate::tools::personas::calc::shares::{Rest, largest_first, mean_age, rest, rest_of};
use crate::tools::personas::calc::{Review, avatar, claims, review};
use crate::tools::personas::model::needs::NeedKind;
use crate::tools::personas::model::persona::{Claim, Distribution, Persona};
use crate::tools::personas::text::describe::{
    age, description, list_comma, needs, prices, share_text,
};
use crate::tools::personas::text::fields::claim_name;
use crate::tools::personas::text::{fields, insight_target, text};

/// How many regions stand on a card.
const MAX_REGIONS: usize = 5;

/// The card of a persona on a day; `is_main` for the first of all.
pub fn card(persona: &Persona, is_main: bool, today: Day, locale: Locale) -> Card {
    let (letter, colour) = avatar(persona);
    let t = text(locale);
    let mut tags = Vec::new();
    if is_main {
        tags.push((t.main.to_owned(), false));
    }
    tags.extend(review_tag(persona, today, locale));
    Card {
        letter,
        colour,
        name: persona.name.clone(),
        subtitle: subtitle(persona, locale),
        tags,
        sentence: description(persona, locale),
        bars: bars(persona, locale),
        facts: facts(persona, locale),
        uses_title: fields::text(locale).uses.to_owned(),
        uses: uses(persona, locale),
        footer: footer(persona, locale),
    }
}

/// The stale badge, or how long until the review; none while there is time.
pub fn review_tag(persona: &Persona, today: Day, locale: Locale) -> Option<(String, bool)> {
    let t = text(locale);
    match review(persona, today) {
        Review::Overdue(days) => Some(((t.overdue)(days), true)),
        Review::Soon(days) => Some(((t.due_soon)(days), false)),
        Review::Fresh | Review::Unset => None,
    }
}

fn subtitle(persona: &Persona, locale: Locale) -> String {
    let parts = [age(persona, locale), persona.occupation.clone(), persona.life_space.clone()];
    let parts: Vec<&str> =
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    match locale {
        Locale::Zh => parts.join("，"),
        Locale::En => parts.join(", "),
    }
}

/// "12 条里 7 条有证据（5 条是事实）".
pub fn evidence_count(persona: &Persona, locale: Locale) -> String {
    let count = claims::count(persona);
    match locale {
        Locale::Zh => {
            format!(
                "{} 条里 {} 条有证据，其中 {} 条是事实",
                count.total, count.supported, count.facts
            )
        }
        Locale::En => format!(
            "{} of {} claims have evidence, {} of them facts",
            count.supported, count.total, count.facts
        ),
    }
}

fn footer(persona: &Persona, locale: Locale) -> String {
    let mut parts = vec![evidence_count(persona, locale)];
    let source = persona.source.trim();
    match locale {
        Locale::Zh => {
            if !source.is_empty() {
                parts.push(format!("来源：{source}"));
            }
            parts.extend(persona.checked.map(|day| format!("核对于 {day}")));
            parts.extend(persona.review_by.map(|day| format!("下次复核 {day}")));
            parts.join("；")
        }
        Locale::En => {
            if !source.is_empty() {
                parts.push(format!("source: {source}"));
            }
            parts.extend(persona.checked.map(|day| format!("checked {day}")));
            parts.extend(persona.review_by.map(|day| format!("review by {day}")));
            parts.join("; ")
        }
    }
}

fn bars(persona: &Persona, locale: Locale) -> Vec<BarBlock> {
    let mut blocks = vec![
        distribution(persona, Distribution::Ages, locale),
        distribution(persona, Distribution::Regions, locale),
        pair(persona, Claim::Gender, locale),
        distribution(persona, Distribution::Occasions, locale),
        distribution(persona, Distribution::Spending, locale),
        distribution(persona, Distribution::Levels, locale),
        pair(persona, Claim::Terminal, locale),
    ];
    blocks.retain(|block| !block.rows.is_empty());
    blocks
}

/// Women and men, phone and computer: two shares in one bar, and what is not known.
fn pair(persona: &Persona, claim: Claim, locale: Locale) -> BarBlock {
    let (shares, names) = match (claim, locale) {
        (Claim::Gender, Locale::Zh) => ([persona.female, persona.male], ["女", "男"]),
        (Claim::Gender, Locale::En) => ([persona.female, persona.male], ["women", "men"]),
        (_, Locale::Zh) => ([persona.mobile, persona.desktop], ["手机", "电脑"]),
        (_, Locale::En) => ([persona.mobile, persona.desktop], ["phone", "computer"]),
    };
    let mut rows: Vec<BarRow> = names
        .into_iter()
        .zip(shares)
        .filter_map(|(name, share)| Some(bar_row(name, share?, BarKind::Plain)))
        .collect();
    rows.extend(unknown(rest(shares.into_iter()), locale));
    let title = claim_name(claim, locale).to_owned();
    BarBlock { title, note: String::new(), is_stacked: true, rows }
}

fn bar_row(name: &str, share: Ratio, kind: BarKind) -> BarRow {
    BarRow { name: name.to_owned(), share: Some(share.bp()), text: share_text(share), kind }
}

fn unknown(rest: Rest, locale: Locale) -> Option<BarRow> {
    let Rest::Unknown(share) = rest else { return None };
    let name = match locale {
        Locale::Zh => "未知",
        Locale::En => "unknown",
    };
    Some(bar_row(name, share, BarKind::Unknown))
}

/// A distribution whose rows have shares; names alone stand among the facts.
fn distribution(persona: &Persona, of: Distribution, locale: Locale) -> BarBlock {
    let rows = persona.rows(of);
    let title = fields::distribution_name(of, locale).to_owned();
    if rows.iter().all(|row| row.share.is_none()) {
        return BarBlock { title, ..BarBlock::default() };
    }
    let is_regions = of == Distribution::Regions;
    let shown = if is_regions { largest_first(rows) } else { rows.iter().collect() };
    let max = if is_regions { MAX_REGIONS } else { shown.len() };
    let mut bars: Vec<BarRow> = shown
        .iter()
        .take(max)
        .map(|row| BarRow {
            name: region_name(row.name.trim(), locale).to_owned(),
            share: row.share.map(Ratio::bp),
            text: row.share.map_or_else(|| format::NONE.to_owned(), share_text),
            kind: BarKind::Plain,
        })
        .collect();
    if is_regions {
        let top: i32 = bars.iter().filter_map(|row| row.share).sum();
        let name = match locale {
            Locale::Zh => "其余",
            Locale::En => "others",
        };
        if top < 10_000 {
            bars.push(bar_row(name, Ratio::from_bp(10_000 - top), BarKind::Others));
        }
    } else {
        bars.extend(unknown(rest_of(rows), locale));
    }
    let mean = if of == Distribution::Ages { mean_age(rows) } else { None };
    let note = mean.map(|tenths| match locale {
        Locale::Zh => format!("加权平均 {}.{} 岁", tenths / 10, tenths % 10),
        Locale::En => format!("weighted mean {}.{}", tenths / 10, tenths % 10),
    });
    BarBlock { title, note: note.unwrap_or_default(), is_stacked: false, rows: bars }
}

fn facts(persona: &Persona, locale: Locale) -> Vec<(String, String)> {
    let f = fields::text(locale);
    let (hard, latent) = match locale {
        Locale::Zh => ("硬性需求", "潜在需求"),
        Locale::En => ("Hard needs", "Latent needs"),
    };
    let semicolon = match locale {
        Locale::Zh => "；",
        Locale::En => "; ",
    };
    let comma = list_comma(locale);
    let price = {
        let mut parts = vec![persona.aov.map(|aov| match locale {
            Locale::Zh => format!("客单价 {}", format::money_whole(aov)),
            Locale::En => format!("order value {}", format::money_whole(aov)),
        })];
        parts.push(Some(prices(persona, locale)).filter(|prices| !prices.is_empty()));
        parts
            .push(Some(persona.price_attitude.trim().to_owned()).filter(|words| !words.is_empty()));
        parts.into_iter().flatten().collect::<Vec<_>>().join(semicolon)
    };
    let mut all = vec![
        (hard, needs(persona, NeedKind::Hard).join(semicolon)),
        (latent, needs(persona, NeedKind::Latent).join(semicolon)),
        (claim_name(Claim::Price, locale), price),
        (claim_name(Claim::Keywords, locale), persona.keywords.join(comma)),
        (claim_name(Claim::Attitudes, locale), persona.attitudes.join(comma)),
        (claim_name(Claim::Media, locale), persona.media.join(comma)),
        (f.own_detail, persona.own_detail.clone()),
        (f.gift_detail, persona.gift_detail.clone()),
    ];
    for of in Distribution::ALL {
        let rows = persona.rows(of);
        if !rows.is_empty() && rows.iter().all(|row| row.share.is_none()) {
            let names: Vec<&str> = rows.iter().map(|row| region_name(&row.name, locale)).collect();
            all.push((fields::distribution_name(of, locale), names.join(comma)));
        }
    }
    all.retain(|(_, value)| !value.trim().is_empty());
    all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn uses(persona: &Persona, locale: Locale) -> Vec<String> {
    let said = persona.insights.iter().filter(|insight| !insight.text.trim().is_empty());
    said.map(|insight| match locale {
        Locale::Zh => format!("{}：{}", insight_target(insight.target, locale), insight.text),
        Locale::En => format!("{}: {}", insight_target(insight.target, locale), insight.text),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::personas::model::persona::ShareRow;

    #[test]
    fn a_card_shows_what_is_not_known() {
        let mut persona = Persona::new(Id::from_bits(1), "中老年群体".to_owned());
        persona.female = Some(Ratio::from_bp(5_200));
        persona.male = Some(Ratio::from_bp(4_600));
        persona.review_by = Some("2026-10-20".parse().unwrap());
        let row = |name: &str, bp| ShareRow::new(name.to_owned(), Some(Ratio::from_bp(bp)));
        persona.regions = ["广东", "浙江", "江苏", "四川", "山东", "河南"]
            .into_iter()
            .zip([1_420, 1_180, 1_040, 710, 630, 600])
            .map(|(name, bp)| row(name, bp))
            .collect();
        persona.occasions = vec![ShareRow::new("自用".to_owned(), None)];
        let card = card(&persona, true, "2026-10-22".parse().unwrap(), Locale::Zh);
        assert_eq!(card.tags, [("主画像".to_owned(), false), ("已过期 2 天".to_owned(), true)]);
        let said = |block: &BarBlock| -> Vec<String> {
            block.rows.iter().map(|row| format!("{} {}", row.name, row.text)).collect()
        };
        assert_eq!(card.bars.len(), 2);
        assert_eq!(card.bars[0].rows.len(), 6);
        // 100 − 14.2 − 11.8 − 10.4 − 7.1 − 6.3.
        assert_eq!(said(&card.bars[0])[5], "其余 50.2%");
        assert_eq!(said(&card.bars[1]), ["女 52%", "男 46%", "未知 2%"]);
        assert_eq!(card.facts, [("购买场景".to_owned(), "自用".to_owned())]);
        assert_eq!(card.footer, "3 条里 0 条有证据，其中 0 条是事实；下次复核 2026-10-20");
    }
}
